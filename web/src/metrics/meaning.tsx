import type { ReactNode } from "react"
import type { Definition } from "../../../src/query/question.ts"
import { Needs, OnScorecards, Parameters, Pitfalls } from "./entry-lists.tsx"
import classes from "./metric-page.module.css"

/** The metric as an entry in a dictionary. */
export function Meaning({ definition }: { definition: Definition }) {
  const { means, formula, countsBy, statistic, unit, better, ref, synonyms = [], more } = definition
  return (
    <section className={classes.meaning} aria-label="What it means">
      <h2 className="unsaid">What it means</h2>
      <p className={classes.means}>{means}</p>
      <dl className={classes.facts}>
        <Fact title="Formula">{formula}</Fact>
        <Fact title="Counts">{countsBy}</Fact>
        <Fact title="Statistic">{statistic}</Fact>
        <Fact title="Unit">{unit.replace("_", " ")}</Fact>
        <Fact title="Better is">{better === "neutral" ? "neither: it depends" : better}</Fact>
        <Fact title="Called">
          <code>{ref}</code>
          {synonyms.length > 0 && ` also ${synonyms.join(", ")}`}
        </Fact>
        {more && <Fact title="Example">{more.example}</Fact>}
        {more && (
          <Fact title="Needs">
            <Needs needs={more.needs} />
          </Fact>
        )}
      </dl>
      <Pitfalls definition={definition} />
      <Parameters definition={definition} />
      <OnScorecards definition={definition} />
    </section>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
