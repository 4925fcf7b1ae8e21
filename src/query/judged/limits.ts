import type { Metric } from "../../metrics/metric.ts"
import type { Asked } from "../../metrics/resolve.ts"
import { grouped } from "../grouped.ts"
import type { AnswerRow, Bucket, Limits, Question, Unit } from "../question.ts"
import { isComplete } from "../time/buckets.ts"
import { type ChartLimits, countLimits, seasonalIndexes, shareLimits, valueLimits } from "../statistics/index.ts"

/** Fewer buckets do not show what is usual. */
const LEAST_BUCKETS = 12
const HOUR_MS = 3_600_000

interface Point {
  readonly row: AnswerRow
  readonly value: number
  /** Which weekday, or which hour: what comes again and again is no surprise. */
  readonly season: string
  readonly hours: number
}

/** On each bucket that is complete: the limits of usual variation, from all such buckets of the same group. */
export function withLimits(
  rows: readonly AnswerRow[],
  { limits, grain }: Question,
  asked: readonly Asked[],
  buckets: readonly Bucket[],
): readonly AnswerRow[] {
  if (limits !== true || grain === undefined || grain === "hour_of_week") return rows
  const found = new Map<AnswerRow, Record<string, Limits>>()
  const complete = rows.filter(({ bucket }) => bucket !== null && isComplete(buckets[bucket]!))
  const groups = grouped(complete, ({ by }) => JSON.stringify(by))
  for (const own of groups.values())
    for (const one of asked)
      for (const [row, limit] of limitsOf(pointsOf(own, one, buckets, grain), one)) {
        const value = row.cells[one.ref]!.value!
        found.set(row, { ...found.get(row), [one.ref]: { ...limit, outside: value < limit.low || value > limit.high } })
      }
  return rows.map((row) => (found.has(row) ? { ...row, limits: found.get(row) } : row))
}

/** The metrics for which there are too few buckets for limits. */
export function lackingLimits(
  rows: readonly AnswerRow[],
  { limits, grain }: Question,
  asked: readonly Asked[],
): readonly string[] {
  if (limits !== true) return []
  if (grain === undefined || grain === "hour_of_week")
    return ["Limits are of buckets that follow one another: ask by day, week or month."]
  const without = asked.filter(({ ref }) => rows.every((row) => row.limits?.[ref] === undefined)).map(({ ref }) => ref)
  return without.length === 0
    ? []
    : [`Limits need ${LEAST_BUCKETS} buckets that are over and have a number: none for ${without.join(", ")}.`]
}

function pointsOf(rows: readonly AnswerRow[], { ref }: Asked, buckets: readonly Bucket[], grain: string): readonly Point[] {
  return rows.flatMap((row) => {
    const { value } = row.cells[ref]!
    const { from, to } = buckets[row.bucket!]!
    if (value === null || from === null || to === null) return []
    return { row, value, season: seasonOf(from, grain), hours: (Date.parse(to) - Date.parse(from)) / HOUR_MS }
  })
}

function seasonOf(from: string, grain: string): string {
  if (grain === "hour") return from.slice("2024-05-01T".length, "2024-05-01T09".length)
  // The local date stands first, so its weekday is that of the same date anywhere.
  return grain === "day" ? String(new Date(`${from.slice(0, "2024-05-01".length)}T00:00:00Z`).getUTCDay()) : ""
}

function limitsOf(points: readonly Point[], { ref, metric }: Asked): readonly (readonly [AnswerRow, ChartLimits])[] {
  if (metric.value.kind === "share" && metric.value.yearly !== true) {
    const sized = points.filter(({ row }) => (row.cells[ref]!.denominator ?? 0) > 0)
    return paired(sized, (own) =>
      shareLimits(own.map(({ row: { cells } }) => ({ of: cells[ref]!.numerator!, n: cells[ref]!.denominator! }))),
    )
  }
  const indexes = seasonalIndexes(points)
  const index = ({ season }: Point) => indexes.get(season)!
  // A season in which nothing ever comes has no usual variation.
  const usual = points.filter((point) => index(point) > 0)
  if (metric.value.kind === "count")
    return paired(usual, (own) => countLimits(own.map((point) => ({ count: point.value, exposure: point.hours * index(point) }))))
  const { least, most } = possible(metric)
  return paired(usual, (own) =>
    valueLimits(own.map((point) => ({ value: point.value, index: index(point) }))).map(({ centre, low, high }) => ({
      centre,
      low: Math.max(least, low),
      high: Math.min(most, high),
    })),
  )
}

/** Nothing takes less than no time, so a limit below it would say nothing. */
const NEVER_NEGATIVE: readonly Unit[] = ["count", "seconds", "ratio", "per_hour", "days"]

function possible({ unit, value }: Metric): { readonly least: number; readonly most: number } {
  const part = value.kind === "mean" && value.part === true
  const never = part || value.kind === "exposure" || NEVER_NEGATIVE.includes(unit)
  return { least: never ? 0 : -Infinity, most: part ? 1 : Infinity }
}

function paired(points: readonly Point[], limits: (points: readonly Point[]) => readonly ChartLimits[]) {
  return points.length < LEAST_BUCKETS ? [] : limits(points).map((limit, i) => [points[i]!.row, limit] as const)
}
