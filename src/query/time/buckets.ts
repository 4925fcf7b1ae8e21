import { Temporal } from "temporal-polyfill"
import { Problem } from "../../problem.ts"
import type { Bucket, Grain } from "../question.ts"
import type { Period } from "./period.ts"
import { micros, offsetsBetween, written, zoned } from "./zone.ts"

/** The most points of a line. */
export const MOST_BUCKETS = 10_000
export const HOURS_OF_WEEK = 168

const HOUR_US = 3_600_000_000
/** 1970 began on a Thursday: three days after Monday. */
const MONDAY_SHIFT = 72

/** The ends of the buckets of a period: one more than there are buckets. The first and the last bucket may be cut by the period. */
export function boundariesOf(period: Period, zone: string, grain: Exclude<Grain, "hour_of_week">): readonly number[] {
  const boundaries = [period.from]
  for (;;) {
    const next = nextEnd(boundaries.at(-1)!, zone, grain)
    if (next >= period.to) return [...boundaries, period.to]
    boundaries.push(next)
    if (boundaries.length > MOST_BUCKETS) throw new Problem("question.too_wide", { grain, most: MOST_BUCKETS })
  }
}

/** The buckets as people see them. */
export function bucketsOf(period: Period, zone: string, grain: Grain, knownTo: number): readonly Bucket[] {
  if (grain === "hour_of_week") return hoursOfWeek({ from: period.from, to: Math.min(period.to, knownTo) }, zone)
  const ends = boundariesOf(period, zone, grain)
  // Between the first and the last of them all are whole.
  const isWhole = (from: number, to: number): boolean =>
    nextEnd(from - 1, zone, grain) === from && nextEnd(from, zone, grain) === to
  return ends.slice(1).map((to, i) => ({
    from: written(ends[i]!, zone),
    to: written(to, zone),
    label: label(ends[i]!, zone, grain),
    partial: knownTo < to,
    cut: (i === 0 || to === period.to) && !isWhole(ends[i]!, to),
  }))
}

/** Whether a bucket is all that its label says: its numbers stand beside those of others. */
export function isComplete({ partial, cut }: Bucket): boolean {
  return !partial && !cut
}

/** The hour of the week of a local clock that is so far ahead of UTC: 0 is Monday from midnight. */
export function hourOfWeek(at: number, ahead_us: number): number {
  return (Math.floor((at + ahead_us) / HOUR_US) + MONDAY_SHIFT) % HOURS_OF_WEEK
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

function hoursOfWeek(period: Period, zone: string): readonly Bucket[] {
  const occurrences = occurrencesOf(period, zone)
  return occurrences.map((hours, i) => ({
    from: null,
    to: null,
    label: `${WEEKDAYS[Math.floor(i / 24)]} ${two(i % 24)}:00`,
    partial: false,
    cut: false,
    occurrences: hours,
  }))
}

/** How often each hour of the week occurred: 0 where the clock skipped it, twice in a week where the clock was put back. */
function occurrencesOf(period: Period, zone: string): readonly number[] {
  const times = Array.from({ length: HOURS_OF_WEEK }, () => 0)
  if (period.to <= period.from) return times
  const offsets = offsetsBetween(zone, period.from, period.to)
  for (const [i, { from_at, ahead_us }] of offsets.entries()) {
    const to = offsets[i + 1]?.from_at ?? period.to
    for (let at = from_at; at < to;) {
      const next = Math.min(to, at + HOUR_US - ((at + ahead_us) % HOUR_US))
      times[hourOfWeek(at, ahead_us)]! += (next - at) / HOUR_US
      at = next
    }
  }
  return times
}

function nextEnd(at: number, zone: string, grain: Exclude<Grain, "hour_of_week">): number {
  return grain === "hour" ? nextHour(at, zone) : nextStart(at, zone, grain)
}

/** The next full local hour; after a change of the clock by half an hour, the next one that is full again. */
function nextHour(at: number, zone: string): number {
  const ahead_us = zoned(at, zone).offsetNanoseconds / 1000
  return at + HOUR_US - ((at + ahead_us) % HOUR_US)
}

function nextStart(at: number, zone: string, grain: Exclude<Grain, "hour" | "hour_of_week">): number {
  const date = zoned(at, zone).toPlainDate()
  return micros(nextDate(date, grain).toZonedDateTime(zone))
}

function nextDate(date: Temporal.PlainDate, grain: Exclude<Grain, "hour" | "hour_of_week">): Temporal.PlainDate {
  switch (grain) {
    case "day":
      return date.add({ days: 1 })
    case "week":
      return date.add({ days: 8 - date.dayOfWeek })
    case "month":
      return date.with({ day: 1 }).add({ months: 1 })
    case "quarter":
      return date.with({ day: 1 }).add({ months: 3 - ((date.month - 1) % 3) })
    case "year":
      return new Temporal.PlainDate(date.year + 1, 1, 1)
    default:
      return grain satisfies never
  }
}

function label(at: number, zone: string, grain: Exclude<Grain, "hour_of_week">): string {
  const local = zoned(at, zone)
  const date = local.toPlainDate()
  switch (grain) {
    case "hour":
      return `${date.toString()} ${two(local.hour)}:${two(local.minute)}${local.hoursInDay === 24 ? "" : local.offset}`
    case "day":
      return date.toString()
    case "week":
      return `${date.yearOfWeek}-W${two(date.weekOfYear!)}`
    case "month":
      return date.toPlainYearMonth().toString()
    case "quarter":
      return `${date.year}-Q${Math.ceil(date.month / 3)}`
    case "year":
      return String(date.year)
    default:
      return grain satisfies never
  }
}

const two = (number: number): string => String(number).padStart(2, "0")
