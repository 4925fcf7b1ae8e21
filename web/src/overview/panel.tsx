import type { ReactNode } from "react"
import type { Definition } from "../../../src/query/question.ts"
import { DefinitionButton } from "../answers/definition-button.tsx"
import classes from "./panel.module.css"

interface PanelProps {
  readonly title: string
  readonly asks: string
  readonly definition?: Definition | undefined
  readonly beside?: ReactNode
  /** What it shows answers an earlier question. */
  readonly earlier?: boolean
  readonly children: ReactNode
}

/** A titled sheet on the overview. */
export function Panel({ title, asks, definition, beside, earlier = false, children }: PanelProps) {
  return (
    <section className={classes.panel} aria-label={title} data-earlier={earlier}>
      <header className={classes.head}>
        <div className={classes.names}>
          <h2>{title}</h2>
          <p>{asks}</p>
        </div>
        {beside}
        {definition && <DefinitionButton definition={definition} />}
      </header>
      {children}
    </section>
  )
}
