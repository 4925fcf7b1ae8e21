import type { Definition } from "../../../src/query/question.ts"
import classes from "./metric-page.module.css"

/** The other ways this can be counted, each with what it says differently. */
export function Variants({ definition }: { definition: Definition }) {
  const { name, variants, more } = definition
  const parameters = Object.entries(more?.parameters ?? {})
  if (variants.length === 0 && parameters.length === 0) return null
  return (
    <section className={classes.list} aria-label="Variants">
      <h2>Variants</h2>
      <dl>
        {variants.map((variant) => (
          <div key={variant}>
            <dt>
              <code>{`${name}:${variant}`}</code>
            </dt>
            <dd>{more?.variants[variant]}</dd>
          </div>
        ))}
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
