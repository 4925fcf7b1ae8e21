import { NO_CALENDAR, type Timetable } from "../../calendar/timetable.ts"
import { msBetween } from "./elapsed.ts"
import type { Measure, Piece } from "./promise-book.ts"

/** What a clock shows. Moments are NaN where there is none; `ms` is NaN where it is not known, Infinity where it runs for ever. */
export interface Reading {
  readonly ms: number
  readonly due: number
  readonly late: number
  readonly noCalendar: number
}

/**
 * Walks a promise's clock over the pieces of its conversation from one moment to another, and on from there to the moments at which it
 * would be due and late. `to` is Infinity for what still runs: then the last piece lasts.
 */
export function readPromise(timetable: Timetable, pieces: readonly Piece[], measure: Measure, from: number, to: number): Reading {
  const walk: Walk = { timetable, measure, ms: 0, due: NaN, late: NaN, noCalendar: NaN }
  let last = 0
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    const until = Math.min(pieces[i + 1]?.at ?? Infinity, to)
    if (piece.at <= to) last = i
    if (!standsStill(measure, piece.status)) go(walk, piece, Math.max(piece.at, from), until)
  }
  const { ms, noCalendar } = walk
  // What is over would have been due all the same.
  if (to < Infinity) go(walk, pieces[last]!, to, Infinity)
  const due = Number.isNaN(walk.due) ? walk.noCalendar : walk.due
  return { ms, due, late: walk.late, noCalendar: to < Infinity ? noCalendar : walk.noCalendar }
}

export function standsStill({ still }: Measure, status: number): boolean {
  return (still & (1 << status)) !== 0
}

interface Walk {
  readonly timetable: Timetable
  readonly measure: Measure
  ms: number
  due: number
  late: number
  noCalendar: number
}

function go(walk: Walk, piece: Piece, from: number, to: number): void {
  if (!(from < to)) return
  if (!walk.measure.business) return use(walk, to === Infinity ? Infinity : msBetween(from, to), NO_CALENDAR, from)
  const { timetable } = walk
  for (let at = from; at < to && !Number.isNaN(walk.ms);) {
    const calendar = timetable.calendarAt(piece.team, piece.brand, piece.channel, piece.priority, at)
    const next = Math.min(to, timetable.nextChange(at))
    if (calendar === NO_CALENDAR) stopMeasuring(walk, at)
    else useOpen(walk, calendar, at, next)
    at = next
  }
}

/** From here on nobody knows what is used up; what was late before stays late. */
function stopMeasuring(walk: Walk, at: number): void {
  walk.ms = NaN
  if (Number.isNaN(walk.late)) walk.noCalendar = at
}

function useOpen(walk: Walk, calendar: number, from: number, to: number): void {
  const { timetable } = walk
  const open = to === Infinity ? Infinity : timetable.openBefore(calendar, to) - timetable.openBefore(calendar, from)
  use(walk, open, calendar, from)
}

function use(walk: Walk, ms: number, calendar: number, from: number): void {
  const left = walk.measure.target_ms - walk.ms
  if (Number.isNaN(walk.due) && ms >= left) walk.due = momentAfter(walk, calendar, from, left)
  if (Number.isNaN(walk.late) && ms > left) walk.late = momentAfter(walk, calendar, from, left + 1)
  walk.ms += ms
}

function momentAfter({ timetable }: Walk, calendar: number, from: number, ms: number): number {
  if (calendar === NO_CALENDAR) return (Math.floor(from / 1000) + ms) * 1000
  return timetable.calendar(calendar).deadline(from, ms) ?? NaN
}
