import type { Asked } from "../../metrics/resolve.ts"
import { Problem } from "../../problem.ts"
import type { AnswerRow, Attainment, Bucket, Cell, Judgement, Target } from "../question.ts"
import { wilson } from "../statistics/index.ts"
import { isComplete } from "../time/buckets.ts"
import type { Periods } from "../time/period.ts"
import { momentOf } from "../time/zone.ts"

/** A target, and the microsecond from which on it holds. */
interface Begun {
  readonly value: number
  readonly from: number
}

/** `csat=0.9`; a metric with parameters has an equals sign of its own. */
export function targetOf(text: string): Target {
  const [, metric, value] = /^(.+)=([^=()]+)$/.exec(text) ?? []
  if (metric === undefined || value === undefined || value.trim() === "" || !Number.isFinite(Number(value)))
    throw new Problem("target.unreadable", { text })
  return { metric, value: Number(value) }
}

/** Each number beside its target, and on totals how many buckets, or groups, met theirs. Buckets that still run are not counted. */
export function withTargets(
  rows: readonly AnswerRow[],
  targets: readonly Target[] | undefined,
  asked: readonly Asked[],
  buckets: readonly Bucket[],
  { now, zone }: Periods,
): readonly AnswerRow[] {
  if (targets === undefined || targets.length === 0) return rows
  const named = [...new Set(targets.map(({ metric }) => metric))].map((ref) => {
    const one = asked.find((candidate) => candidate.ref === ref)
    if (!one) throw new Problem("target.not_asked", { metric: ref })
    if (one.metric.better === "neutral") throw new Problem("target.no_direction", { metric: ref })
    return { ref, more: one.metric.better === "higher", own: begunOf(targets, ref, zone) }
  })
  const judged = rows.map((row): AnswerRow => {
    const from = row.bucket === null ? null : buckets[row.bucket]!.from
    const start = from === null ? now.from : momentOf(from, zone, "from")
    const found = named.flatMap(({ ref, more, own }) => {
      const target = inForce(own, start)
      return target === undefined ? [] : [[ref, judgementOf(row.cells[ref]!, target, more)] as const]
    })
    return { ...row, judged: Object.fromEntries(found) }
  })
  return judged.map((row) => withAttainment(row, judged, buckets))
}

function begunOf(targets: readonly Target[], ref: string, zone: string): readonly Begun[] {
  const own = targets.filter(({ metric }) => metric === ref)
  return own
    .map(({ value, from }) => ({ value, from: from === undefined ? -Infinity : momentOf(from, zone, "targets.from") }))
    .toSorted((a, b) => a.from - b.from)
}

/** Of those that began by then, the last. */
function inForce(begun: readonly Begun[], start: number): number | undefined {
  return begun.findLast(({ from }) => from <= start)?.value
}

function judgementOf({ value, low, high, method }: Cell, target: number, more: boolean): Judgement {
  if (value === null) return { target, gap: null, met: null, certain: null }
  const meets = (one: number) => (more ? one >= target : one <= target)
  const ends = [low, high]
  const certain = method === "census" || method === "maximum" || ends.every((end) => end !== null && meets(end) === meets(value))
  return { target, gap: more ? value - target : target - value, met: meets(value), certain }
}

function withAttainment(row: AnswerRow, rows: readonly AnswerRow[], buckets: readonly Bucket[]): AnswerRow {
  if (row.bucket !== null) return row
  const own =
    buckets.length > 0
      ? rows.filter(({ bucket, by }) => bucket !== null && isComplete(buckets[bucket]!) && sameGroup(by, row.by))
      : rows.filter(({ by }) => Object.keys(row.by).length === 0 && Object.keys(by).length > 0)
  if (own.length === 0) return row
  const refs = [...new Set(own.flatMap(({ judged = {} }) => Object.keys(judged)))]
  return { ...row, attainment: Object.fromEntries(refs.map((ref) => [ref, attainmentOf(own, ref)])) }
}

function attainmentOf(rows: readonly AnswerRow[], ref: string): Attainment {
  const known = rows.map(({ judged }) => judged?.[ref]?.met ?? null).filter((met) => met !== null)
  const met = known.filter(Boolean).length
  const bounds = wilson(met, known.length)
  return {
    met,
    of: known.length,
    value: bounds ? met / known.length : null,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
  }
}

function sameGroup(a: AnswerRow["by"], b: AnswerRow["by"]): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => name in b && a[name] === b[name])
}
