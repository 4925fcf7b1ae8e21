import { DAY_MS, firstDayOf, yearOf, type CalendarDefinition } from "./settings.ts"
import { openStretches, type Stretch } from "./stretches.ts"

/** Opening hours are known from the start of the one until the end of the other; beyond them a calendar is closed. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2100

const FIRST_MS = firstDayOf(FIRST_YEAR) * DAY_MS

/** Where the count of open time is zero. Any moment would do; a late one saves looking up holidays nobody asks for. */
const ZERO_YEAR = 2020

/** Open time. Moments are UTC microseconds, floored to the millisecond; durations are whole milliseconds. */
export interface Calendar {
  readonly definition: CalendarDefinition
  /** Open milliseconds from 2020-01-01T00:00Z to the moment; negative before it. */
  openBefore(at: number): number
  /** Open milliseconds between two moments; 0 if the second is not later. */
  openMs(from: number, to: number): number
  /** The earliest moment at which that much open time has gone by; null if that is never. */
  deadline(from: number, target_ms: number): number | null
  /** The earliest open moment that is not before `at`; null if there is none. */
  nextOpening(at: number): number | null
  /** The open stretches within two moments, cut to them, as moments. */
  openings(from: number, to: number): readonly { readonly from: number; readonly to: number }[]
}

/** The open stretches over some years as sorted columns, with the open time before each. The first and last are empty and endless. */
interface Hours {
  readonly fromYear: number
  readonly toYear: number
  readonly from_ms: number
  readonly to_ms: number
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly before: Float64Array
  /** For each UTC day, the stretch at or before its beginning. */
  readonly ofDay: Int32Array
}

export function compileCalendar(definition: CalendarDefinition): Calendar {
  const known = knownHours(definition)
  const openBefore = (at: number): number => {
    const ms = floorMs(at)
    const i = known.stretchAt(ms)
    const { ends, before, starts } = known.hours()
    const end = ends[i]!
    return before[i]! + (ms < end ? ms : end) - starts[i]!
  }
  return {
    definition,
    openBefore,
    openMs: (from, to) => (from >= to ? 0 : openBefore(to) - openBefore(from)),
    deadline: (from, target_ms) => (target_ms <= 0 ? from : reachedAt(known, floorMs(from), openBefore(from) + target_ms)),
    nextOpening: (at) => nextOpening(known, at),
    openings(from, to) {
      known.stretchAt(floorMs(from))
      known.stretchAt(floorMs(to))
      return cut(known.hours(), from, to)
    },
  }
}

/** Nothing is known before the first year. */
function floorMs(at: number): number {
  return Math.max(Math.floor(at / 1000), FIRST_MS)
}

/** The hours of the years asked for so far. */
interface KnownHours {
  hours(): Hours
  /** The stretch at or before the moment, growing the years that are known if need be. */
  stretchAt(ms: number): number
  /** Learns twice as many years ahead; false at the end of time. */
  later(): boolean
}

function knownHours(definition: CalendarDefinition): KnownHours {
  let hours = compileHours(definition, ZERO_YEAR, ZERO_YEAR + 1)
  // Most look-ups are near the one before.
  let last = 0
  const stretchAt = (ms: number): number => {
    if (ms < hours.from_ms || ms >= hours.to_ms) {
      hours = reaching(definition, hours, ms)
      last = 0
    }
    if (ms < hours.starts[last]! || ms >= hours.starts[last + 1]!) last = lastAtOrBefore(hours, ms)
    return last
  }
  return {
    hours: () => hours,
    stretchAt,
    later() {
      if (hours.toYear > LAST_YEAR) return false
      stretchAt(firstDayOf(2 * hours.toYear - Math.max(hours.fromYear, ZERO_YEAR)) * DAY_MS)
      return true
    },
  }
}

/** The moment at which the count of open time reaches the total, which is more than it is at `ms`. */
function reachedAt(known: KnownHours, ms: number, total: number): number | null {
  do {
    const start = known.stretchAt(ms)
    const hours = known.hours()
    const i = firstReaching(hours, start, total)
    if (i !== null) return (hours.starts[i]! + total - hours.before[i]!) * 1000
  } while (known.later())
  return null
}

