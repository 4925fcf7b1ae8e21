import { familyTitle } from "../metrics/families.ts"
import { lenses } from "../metrics/lenses/index.ts"
import type { Metric } from "../metrics/metric.ts"
import { type Asked, askedMetric } from "../metrics/resolve.ts"
import { definitionsOf } from "../query/definitions.ts"
import { allNeedsOf, type EventCounts, lackingOf } from "../query/needs.ts"
import { allSplitsOf } from "../query/splits.ts"
import type { Definition, ProductShown } from "../query/question.ts"

/** The catalog, as a list to choose from. */
export function allEntries(metrics: readonly Metric[], events: EventCounts): Definition[] {
  return metrics.map(({ name }) => defined(askedMetric(name, metrics), metrics, events))
}

/** One metric's whole entry, variants and parameters as they were asked for. */
export function entryOf(ref: string, metrics: readonly Metric[], events: EventCounts): Definition {
  const asked = askedMetric(ref, metrics)
  const { pitfalls, example, variants = {}, parameters = {} } = asked.metric
  return {
    ...defined(asked, metrics, events),
    more: {
      pitfalls,
      example,
      splits: allSplitsOf(asked, metrics),
      needs: allNeedsOf(ref, metrics, events),
      products: productsOf(asked.metric.name),
      variants: Object.fromEntries(Object.entries(variants).map(([name, { means }]) => [name, means])),
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, { means }]) => [name, means])),
    },
  }
}

function productsOf(metric: string): readonly ProductShown[] {
  return lenses.flatMap(({ name, title, nearest, beyond }): readonly ProductShown[] => {
    const near = nearest[metric]
    if (near) return [{ name, title, called: near.called, differs: near.differs }]
    const differs = beyond[metric]
    return differs === undefined ? [] : [{ name, title, called: null, differs }]
  })
}

function defined(asked: Asked, metrics: readonly Metric[], events: EventCounts): Definition {
  const { metric, ref } = asked
  return {
    ...definitionsOf([asked])[ref]!,
    family: familyTitle(metric),
    synonyms: metric.synonyms,
    lacks: lackingOf(asked, metrics, events),
  }
}
