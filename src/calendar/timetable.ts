import { compileCalendar, type Calendar } from "./calendar.ts"
import { type CodeOfWord, compileRules } from "./rules.ts"
import type { CalendarSettings } from "./settings.ts"

/** There is no calendar: open time is null, and the reason is "no calendar". */
export const NO_CALENDAR = -1

/**
 * Which opening hours apply to a conversation, and how much open time has gone by. Words are the dictionary's codes; 0 or less is
 * "not known". Moments are UTC microseconds, open time is whole milliseconds.
 *
 * Open time between two moments under one calendar is `openBefore(c, to) - openBefore(c, from)`: every moment is first floored to its
 * millisecond, so a span can be split anywhere and its parts add up exactly. Where several calendars are in force one after another,
 * an `odometer` (odometer.ts) carries the sum over the change.
 */
export interface Timetable {
  /** The calendars' names. Everywhere else a calendar is its index in this list. */
  readonly calendars: readonly string[]
  /** The calendar in force at that moment for these words, or `NO_CALENDAR`. */
  calendarAt(team: number, brand: number, channel: number, priority: number, at: number): number
  /** The next moment after `at` at which a rule begins or ends, whoever it concerns; Infinity if none does. */
  nextChange(at: number): number
  /** Open milliseconds of that calendar from its zero, 2020-01-01T00:00Z, to the moment; negative before it. */
  openBefore(calendar: number, at: number): number
  /** The calendar itself: open time, deadlines, next opening. */
  calendar(calendar: number): Calendar
}

/**
 * The settings as the fold uses them. `codeOfWord` is the dictionary as it stands: a word it does not know matches nothing, so compile
 * again once an import has added words.
 */
export function compileTimetable(settings: CalendarSettings, codeOfWord: CodeOfWord): Timetable {
  const calendars = settings.calendars.map(compileCalendar)
  const rules = compileRules(settings, codeOfWord)
  return {
    calendars: settings.calendars.map(({ name }) => name),
    ...rules,
    openBefore: (calendar, at) => calendars[calendar]!.openBefore(at),
    calendar: (calendar) => calendars[calendar]!,
  }
}
