import { NO_CALENDAR, type Timetable } from "../../calendar/timetable.ts"
import { msBetween } from "./ms-between.ts"

/** From `at` until the next piece: its status, and what decides which calendar is in force. */
export interface Piece {
  readonly at: number
  readonly status: number
  readonly team: number
  readonly brand: number
  readonly channel: number
  readonly priority: number
}

/** How a promise is measured. `still` has a bit for each status in which its clock stands still. */
export interface Measure {
  readonly target_ms: number
  readonly business: boolean
  readonly still: number
}

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
  measure: Measure
  /** Until when it is walked, and in which piece that is. */
  at: number
  piece: number
  /** What it would show if it ran on and on. */
  readonly forecast: Forecast
}

interface Forecast extends Shown {
  /** Whose opening hours it was made by; undefined where there is none that holds. */
  by: Piece | undefined
}

const NOTHING: Measure = { target_ms: 0, business: false, still: 0 }

export function newClock(): Clock {
  const shown = { ms: 0, due: NaN, late: NaN, noCalendar: NaN }
  return { ...shown, measure: NOTHING, at: NaN, piece: 0, forecast: { ...shown, by: undefined } }
}

/** It starts anew, at this moment. */
export function start(clock: Clock, measure: Measure, from: number): void {
  clock.measure = measure
  clock.at = from
  clock.piece = 0
  clock.ms = 0
  clock.due = NaN
  clock.late = NaN
  clock.noCalendar = NaN
  clock.forecast.by = undefined
}

/** It shows from here on what another one does. */
export function setAs(clock: Clock, other: Clock): void {
  clock.measure = other.measure
  clock.at = other.at
  clock.piece = other.piece
  show(clock, other)
  clock.forecast.by = other.forecast.by
  if (other.forecast.by) show(clock.forecast, other.forecast)
}

function show(shown: Shown, other: Shown): void {
  shown.ms = other.ms
  shown.due = other.due
  shown.late = other.late
  shown.noCalendar = other.noCalendar
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
  const { forecast } = clock
  if (standsStill(clock.measure, piece.status)) forecast.by = undefined
  else {
    if (forecast.by && !isOfSameHours(forecast.by, piece)) forecast.by = undefined
    go(timetable, piece, clock, clock, to)
  }
  clock.at = to
}

/** Running on from where it is, under the opening hours of its piece. What only changed its status changes no forecast. */
export function forecastOf(timetable: Timetable, pieces: readonly Piece[], clock: Clock): Forecast {
  const piece = pieces[clock.piece]!
  const { forecast } = clock
  if (forecast.by && isOfSameHours(forecast.by, piece)) return forecast
  forecast.by = undefined
  show(forecast, clock)
  go(timetable, piece, clock, forecast, Infinity)
  forecast.by = piece
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
  const isDue = Number.isNaN(shown.due) && ms >= left
  if (isDue) shown.due = forecast.by ? forecast.due : momentAfter(timetable, calendar, from, left)
  if (Number.isNaN(shown.late) && ms > left) {
    if (forecast.by) shown.late = forecast.late
    else if (isDue && left > 0) shown.late = momentLater(timetable, calendar, shown.due)
    else shown.late = momentAfter(timetable, calendar, from, left + 1)
  }
  shown.ms += ms
}

function momentAfter(timetable: Timetable, calendar: number, from: number, ms: number): number {
  if (calendar === NO_CALENDAR) return (Math.floor(from / 1000) + ms) * 1000
  return timetable.calendar(calendar).deadline(from, ms) ?? NaN
}

/** One open millisecond after the moment at which a number of them has gone by: sooner found than that number and one. */
function momentLater(timetable: Timetable, calendar: number, due: number): number {
  if (calendar === NO_CALENDAR || Number.isNaN(due)) return due + 1000
  return (timetable.calendar(calendar).nextOpening(due) ?? NaN) + 1000
}
