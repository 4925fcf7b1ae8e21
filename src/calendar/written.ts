import { Temporal } from "temporal-polyfill"
import { z } from "zod"
import { DAY_MS, DAY_S, type Window } from "./settings.ts"

/** How people write days, times and dates in a settings file. Each schema turns the text into what the calendar counts with. */

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
const SPAN = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const MOST_WINDOWS = 48

/** `09:00-12:00, 13:00-17:00`, a list of those, or `closed`. A window that does not close later closes on the next day. */
export const Windows = z
  .union([z.string(), z.array(z.string())], { error: 'write hours as "09:00-17:00", or "closed".' })
  .transform((given, context): Window[] => {
    const spans = (typeof given === "string" ? given.split(",") : given).map((span) => span.trim())
    if (spans.length > MOST_WINDOWS)
      context.addIssue(`${spans.length} windows in a day are too many; the most is ${MOST_WINDOWS}.`)
    if (spans.length === 1 && spans[0] === "closed") return []
    return spans.flatMap((span) => {
      const window = windowOf(span)
      if (window === undefined)
        context.addIssue(`"${span}" is no window of time. Write it as 09:00-17:00; the day ends at 24:00.`)
      return window ?? []
    })
  })

function windowOf(span: string): Window | undefined {
  const found = SPAN.exec(span)
  if (!found) return undefined
  const open_s = secondsOf(found[1]!, found[2]!, found[3])
  const close_s = secondsOf(found[4]!, found[5]!, found[6])
  if (open_s === undefined || close_s === undefined || open_s === DAY_S) return undefined
  return { open_s, close_s: close_s <= open_s ? close_s + DAY_S : close_s }
}

function secondsOf(hour: string, minute: string, second = "0"): number | undefined {
  const total = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return Number(minute) < 60 && Number(second) < 60 && total <= DAY_S ? total : undefined
}

/** `mon-fri: 09:00-17:00`, `sat, sun: closed`, `daily: …` → windows by weekday, Monday first. A day may be named once. */
export const Week = z.record(z.string(), Windows).transform((given, context): (readonly Window[])[] => {
  const week: (readonly Window[] | undefined)[] = DAYS.map(() => undefined)
  for (const [days, windows] of Object.entries(given)) {
    for (const day of daysOf(days)) {
      if (day < 0)
        context.addIssue({
          code: "custom",
          path: [days],
          message: `"${days}" names no days. Write mon, tue, …, mon-fri, or daily.`,
        })
      else if (week[day])
        context.addIssue({
          code: "custom",
          path: [days],
          message: `${DAYS[day]} has hours already. Give all its windows in one line.`,
        })
      else week[day] = windows
    }
  }
  return week.map((windows) => windows ?? [])
})

/** The weekdays meant, or [-1]. `sat-mon` runs over the end of the week. */
function daysOf(text: string): number[] {
  return text
    .toLowerCase()
    .split(",")
    .flatMap((part) => {
      const [from, to, ...rest] = part.trim().split(/\s*[-–]\s*/)
      if (from === "daily" && to === undefined) return DAYS.map((_, day) => day)
      const [first, last] = [dayOf(from!), dayOf(to ?? from!)]
      if (first < 0 || last < 0 || rest.length > 0) return [-1]
      return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7)
    })
}

/** `tue`, `tuesday`. */
function dayOf(name: string): number {
  return DAYS.findIndex((day) => name === day || name === day.slice(0, 3))
}

/** `2026-12-24` → days since 1970. */
export const Day = z.string({ error: "write a date as 2026-12-24." }).transform((text, context): number => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) / DAY_MS : NaN
  if (Number.isInteger(day) && new Date(day * DAY_MS).toISOString().startsWith(text)) return day
  context.addIssue(`"${text}" is no date. Write it as 2026-12-24.`)
  return z.NEVER
})

/** An IANA zone. */
export const ZoneName = z.string({ error: "name a zone such as Europe/Berlin." }).refine(isZone, {
  error: ({ input }) => `there is no time zone "${String(input)}". Write it as Europe/Berlin, America/New_York or UTC.`,
})

function isZone(name: string): boolean {
  if (/^[+-]|^Z$/i.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The moment, in microseconds, at which a local date begins in the zone. */
export function startOfDay(day: number, zone: string): number {
  const date = Temporal.PlainDate.from("1970-01-01").add({ days: day })
  return date.toZonedDateTime(zone).epochMilliseconds * 1000
}
