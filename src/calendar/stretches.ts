import { publicHolidays } from "./public-holidays.ts"
import { DAY_MS, weekdayOf, yearOf, type CalendarDefinition, type Window } from "./settings.ts"
import { zoneBetween, type Zone } from "./zone.ts"

/** Half-open, in milliseconds since 1970. */
export interface Stretch {
  from_ms: number
  to_ms: number
}

/** How far a local date can lie from the UTC date of the same name, with room for a window that runs past midnight. */
const MARGIN_DAYS = 3

/** When a calendar is open, over local dates: sorted, apart from each other, holidays and breaks taken out. */
export function openStretches(calendar: CalendarDefinition, fromDay: number, toDay: number): Stretch[] {
  const zone = zoneBetween(calendar.zone, (fromDay - MARGIN_DAYS) * DAY_MS, (toDay + MARGIN_DAYS) * DAY_MS)
  const open: Stretch[] = []
  const shut: Stretch[] = []
  for (let day = fromDay; day < toDay; day++) {
    const date = { from_ms: zone.instantOf(day * DAY_MS), to_ms: zone.instantOf((day + 1) * DAY_MS) }
    // A zone that crossed the date line has dates that never were.
    if (date.from_ms >= date.to_ms) continue
    if (holidayOn(calendar, day) !== undefined) {
      shut.push(date)
      continue
    }
    for (const window of hoursOn(calendar, day)) add(open, zone, day, window)
    for (const window of calendar.breaks[weekdayOf(day)]!) add(shut, zone, day, window)
  }
  return without(merged(open), merged(shut))
}

/** What the holiday on that date is called, if it is one. */
export function holidayOn(calendar: CalendarDefinition, day: number): string | undefined {
  const named = calendar.holidays.get(day)
  if (named !== undefined || calendar.publicHolidays === undefined) return named
  return publicHolidays(calendar.publicHolidays, yearOf(day)).get(day)
}

/** The windows that begin on that date, if it is no holiday. */
export function hoursOn(calendar: CalendarDefinition, day: number): readonly Window[] {
  return calendar.dates.get(day) ?? calendar.hours[weekdayOf(day)]!
}

function add(list: Stretch[], zone: Zone, day: number, { open_s, close_s }: Window): void {
  const from_ms = zone.instantOf(day * DAY_MS + open_s * 1000)
  const to_ms = zone.instantOf(day * DAY_MS + close_s * 1000)
  if (from_ms < to_ms) list.push({ from_ms, to_ms })
}

/** Sorted, and those that touch or overlap made one. */
function merged(list: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of list.sort((a, b) => a.from_ms - b.from_ms)) {
    const last = result.at(-1)
    if (last && stretch.from_ms <= last.to_ms) last.to_ms = Math.max(last.to_ms, stretch.to_ms)
    else result.push({ ...stretch })
  }
  return result
}

/** The open stretches less the shut ones. Both are sorted and apart. */
function without(open: readonly Stretch[], shut: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  let next = 0
  for (const { from_ms, to_ms } of open) {
    while (next < shut.length && shut[next]!.to_ms <= from_ms) next++
    let begin = from_ms
    for (let i = next; i < shut.length && shut[i]!.from_ms < to_ms; i++) {
      if (begin < shut[i]!.from_ms) result.push({ from_ms: begin, to_ms: shut[i]!.from_ms })
      begin = Math.max(begin, shut[i]!.to_ms)
    }
    if (begin < to_ms) result.push({ from_ms: begin, to_ms })
  }
  return result
}
