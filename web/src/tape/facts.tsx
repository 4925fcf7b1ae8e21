import { show, showMoment } from "../../../src/format.ts"
import { finenessOf, type Tape, type TapeValue } from "../../../src/warehouse/fold/tape.ts"
import { useMeta } from "../meta.tsx"
import classes from "./side.module.css"

/** The row that this story became: what the metrics count. */
export function Facts({ tape, usual }: { tape: Tape; usual: Tape }) {
  const { zone } = useMeta()
  const moment = (at: number): string => showMoment(at, zone, finenessOf(tape))
  const before = new Map(usual.row.map(({ name, value }) => [name, value]))
  return (
    <section className={classes.sheet} aria-label="What the metrics count">
      <h2>What the metrics count</h2>
      <dl className={classes.facts}>
        {tape.row.map((fact) => (
          <div key={fact.name} data-changed={before.get(fact.name) !== fact.value} title={fact.means}>
            <dt>{titleOf(fact)}</dt>
            <dd>{inWords(fact, moment)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const titleOf = ({ name }: TapeValue): string => name.replace(/_(ms|at)$/, "").replaceAll("_", " ")

function inWords({ value, shown, unit }: TapeValue, moment: (at: number) => string): string {
  switch (unit) {
    case "moment":
      return moment(Number(value))
    case "ms":
      return show(Number(value) / 1000, "seconds")
    case "count":
      return show(Number(value), "count")
    case "boolean":
      return value === true ? "yes" : "no"
    case "text":
      return shown ?? String(value)
    default:
      return unit satisfies never
  }
}
