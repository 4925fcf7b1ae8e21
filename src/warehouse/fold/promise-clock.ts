import { NO_CALENDAR, type Timetable } from "../../calendar/timetable.ts"
import { msBetween } from "./elapsed.ts"
import type { Measure, Piece } from "./promise-book.ts"

/** What a clock shows. Moments are NaN where there is none; `ms` is NaN where it is not known. */
interface Shown {
  ms: number
  due: number
  late: number
  /** Where nobody knew any more what was used up, and nothing was late before. */
  noCalendar: number
}

/** A promise's clock, walked over the pieces of its conversation as far as they have come. */
export interface Clock extends Shown {
  readonly measure: Measure
  /** Until when it is walked, and in which piece that is. */
  at: number
  piece: number
  /** What it would show if it ran on and on, as long as that holds. */
  forecast: Forecast | undefined
}

interface Forecast extends Shown {
  /** Whose opening hours it was made by. */
  by: Piece
}

export function clockFrom(measure: Measure, from: number): Clock {
  return { measure, at: from, piece: 0, ms: 0, due: NaN, late: NaN, noCalendar: NaN, forecast: undefined }
}

export function copyOf(clock: Clock): Clock {
  const { measure, at, piece, ms, due, late, noCalendar, forecast } = clock
  return { measure, at, piece, ms, due, late, noCalendar, forecast }
}

/** Walks it on to a moment; where it has come that far already, only pieces that begin at that moment are new. */
export function walkTo(timetable: Timetable, pieces: readonly Piece[], clock: Clock, to: number): void {
  for (;;) {
    const next = pieces[clock.piece + 1]
    const isLast = next === undefined || next.at > to
    walk(timetable, pieces[clock.piece]!, clock, isLast ? to : next.at)
    if (isLast) return
    clock.piece++
  }
}

function walk(timetable: Timetable, piece: Piece, clock: Clock, to: number): void {
  if (!(clock.at < to)) return
  if (standsStill(clock.measure, piece.status)) clock.forecast = undefined
  else {
    if (clock.forecast && !isOfSameHours(clock.forecast.by, piece)) clock.forecast = undefined
    go(timetable, piece, clock, clock, to)
  }
  clock.at = to
}

/** Running on from where it is, under the opening hours of its piece. What only changed its status changes no forecast. */
export function forecastOf(timetable: Timetable, pieces: readonly Piece[], clock: Clock): Forecast {
  const piece = pieces[clock.piece]!
  if (clock.forecast && isOfSameHours(clock.forecast.by, piece)) return clock.forecast
  const { ms, due, late, noCalendar } = clock
  const forecast = { by: piece, ms, due, late, noCalendar }
  clock.forecast = undefined
  go(timetable, piece, clock, forecast, Infinity)
  clock.forecast = forecast
  return forecast
}

/** What decides on the calendar in force is the same. */
function isOfSameHours(one: Piece, other: Piece): boolean {
  if (one === other) return true
  return one.team === other.team && one.brand === other.brand && one.channel === other.channel && one.priority === other.priority
}

export function standsStill({ still }: Measure, status: number): boolean {
  return (still & (1 << status)) !== 0
}

/** What a clock that runs shows at a moment, is shown. */
function go(timetable: Timetable, piece: Piece, clock: Clock, shown: Shown, to: number): void {
  const { at: from, measure } = clock
  if (!measure.business) return use(timetable, clock, shown, to === Infinity ? Infinity : msBetween(from, to), NO_CALENDAR, from)
  for (let at = from; at < to && !Number.isNaN(shown.ms);) {
    const calendar = timetable.calendarAt(piece.team, piece.brand, piece.channel, piece.priority, at)
    const next = Math.min(to, timetable.nextChange(at))
    if (calendar === NO_CALENDAR) stopMeasuring(shown, at)
    else {
      const ms = next === Infinity ? Infinity : timetable.openBefore(calendar, next) - timetable.openBefore(calendar, at)
      use(timetable, clock, shown, ms, calendar, at)
    }
    at = next
  }
}

/** From here on nobody knows what is used up; what was late before stays late. */
function stopMeasuring(shown: Shown, at: number): void {
  shown.ms = NaN
  if (Number.isNaN(shown.late)) shown.noCalendar = at
}

function use(timetable: Timetable, { measure, forecast }: Clock, shown: Shown, ms: number, calendar: number, from: number): void {
  const left = measure.target_ms - shown.ms
  if (Number.isNaN(shown.due) && ms >= left) shown.due = forecast ? forecast.due : momentAfter(timetable, calendar, from, left)
  if (Number.isNaN(shown.late) && ms > left)
    shown.late = forecast ? forecast.late : momentAfter(timetable, calendar, from, left + 1)
  shown.ms += ms
}

function momentAfter(timetable: Timetable, calendar: number, from: number, ms: number): number {
  if (calendar === NO_CALENDAR) return (Math.floor(from / 1000) + ms) * 1000
  return timetable.calendar(calendar).deadline(from, ms) ?? NaN
}
