import type { Bucket, Grain, Question } from "../question.ts"
import { boundariesOf, bucketsOf, HOURS_OF_WEEK } from "./buckets.ts"
import type { Period, Periods } from "./period.ts"
import { countingPieces, type Piece, piecesOf } from "./steps.ts"

/** A stretch of time and the numbers of its buckets, from `first` on. */
export interface Range extends Period {
  readonly first: number
  readonly ends: readonly number[]
}

/** Time as the statement needs it: buckets of both periods share one row of numbers, those of the comparison after the others. */
export interface Frame {
  readonly grain: Grain | undefined
  readonly periods: Periods
  readonly buckets: readonly Bucket[]
  /** How many numbers the period itself has. */
  readonly count: number
  /** Ranges read together; two where the periods overlap, so that a row can stand in both. */
  readonly runs: readonly (readonly Range[])[]
  /** The same, not cut where the data end: for what may lie ahead of it. */
  readonly runsAhead: readonly (readonly Range[])[]
  /** For hours of the week: how often each occurred in the comparison. */
  readonly occurrencesBefore: readonly number[]
  /** The ends of the buckets of both periods, whole, also where nothing is known yet. */
  readonly ends: readonly (readonly number[])[]
  /** The moments snapshots are taken at, ascending. */
  readonly instants: readonly number[]
  /** The snapshot of a bucket (or of a whole period), as an index of `instants`; null where nothing is known yet. */
  instantOf(period: 0 | 1, bucket: number | null): number | null
  /** Every bucket and every whole period, as far as it is known. */
  readonly windows: readonly Period[]
  /** Each period's part of `windows`: where it begins with the whole period, and the ends of its buckets as far as they are known. */
  readonly windowRuns: readonly { readonly first: number; readonly ends: readonly number[] }[]
  /** A bucket (or a whole period) as an index of `windows`; null where nothing is known yet. */
  windowOf(period: 0 | 1, bucket: number | null): number | null
}

export function frameOf(question: Question, periods: Periods): Frame {
  const { grain } = question
  const { now, before, knownTo, zone } = periods
  const count = grain === "hour_of_week" ? HOURS_OF_WEEK : grain === undefined ? 1 : boundariesOf(now, zone, grain).length - 1
  const rangesTo = (end: number) =>
    [rangeOf(now, 0, end, zone, grain), ...(before ? [rangeOf(before, count, end, zone, grain)] : [])].filter(
      (range) => range !== null,
    )
  const overlap = before !== undefined && before.from < now.to && now.from < before.to
  const snapshots = [now, ...(before ? [before] : [])].map((period) => snapshotsOf(period, periods, grain))
  const windows = [now, ...(before ? [before] : [])].map((period) => windowsOf(period, periods, grain))
  const firsts = [0, windows[0]!.length]
  const instants = [...new Set(snapshots.flatMap(({ byBucket, whole }) => [...byBucket, whole]))]
    .filter((at) => at !== null)
    .sort((a, b) => a - b)
  return {
    grain,
    periods,
    buckets: grain === undefined ? [] : bucketsOf(now, zone, grain, knownTo),
    count,
    occurrencesBefore:
      before && grain === "hour_of_week" ? bucketsOf(before, zone, grain, knownTo).map(({ occurrences }) => occurrences!) : [],
    ends: [now, ...(before ? [before] : [])].map((period) => endsOf(period, zone, grain)),
    runs: runsOf(rangesTo(knownTo), overlap),
    runsAhead: runsOf(rangesTo(Infinity), overlap),
    instants,
    instantOf(period, bucket) {
      const snapshot = snapshots[period]
      const at = bucket === null ? snapshot?.whole : snapshot?.byBucket[bucket]
      return at === null || at === undefined ? null : instants.indexOf(at)
    },
    windows: windows.flat(),
    windowRuns: windows.flatMap(([whole, ...buckets], period) =>
      whole === undefined
        ? []
        : [{ first: firsts[period]!, ends: [...buckets.slice(0, 1).map(({ from }) => from), ...buckets.map(({ to }) => to)] }],
    ),
    windowOf(period, bucket) {
      const found = grain === undefined || grain === "hour_of_week" || bucket === null ? 0 : bucket + 1
      return found < windows[period]!.length ? firsts[period]! + found : null
    },
  }
}

/** The pieces that number the moments of a run. What lies outside of its ranges gets some number, too: whoever asks leaves it out. */
export function piecesOfRun(run: readonly Range[]): readonly Piece[] {
  return run.flatMap(({ ends, first }) => piecesOf(ends, first)).sort((a, b) => a.from - b.from)
}

export function piecesOfInstants(frame: Frame): readonly Piece[] {
  return countingPieces(frame.instants)
}

/** The buckets of a run of windows that time from `from` to `to` touches: how many end before it, and how many have begun by its end. */
export function piecesOfWindows(ends: readonly number[]): {
  readonly before: readonly Piece[]
  readonly begun: readonly Piece[]
} {
  return { before: countingPieces(ends.slice(1)), begun: countingPieces(ends.slice(0, -1)) }
}

function runsOf(ranges: readonly Range[], overlap: boolean): readonly (readonly Range[])[] {
  if (overlap) return ranges.map((range) => [range])
  return ranges.length > 0 ? [ranges] : []
}

/** The part of a period of which something is known; null where nothing is. */
function rangeOf(period: Period, first: number, knownTo: number, zone: string, grain: Grain | undefined): Range | null {
  const to = Math.min(period.to, knownTo)
  if (to <= period.from) return null
  return { from: period.from, to, first, ends: endsOf({ from: period.from, to }, zone, grain) }
}

function endsOf(period: Period, zone: string, grain: Grain | undefined): readonly number[] {
  return grain === undefined || grain === "hour_of_week" ? [period.from, period.to] : boundariesOf(period, zone, grain)
}

/** A bucket's snapshot is of its end, or of the end of what is known. */
function snapshotsOf(period: Period, { knownTo, zone }: Periods, grain: Grain | undefined) {
  const at = (from: number, to: number) => (from < knownTo ? Math.min(to, knownTo) : null)
  const ends = grain === undefined || grain === "hour_of_week" ? [] : boundariesOf(period, zone, grain)
  return { whole: at(period.from, period.to), byBucket: ends.slice(1).map((to, i) => at(ends[i]!, to)) }
}

/** The whole period, then its buckets, as far as anything is known. */
function windowsOf(period: Period, { knownTo, zone }: Periods, grain: Grain | undefined): readonly Period[] {
  const ends = grain === undefined || grain === "hour_of_week" ? [] : boundariesOf(period, zone, grain)
  const all = [period, ...ends.slice(1).map((to, i) => ({ from: ends[i]!, to }))]
  return all.filter(({ from }) => from < knownTo).map(({ from, to }) => ({ from, to: Math.min(to, knownTo) }))
}
