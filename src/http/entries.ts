import type { Metric } from "../metrics/metric.ts"
import { askedMetric } from "../metrics/resolve.ts"
import { definitionsOf } from "../query/definitions.ts"
import type { Definition } from "../query/question.ts"

/** The catalog, as a list to choose from. */
export function allEntries(metrics: readonly Metric[]): Definition[] {
  return metrics.map(({ name }) => definitionsOf([askedMetric(name, metrics)])[name]!)
}

/** One metric's whole entry, variants and parameters as they were asked for. */
export function entryOf(ref: string, metrics: readonly Metric[]): Definition {
  const asked = askedMetric(ref, metrics)
  const { synonyms, pitfalls, example, needs, variants = {}, parameters = {} } = asked.metric
  return {
    ...definitionsOf([asked])[ref]!,
    more: {
      synonyms,
      pitfalls,
      example,
      needs,
      variants: Object.fromEntries(Object.entries(variants).map(([name, { means }]) => [name, means])),
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, { means }]) => [name, means])),
    },
  }
}
