import { Link } from "@tanstack/react-router"
import { show } from "../../../src/format.ts"
import type { Definition, Need } from "../../../src/query/question.ts"
import { useScorecards } from "../scorecards/scorecards.ts"
import { keepScope } from "../scope/use-scope.ts"
import classes from "./metric-page.module.css"

/** What can be put into brackets after the name. */
export function Parameters({ definition: { name, more } }: { definition: Definition }) {
  const parameters = Object.entries(more?.parameters ?? {})
  if (parameters.length === 0) return null
  return (
    <section className={classes.list} aria-label="Parameters">
      <h2>Parameters</h2>
      <dl>
        {parameters.map(([parameter, means]) => (
          <div key={parameter}>
            <dt>
              <code>{`${name}(${parameter}=…)`}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Where this number misleads, and how others count it. */
export function Pitfalls({ definition }: { definition: Definition }) {
  const pitfalls = definition.more?.pitfalls ?? []
  if (pitfalls.length === 0) return null
  return (
    <section className={classes.list} aria-label="Pitfalls">
      <h2>Pitfalls</h2>
      <ul>
        {pitfalls.map((pitfall) => (
          <li key={pitfall}>{pitfall}</li>
        ))}
      </ul>
    </section>
  )
}

/** The scorecards it stands on. */
export function OnScorecards({ definition: { name } }: { definition: Definition }) {
  const on = useScorecards().data?.filter(({ metrics }) => metrics.some((ref) => ref.split(/[:(]/)[0] === name)) ?? []
  if (on.length === 0) return null
  return (
    <section className={classes.list} aria-label="Scorecards">
      <h2>On scorecards</h2>
      <ul className={classes.links}>
        {on.map((scorecard) => (
          <li key={scorecard.name}>
            <Link to="/scorecards/$name" params={{ name: scorecard.name }} search={keepScope}>
              {scorecard.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The kinds of events it is made of, and how many of each are here. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  return (
    <ul className={classes.needs}>
      {needs.map(({ kind, means, events }) => (
        <li key={kind} data-none={events === 0} title={means}>
          {kind}
          {events !== null && <span>{events === 0 ? "none here" : `${show(events, "count")} here`}</span>}
        </li>
      ))}
    </ul>
  )
}
