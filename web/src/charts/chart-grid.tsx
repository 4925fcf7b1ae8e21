import type { Answer } from "../../../src/query/question.ts"
import classes from "./chart-grid.module.css"
import { ChartTile } from "./chart-tile.tsx"

interface ChartGridProps {
  readonly answer: Answer
  readonly metrics: readonly string[]
  readonly against: string | null
}

/** Metrics over the period, side by side. */
export function ChartGrid({ answer, metrics, against }: ChartGridProps) {
  return (
    <div className={classes.charts}>
      {metrics.map((metric) => (
        <ChartTile key={metric} answer={answer} metric={metric} grain={answer.question.grain ?? "day"} against={against} />
      ))}
    </div>
  )
}
