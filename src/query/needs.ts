import { type KindName, kinds } from "../events/kinds.ts"
import { show } from "../format.ts"
import type { Metric } from "../metrics/metric.ts"
import { type Asked, askedMetric } from "../metrics/resolve.ts"
import { madeOf, partOf, perOf, withParts } from "./plan/plan.ts"
import type { Need } from "./question.ts"

/** How many events of each kind there are, the latest version of each; a kind that is not named has none. */
export type EventCounts = ReadonlyMap<string, number>

/** What a metric itself needs and does not find. What it is made of is asked apart. */
export function missingKinds({ needs }: Metric, events: EventCounts): readonly KindName[] {
  return needs.filter((kind) => !events.has(kind))
}

/** What keeps a metric from being answered: the kinds of events that it, or what it is made of, needs and does not find. */
export function lackingOf(asked: Asked, metrics: readonly Metric[], events: EventCounts): readonly KindName[] {
  const missing = missingKinds(asked.metric, events)
  if (missing.length > 0) return missing
  const { value } = asked.metric
  if (value.kind !== "quotient") return once(madeOf(asked, metrics).flatMap((part) => lackingOf(part, metrics, events)))
  const lacking = (ref: string) => lackingOf(partOf(asked, ref, metrics), metrics, events)
  // Of several that are added, one is enough.
  const per = perOf(value).map(lacking)
  return once([...lacking(value.of), ...(per.every(({ length }) => length > 0) ? per.flat() : [])])
}

/** Everything a metric and what it is made of needs, and how much of it there is; `null` where nobody counted. */
export function allNeedsOf(ref: string, metrics: readonly Metric[], events?: EventCounts): readonly Need[] {
  const all = withParts(askedMetric(ref, metrics), metrics).flatMap(({ metric }) => metric.needs)
  return once(all).map((kind) => ({ kind, means: kinds[kind].means, events: events ? (events.get(kind) ?? 0) : null }))
}

/** A need in a line: `survey.answered (12,345 here): The customer answered.` */
export function needLine({ kind, means, events }: Need): string {
  const here = events === null ? "" : ` (${events === 0 ? "none" : show(events, "count")} here)`
  return `${kind}${here}: ${means}`
}

function once<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
