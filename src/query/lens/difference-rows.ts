import type { Metric } from "../../metrics/metric.ts"
import type { Row } from "../../warehouse/warehouse.ts"
import type { Dialect } from "../plan/dialect.ts"
import type { RowColumn, RowList } from "../question.ts"
import type { Added, DifferenceQuestion, DifferenceStep, Differing } from "./difference-question.ts"

type Side = "ours" | "theirs"

/** How many differ by step and kind of change, and what they add to either number. */
export function groupsSql(dialect: Dialect): string {
  const side = (name: Side) => [
    `${dialect.sum(`n_${name}`, "")} AS n_${name}`,
    `${dialect.sum(`running_${name}`, "")} AS running_${name}`,
    `${dialect.sum(`total_${name}`, "")} AS total_${name}`,
    `${dialect.tenfoldQuantiles([0.5], dialect.divide(`total_${name}`, `nullif(n_${name}, 0)`), `n_${name} > 0`)} AS middle_${name}`,
  ]
  return `SELECT step, change, ${dialect.count("")} AS subjects, ${[...side("ours"), ...side("theirs")].join(",\n  ")}
FROM differing GROUP BY step, change ORDER BY step, change`
}

/** A page of them: by step, those that differ most first. */
export function pageSql({ step, offset, limit }: Pick<DifferenceQuestion, "step" | "offset" | "limit">): string {
  const only = step === null ? "" : `WHERE step = ${step}\n`
  return `SELECT * FROM differing
${only}ORDER BY step, change, abs(coalesce(total_theirs, 0) - coalesce(total_ours, 0)) DESC, subject
LIMIT ${limit} OFFSET ${offset}`
}

export function differingOf(row: Row, metric: Metric): Differing & { readonly step: number } {
  const side = (name: Side): Added => ({
    rows: whole(row[`n_${name}`]),
    running: whole(row[`running_${name}`]),
    value: metric.value.kind === "duration" ? middleOf(row[`middle_${name}`]) : valueOf(row, name, metric),
  })
  return {
    step: Number(row["step"]),
    change: String(row["change"]) as Differing["change"],
    count: whole(row["subjects"]),
    ours: side("ours"),
    theirs: side("theirs"),
  }
}

/** What a row of the list has. */
export function columnsOf({ table, unit }: Metric): readonly RowColumn[] {
  const [subject] = Object.keys(table.columns)
  return [
    { name: subject!, title: subject!, unit: "conversation" },
    { name: "step", title: "step", unit: "count" },
    { name: "because", title: "because", unit: "text" },
    { name: "change", title: "counts in", unit: "text" },
    { name: "ours", title: "ours", unit },
    { name: "theirs", title: "theirs", unit },
    { name: "running_ours", title: "still running, ours", unit: "count" },
    { name: "running_theirs", title: "still running, theirs", unit: "count" },
  ]
}

export function rowOf(
  row: Row,
  metric: Metric,
  steps: readonly Pick<DifferenceStep, "because">[],
  names: ReadonlyMap<number, string>,
): RowList["rows"][number] {
  const [subject] = columnsOf(metric)
  return {
    [subject!.name]: names.get(Number(row["subject"])) ?? null,
    step: Number(row["step"]),
    because: steps[Number(row["step"]) - 1]!.because,
    change: String(row["change"]),
    ours: valueOf(row, "ours", metric),
    theirs: valueOf(row, "theirs", metric),
    running_ours: whole(row["running_ours"]),
    running_theirs: whole(row["running_theirs"]),
  }
}

/** In the unit of the metric: the mean of the rows, or how many there are. */
function valueOf(row: Row, side: Side, { value }: Metric): number | null {
  const [n, total] = [whole(row[`n_${side}`]), whole(row[`total_${side}`])]
  if (n === 0) return null
  switch (value.kind) {
    case "duration":
      return total / n / MS
    case "mean":
      return total / n / value.divide
    case "count":
    case "rate":
      return n
    default:
      return total / n
  }
}

const MS = 1000

/** The median of whole milliseconds, times ten, in seconds. */
function middleOf(tenfold: unknown): number | null {
  const [middle] = Array.isArray(tenfold) ? (tenfold as readonly unknown[]) : []
  return middle === null || middle === undefined ? null : Math.round(Number(middle)) / 10 / MS
}

function whole(value: unknown): number {
  return value === null || value === undefined ? 0 : Number(value)
}
