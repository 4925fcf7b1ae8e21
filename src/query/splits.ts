import type { Metric } from "../metrics/metric.ts"
import type { Asked } from "../metrics/resolve.ts"
import { splitsOf } from "./plan/dimensions.ts"
import { partsOf, withParts } from "./plan/plan.ts"

/** What a metric can be split by: of one that is made of others, what all of them can. `attributes` stands for each attribute. */
export function allSplitsOf(asked: Asked, metrics: readonly Metric[]): readonly string[] {
  const [first = [], ...others] = withParts(asked, metrics)
    .filter(({ metric }) => partsOf(metric).length === 0)
    .map(({ metric }) => namesOf(metric))
  return first.filter((name) => others.every((names) => names.includes(name)))
}

function namesOf(metric: Metric): readonly string[] {
  const attributes = "attributes" in metric.table.columns ? ["attributes"] : []
  return [...splitsOf(metric).map((name) => (name === "tags" ? "tag" : name)), ...attributes]
}
