import { Temporal } from "temporal-polyfill"
import { compileCalendar } from "./calendar.ts"
import {
  DAY_S,
  dateOf,
  firstDayOf,
  type CalendarDefinition,
  type CalendarRule,
  type CalendarSettings,
  type Window,
} from "./settings.ts"
import { holidayOn, hoursOn } from "./stretches.ts"
import { startOfDay } from "./written.ts"

const DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
const HOLIDAYS_AHEAD = 5
/** How far ahead holidays are looked for. */
const DAYS_AHEAD = 400
const EVERYTHING = "everything else"

/** The calendars for a person to check: this week's hours, the next holidays, what each is for, and what looks wrong. */
export function calendarLines(settings: CalendarSettings, at: number): string[] {
  const worries = problemsOf(settings)
  return [
    ...settings.calendars.flatMap((calendar) => ["", ...calendarOf(calendar, at)]),
    "",
    "Which applies (the last line that fits):",
    ...settings.rules.map((rule) => `  ${settings.calendars[rule.calendar ?? -1]?.name ?? "none"}: ${scopeOf(settings, rule)}`),
    ...(worries.length > 0 ? ["", "To look at:", ...worries.map((worry) => `  ${worry}`)] : []),
  ].slice(1)
}

function calendarOf(calendar: CalendarDefinition, at: number): string[] {
  const today = dayAt(calendar.zone, at)
  const monday = today - ((today + 3) % 7)
  const compiled = compileCalendar(calendar)
  const week_ms = compiled.openMs(startOfDay(monday, calendar.zone), startOfDay(monday + 7, calendar.zone))
  return [
    `${calendar.name} (${calendar.zone}), ${hoursText(week_ms)} this week`,
    ...DAY_NAMES.map((name, i) => `  ${name} ${dateOf(monday + i)}  ${dayText(calendar, monday + i)}`),
    `  next holidays: ${nextHolidays(calendar, today).join(", ") || "none"}`,
  ]
}

function dayText(calendar: CalendarDefinition, day: number): string {
  const holiday = holidayOn(calendar, day)
  if (holiday !== undefined) return `closed: ${holiday}`
  const windows = hoursOn(calendar, day).map(windowText)
  const breaks = calendar.breaks[(day + 3) % 7]!.map(windowText)
  const own = calendar.dates.has(day) ? " (this date only)" : ""
  return `${windows.join(", ") || "closed"}${breaks.length > 0 && windows.length > 0 ? `, break ${breaks.join(", ")}` : ""}${own}`
}

function nextHolidays(calendar: CalendarDefinition, today: number): string[] {
  const found: string[] = []
  for (let day = today; day < today + DAYS_AHEAD && found.length < HOLIDAYS_AHEAD; day++) {
    const holiday = holidayOn(calendar, day)
    if (holiday !== undefined) found.push(`${dateOf(day)} ${holiday}`)
  }
  return found
}

function scopeOf({ calendars }: CalendarSettings, rule: CalendarRule): string {
  const words = (["team", "brand", "channel", "priority"] as const)
    .filter((dimension) => rule[dimension].length > 0)
    .map((dimension) => `${dimension} ${rule[dimension].join(" or ")}`)
  const zone = calendars[rule.calendar ?? -1]?.zone ?? "UTC"
  const from = Number.isFinite(rule.from_at) ? ` from ${dateOf(dayAt(zone, rule.from_at))}` : ""
  const before = Number.isFinite(rule.before_at) ? ` before ${dateOf(dayAt(zone, rule.before_at))}` : ""
  return `${words.join(", ") || EVERYTHING}${from}${before}`
}

/** What is allowed, and yet is seldom meant. */
export function problemsOf({ calendars, rules }: CalendarSettings): string[] {
  const unused = calendars.filter((_, index) => !rules.some((rule) => rule.calendar === index))
  const everyone = rules.some((rule) => ![...rule.team, ...rule.brand, ...rule.channel, ...rule.priority].length)
  return [
    ...unused.map(({ name }) => `No line of apply names the calendar ${name}, so nothing uses it.`),
    ...(everyone ? [] : ["There is no default, so what no line of apply names has no open time."]),
    ...calendars.flatMap((calendar) => [...neverOpen(calendar), ...shutDates(calendar), ...overlaps(calendar)]),
  ]
}

function neverOpen({ name, hours, dates }: CalendarDefinition): string[] {
  const windows = [...hours, ...dates.values()].flat()
  return windows.length === 0 ? [`${name} never opens.`] : []
}

function shutDates(calendar: CalendarDefinition): string[] {
  return [...calendar.dates]
    .filter(([day, windows]) => windows.length > 0 && holidayOn(calendar, day) !== undefined)
    .map(
      ([day]) =>
        `${calendar.name} has hours for ${dateOf(day)}, but that is a holiday (${holidayOn(calendar, day)}), which beats them.`,
    )
}

function overlaps({ name, hours }: CalendarDefinition): string[] {
  return hours.flatMap((windows, day) => {
    const sorted = windows.toSorted((a, b) => a.open_s - b.open_s)
    const twice = sorted.find((window, i) => i > 0 && window.open_s < sorted[i - 1]!.close_s)
    return twice ? [`${name} is open twice at ${clockText(twice.open_s)} on ${DAY_NAMES[day]}; it counts once.`] : []
  })
}

function windowText({ open_s, close_s }: Window): string {
  return `${clockText(open_s)}-${clockText(close_s > DAY_S ? close_s - DAY_S : close_s)}`
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 === 0 ? [] : [seconds % 60])]
  return parts.map((part) => String(part).padStart(2, "0")).join(":")
}

function hoursText(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** The local date of a moment. */
function dayAt(zone: string, at: number): number {
  const date = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO(zone)
  return firstDayOf(date.year) + date.dayOfYear - 1
}
