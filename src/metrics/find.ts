import { Problem } from "../problem.ts"
import type { Metric } from "./metric.ts"
import { nearest } from "../near.ts"

/** The metric that people call so: by its name, its title or any everyday name. A name that two share asks which one is meant. */
export function findMetric(name: string, metrics: readonly Metric[]): Metric {
  const exact = metrics.find((metric) => metric.name === name)
  if (exact) return exact
  const said = plain(name)
  const found = metrics.filter((metric) => namesOf(metric).some((one) => plain(one) === said))
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length > 1) throw new Problem("metric.ambiguous", { name, metrics: found.map((metric) => metric.name) })
  throw new Problem("metric.unknown", { name, near: nearMetric(name, metrics) })
}

/** Everything a metric is called. */
export function namesOf({ name, title, synonyms }: Metric): readonly string[] {
  return [name, title, ...synonyms]
}

function nearMetric(name: string, metrics: readonly Metric[]): string | undefined {
  const names = metrics.flatMap((metric) => namesOf(metric).map((said) => ({ said: plain(said), metric })))
  const near = nearest(
    plain(name),
    names.map(({ said }) => said),
  )
  return names.find(({ said }) => said === near)?.metric.name
}

/** Upper case, underscores and hyphens make no difference. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim()
}
