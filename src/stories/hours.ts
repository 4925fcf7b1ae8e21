import { parseCalendars } from "../calendar/read.ts"
import { NO_SETTINGS, type CalendarSettings } from "../calendar/settings.ts"
import type { Days } from "./days.ts"
import { takeDate } from "./days.ts"
import { type Words, walk } from "./tokens.ts"

interface CalendarLines {
  zone: string | undefined
  readonly hours: Record<string, string>
  readonly breaks: Record<string, string>
  readonly dates: Record<string, string>
  readonly holidays: { readonly date: string; readonly name: string }[]
  public_holidays: string | undefined
}

/** The calendar lines of a story, gathered in the form of the settings file. */
export interface Hours {
  readonly calendars: Record<string, CalendarLines>
  readonly apply: Record<string, string>[]
  everybody: string | undefined
}

export const noHours = (): Hours => ({ calendars: {}, apply: [], everybody: undefined })

/** A calendar that has no name. */
const UNNAMED = "hours"

type Fail = (what: string) => never

/** What the lines of a calendar begin with, and what they look like. */
export const HOURS_LINES: Readonly<
  Record<string, { usage: string; read: (words: Words, hours: Hours, days: Days, fail: Fail) => void }>
> = {
  hours: { usage: "hours [NAME] mon-fri 09:00-17:00 [Europe/Berlin]", read: readHours },
  breaks: { usage: "breaks [NAME] mon-fri 12:00-13:00", read: readBreaks },
  on: { usage: "on [NAME] 2024-12-24 09:00-12:00, or closed", read: readDate },
  holiday: { usage: "holiday [NAME] 2024-12-25 Christmas", read: readHoliday },
  holidays: { usage: "holidays [NAME] of DE-BE", read: readPublicHolidays },
  everybody: { usage: "everybody uses NAME", read: readEverybody },
  team: { usage: "team TEAM uses NAME [from DATE] [before DATE]", read: readRule("team") },
  channel: { usage: "channel CHANNEL uses NAME [from DATE] [before DATE]", read: readRule("channel") },
  brand: { usage: "brand BRAND uses NAME [from DATE] [before DATE]", read: readRule("brand") },
  priority: { usage: "priority PRIORITY uses NAME [from DATE] [before DATE]", read: readRule("priority") },
}

/** All lines together as settings; the first calendar is everybody's where nothing else is said. */
export function settingsOf({ calendars, apply, everybody }: Hours, file: string): CalendarSettings {
  const first = Object.keys(calendars)[0]
  if (first === undefined) return NO_SETTINGS
  const all = Object.fromEntries(
    Object.entries(calendars).map(([name, lines]) => [name, { ...lines, zone: lines.zone ?? "UTC" }]),
  )
  // JSON is YAML, so the one reader of calendars checks these too.
  return parseCalendars(JSON.stringify({ calendars: all, default: everybody ?? first, apply }), `${file} (its calendar lines)`)
}

function calendarOf(words: Words, hours: Hours, isNext: (word: string) => boolean): CalendarLines {
  const named = words.peek() !== undefined && !isNext(words.peek()!)
  const name = named ? words.take()! : (Object.keys(hours.calendars).at(-1) ?? UNNAMED)
  return (hours.calendars[name] ??= {
    zone: undefined,
    hours: {},
    breaks: {},
    dates: {},
    holidays: [],
    public_holidays: undefined,
  })
}

function readHours(words: Words, hours: Hours, _: Days, fail: Fail): void {
  const calendar = calendarOf(words, hours, isWeekdays)
  const weekdays = words.take() ?? fail("I expected days: mon-fri, sat,sun or daily.")
  calendar.hours[weekdays] = words.take() ?? fail("I expected hours: 09:00-17:00, 09:00-12:00,13:00-17:00 or closed.")
  if (words.left() > 0) calendar.zone = words.take()
}

function readBreaks(words: Words, hours: Hours, _: Days, fail: Fail): void {
  const calendar = calendarOf(words, hours, isWeekdays)
  const weekdays = words.take() ?? fail("I expected days: mon-fri, sat,sun or daily.")
  calendar.breaks[weekdays] = words.take() ?? fail("I expected a time: 12:00-13:00.")
}

function readDate(words: Words, hours: Hours, days: Days, fail: Fail): void {
  const calendar = calendarOf(words, hours, isDate(days))
  const date = takeDate(words, days) ?? fail("I expected a date: 2024-12-24, mon or d3.")
  calendar.dates[date.toString()] = words.take() ?? fail("I expected hours: 09:00-12:00 or closed.")
}

function readHoliday(words: Words, hours: Hours, days: Days, fail: Fail): void {
  const calendar = calendarOf(words, hours, isDate(days))
  const date = takeDate(words, days) ?? fail("I expected a date: 2024-12-25, mon or d3.")
  calendar.holidays.push({ date: date.toString(), name: words.takeUntil(() => false).join(" ") || "holiday" })
}

function readPublicHolidays(words: Words, hours: Hours, _: Days, fail: Fail): void {
  const calendar = calendarOf(words, hours, (word) => word === "of")
  if (!words.takeIf("of")) fail('I expected "of" and a country: of DE, of DE-BE.')
  calendar.public_holidays = words.take() ?? fail("I expected a country: DE, DE-BE.")
}

function readEverybody(words: Words, hours: Hours, _: Days, fail: Fail): void {
  if (!words.takeIf("uses")) fail('I expected "uses" and the name of a calendar.')
  hours.everybody = words.take() ?? fail("I expected the name of a calendar.")
}

function readRule(dimension: string) {
  return (words: Words, hours: Hours, days: Days, fail: Fail): void => {
    const word = words.take() ?? fail(`I expected the name of a ${dimension}.`)
    if (!words.takeIf("uses")) fail('I expected "uses" and the name of a calendar.')
    const rule: Record<string, string> = {
      [dimension]: word,
      calendar: words.take() ?? fail("I expected the name of a calendar."),
    }
    for (const end of ["from", "before"]) {
      if (words.takeIf(end)) rule[end] = (takeDate(words, days) ?? fail(`I expected a date after "${end}".`)).toString()
    }
    hours.apply.push(rule)
  }
}

function isWeekdays(word: string): boolean {
  return word === "daily" || word.split(/[,-]/).every((day) => /^(mon|tue|wed|thu|fri|sat|sun)/.test(day))
}

function isDate(days: Days): (word: string) => boolean {
  return (word) => takeDate(walk([word]), days) !== undefined
}