function nextOpening(known: KnownHours, at: number): number | null {
  const ms = floorMs(at)
  do {
    const i = known.stretchAt(ms)
    const { starts, ends, to_ms } = known.hours()
    if (ms < ends[i]!) return Math.max(at, FIRST_MS * 1000)
    if (starts[i + 1]! < to_ms) return starts[i + 1]! * 1000
  } while (known.later())
  return null
}

function compileHours(definition: CalendarDefinition, fromYear: number, toYear: number): Hours {
  const from_ms = firstDayOf(fromYear) * DAY_MS
  const to_ms = firstDayOf(toYear) * DAY_MS
  const inside = openStretches(definition, firstDayOf(fromYear) - 2, firstDayOf(toYear) + 2)
    .map((stretch) => ({ from_ms: Math.max(stretch.from_ms, from_ms), to_ms: Math.min(stretch.to_ms, to_ms) }))
    .filter((stretch) => stretch.from_ms < stretch.to_ms)
  const stretches: Stretch[] = [{ from_ms, to_ms: from_ms }, ...inside, { from_ms: Infinity, to_ms: Infinity }]
  const before = new Float64Array(stretches.length)
  for (let i = 1; i < stretches.length; i++) before[i] = before[i - 1]! + stretches[i - 1]!.to_ms - stretches[i - 1]!.from_ms
  const zero = openAtZero(stretches, firstDayOf(ZERO_YEAR) * DAY_MS)
  const starts = Float64Array.from(stretches, (stretch) => stretch.from_ms)
  return {
    fromYear,
    toYear,
    from_ms,
    // The last year that can be known stands for all that is beyond it.
    to_ms: toYear > LAST_YEAR ? Infinity : to_ms,
    starts,
    ends: Float64Array.from(stretches, (stretch) => stretch.to_ms),
    before: before.map((open_ms) => open_ms - zero),
    ofDay: startsOfDays(starts, firstDayOf(fromYear), firstDayOf(toYear)),
  }
}

function openAtZero(stretches: readonly Stretch[], zero_ms: number): number {
  let open_ms = 0
  for (const { from_ms, to_ms } of stretches) if (from_ms < zero_ms) open_ms += Math.min(to_ms, zero_ms) - from_ms
  return open_ms
}

function reaching(definition: CalendarDefinition, hours: Hours, ms: number): Hours {
  const year = Math.min(Math.max(yearOf(Math.floor(ms / DAY_MS)), FIRST_YEAR), LAST_YEAR)
  return compileHours(definition, Math.min(year, hours.fromYear), Math.max(year + 1, hours.toYear))
}

/** For each day of the range, the last start that is not later than its beginning. */
function startsOfDays(starts: Float64Array, fromDay: number, toDay: number): Int32Array {
  let i = 0
  return Int32Array.from({ length: toDay - fromDay }, (_, day) => {
    while (starts[i + 1]! <= (fromDay + day) * DAY_MS) i++
    return i
  })
}

/** Index of the last start that is not later. A day has few stretches, so walking from its first is the quickest way. */
function lastAtOrBefore({ starts, ofDay }: Hours, ms: number): number {
  const day = Math.floor((ms - starts[0]!) / DAY_MS)
  let i = ofDay[Math.min(day, ofDay.length - 1)]!
  while (starts[i + 1]! <= ms) i++
  return i
}

/** Most deadlines are within so many stretches; what is farther is searched for. */
const NEAR = 8

/** The first stretch, from `start` on, within which the count of open time reaches the total. */
function firstReaching({ starts, ends, before }: Hours, start: number, total: number): number | null {
  const reaches = (i: number) => before[i]! + ends[i]! - starts[i]! >= total
  const last = starts.length - 1
  let low = start
  while (low < last && low < start + NEAR && !reaches(low)) low++
  let high = low < start + NEAR ? low : last
  while (low < high) {
    const middle = (low + high) >> 1
    if (reaches(middle)) high = middle
    else low = middle + 1
  }
  return low === last ? null : low
}

function cut(hours: Hours, from: number, to: number): { from: number; to: number }[] {
  const { starts, ends } = hours
  const result = []
  for (let i = lastAtOrBefore(hours, floorMs(from)); starts[i]! * 1000 < to; i++) {
    const part = { from: Math.max(from, starts[i]! * 1000), to: Math.min(to, ends[i]! * 1000) }
    if (part.from < part.to) result.push(part)
  }
  return result
}
