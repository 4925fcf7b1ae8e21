import { countsBy } from "../metrics/entry.ts"
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
    ...(chosen.length > 0 && { differs: chosen.join(" ") }),
    formula,
    countsBy: countsBy(metric),
    unit,
    better,
    statistic,
    variants: Object.keys(metric.variants ?? {}),
  }
}
