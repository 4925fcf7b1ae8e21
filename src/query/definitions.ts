import type { Metric } from "../metrics/metric.ts"
import type { Asked } from "../metrics/resolve.ts"
import type { Definition } from "./question.ts"

/** What the answer's numbers mean, in the words of the catalog. */
export function definitionsOf(asked: readonly Asked[]): Readonly<Record<string, Definition>> {
  return Object.fromEntries(asked.map((one) => [one.ref, definitionOf(one)]))
}

function definitionOf({ ref, metric, variants }: Asked): Definition {
  const { name, title, asks, means, formula, unit, better, statistic } = metric
  const chosen = variants.map((variant) => metric.variants![variant]!.means)
  return {
    ref,
    name,
    title,
    asks,
    means: [means, ...chosen].join(" "),
    formula,
    countsBy: countsBy(metric),
    unit,
    better,
    statistic,
    variants: Object.keys(metric.variants ?? {}),
  }
}

/** What puts a row into a period, in words. */
export function countsBy({ at, table }: Pick<Metric, "at" | "table">): string {
  switch (at.basis) {
    case "created":
      return `${table.row}s begun in the period`
    case "solved":
      return `${table.row}s solved in the period`
    case "event":
      return `${table.row}s that happened in the period`
    case "instant":
      return "the end of the period"
    default:
      return at satisfies never
  }
}
