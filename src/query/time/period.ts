import type { Temporal } from "temporal-polyfill"
import { Problem } from "../../problem.ts"
import type { Question } from "../question.ts"
import { checkZone, micros, momentOf, zoned } from "./zone.ts"

/** A half-open stretch of time: from its first moment until just before its end, UTC microseconds. */
export interface Period {
  readonly from: number
  readonly to: number
}

export interface Periods {
  readonly zone: string
  readonly now: Period
  /** What it is compared with; cut to the same local length where the data end inside `now`. */
  readonly before?: Period
  /** Up to here something is known; exclusive. */
  readonly knownTo: number
}

/** The periods of a question, with what the data know. */
export function periodsOf(question: Question, zone: string, knownUntil: number | null): Periods {
  checkZone(zone)
  const now = { from: momentOf(question.from, zone, "from"), to: momentOf(question.to, zone, "to") }
  if (now.to <= now.from) throw new Problem("question.empty_period", { from: question.from, to: question.to })
  const knownTo = knownUntil === null ? now.to : knownUntil + 1
  if (question.compare === undefined) return { zone, now, knownTo }
  return { zone, now, before: cut(comparison(question, now, zone), now, knownTo, zone), knownTo }
}

function comparison(question: Question, now: Period, zone: string): Period {
  const from = zoned(now.from, zone)
  const to = zoned(now.to, zone)
  if (question.compare === "previous") return { from: micros(from.subtract(lengthOf(from, to, question.grain))), to: now.from }
  // Weeks stay weeks: 52 of them earlier is the same weekday.
  const year = question.grain === "week" || question.grain === "hour_of_week" ? { weeks: 52 } : { years: 1 }
  return { from: micros(from.subtract(year)), to: micros(to.subtract(year)) }
}

/** Months go by the calendar: before May comes April, though it is a day shorter. All else is as many days, and weeks stay weeks. */
function lengthOf(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime, grain: Question["grain"]): Temporal.Duration {
  const days = from.until(to, { largestUnit: "day" })
  if (isMonthStart(from) && isMonthStart(to) && !(grain === "week" && days.days % 7 === 0))
    return from.until(to, { largestUnit: "year" })
  return days
}

function isMonthStart(at: Temporal.ZonedDateTime): boolean {
  return at.day === 1 && at.equals(at.startOfDay())
}

/** Where the data end inside the period, the other one ends after the same local time. */
function cut(before: Period, now: Period, knownTo: number, zone: string): Period {
  if (knownTo >= now.to || knownTo <= now.from) return before
  const elapsed = zoned(now.from, zone).until(zoned(knownTo, zone), { largestUnit: "day" })
  return { from: before.from, to: Math.min(before.to, micros(zoned(before.from, zone).add(elapsed))) }
}
