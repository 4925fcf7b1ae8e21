import { FEW, show } from "../../../src/format.ts"
import type { Cell, Unit } from "../../../src/query/question.ts"
import { capital } from "./capital.ts"
import classes from "./doubt.module.css"

/** How sure we are: rows behind the number, its interval, and what is not finished. */
export function Doubt({ cell, unit }: { cell: Cell | undefined; unit: Unit }) {
  if (!cell) return <p className={classes.doubt}>no rows</p>
  if (cell.value === null && cell.because !== undefined) return <p className={classes.doubt}>{capital(cell.because)}</p>
  const interval = cell.low !== null && cell.high !== null
  return (
    <p className={classes.doubt}>
      <span>n&nbsp;{show(cell.n, "count")}</span>
      {interval && (
        <span title="95 % interval">
          {show(cell.low, unit)}&thinsp;–&thinsp;{show(cell.high, unit)}
        </span>
      )}
      {cell.lowN && cell.value !== null && (
        <span className={classes.few} title="Fewer than 30 rows, or fewer than 5 of one kind among them: too few to lean on">
          {FEW}
        </span>
      )}
      {cell.censored > 0 && <span title="still running: longer than their age">{show(cell.censored, "count")} still open</span>}
      {cell.pending > 0 && <span title="their window has not elapsed">{show(cell.pending, "count")} too young</span>}
    </p>
  )
}
