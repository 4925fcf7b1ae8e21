import type { Target } from "../../../src/query/question.ts"

/** What a metric should be, as it stands in the address: `csat=0.9`, in the metric's own unit. */
export type WrittenTarget = string

/** The most targets an address may carry. */
export const MOST_TARGETS = 60

/** A metric with parameters has equals signs of its own, so the last one outside brackets divides. */
export function readTarget(text: WrittenTarget): Target | null {
  const [, metric, value = ""] = /^(.+)=([^=()]+)$/.exec(text) ?? []
  return metric === undefined || value.trim() === "" || !Number.isFinite(Number(value)) ? null : { metric, value: Number(value) }
}

/** The targets in force, by metric; of several for one metric the last. */
export function readTargets(written: readonly WrittenTarget[]): ReadonlyMap<string, number> {
  return new Map(written.flatMap((text) => readTarget(text) ?? []).map(({ metric, value }) => [metric, value]))
}

/** The same targets with one set, or with `null` taken off. */
export function withTarget(
  written: readonly WrittenTarget[],
  metric: string,
  value: number | null,
): readonly WrittenTarget[] | undefined {
  const kept = written.filter((text) => readTarget(text)?.metric !== metric)
  const next = value === null ? kept : [...kept, `${metric}=${value}`]
  return next.length > 0 ? next : undefined
}
