import type { Answer } from "../../../src/query/question.ts"
import { show } from "../../../src/format.ts"
import { ChangeMark } from "../answers/change-mark.tsx"
import { DefinitionButton } from "../answers/definition-button.tsx"
import { Doubt } from "../answers/doubt.tsx"
import { fullTitle } from "../answers/full-title.ts"
import { JudgedMark } from "../answers/judged-mark.tsx"
import { definitionOf, pointsOf, wholeOf } from "../answers/points.ts"
import { BehindLink } from "../rows/behind-link.tsx"
import classes from "./metric-card.module.css"
import { Sparkline } from "./sparkline.tsx"

/** A metric at a glance: the number, how it moved, how sure we are, and its run over the period. */
export function MetricCard({ answer, metric, against }: { answer: Answer; metric: string; against: string | null }) {
  const definition = definitionOf(answer, metric)
  const whole = wholeOf(answer)
  const cell = whole?.cells[metric]
  const title = fullTitle(definition)
  const judgement = whole?.judged?.[metric]
  const value = show(cell?.value ?? null, definition.unit)
  return (
    <article className={classes.card} data-metric={metric}>
      <header className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <DefinitionButton definition={definition} />
      </header>
      <p className={classes.value}>
        {cell && cell.value !== null ? (
          <BehindLink number={{ metric }} label={`${title}: ${value}. Show the rows behind it`}>
            {value}
          </BehindLink>
        ) : (
          <span title={cell?.because ?? "There are no rows in this period."}>{value}</span>
        )}
      </p>
      <p className={classes.change}>
        {against !== null && cell?.value != null && (
          <ChangeMark change={whole?.changes?.[metric]} better={definition.better} against={against} />
        )}
      </p>
      {judgement && (
        <JudgedMark
          judgement={judgement}
          attainment={whole?.attainment?.[metric]}
          unit={definition.unit}
          grain={answer.question.grain}
        />
      )}
      <Sparkline points={pointsOf(answer, metric)} />
      <Doubt cell={cell} unit={definition.unit} />
    </article>
  )
}
