import { Temporal } from "temporal-polyfill"
import { walk, type Words } from "./tokens.ts"

/** The days a story speaks of: `mon` and `d1` are days counted from its first Monday. */
export interface Days {
  readonly zone: string
  /** The local date, `2024-01-01`. */
  readonly monday: string
}

/** A Monday that is the first of a month and a year, so that sums are easy to follow. */
export const FIRST_MONDAY = "2024-01-01"

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const

/** `mon`, `w2 tue` (the second week's), `d3` (the third day), `2024-05-31` → the local date, its words taken. */
export function takeDate(words: Words, days: Days): Temporal.PlainDate | undefined {
  const word = words.peek() ?? ""
  const monday = Temporal.PlainDate.from(days.monday)
  const week = /^w(\d{1,3})$/.exec(word)
  if (week) {
    words.take()
    const weekday = WEEKDAYS.indexOf((words.take() ?? "") as (typeof WEEKDAYS)[number])
    return weekday < 0 ? undefined : monday.add({ days: 7 * (Number(week[1]) - 1) + weekday })
  }
  const weekday = WEEKDAYS.indexOf(word as (typeof WEEKDAYS)[number])
  if (weekday >= 0) return (words.take(), monday.add({ days: weekday }))
  const day = /^d(\d{1,4})$/.exec(word)
  if (day) return (words.take(), monday.add({ days: Number(day[1]) - 1 }))
  return /^\d{4}-\d{2}-\d{2}$/.test(word) && isDate(word) ? (words.take(), Temporal.PlainDate.from(word)) : undefined
}

/** `09:05`, `09:05:30` → the time of day. */
export function takeTime(words: Words): Temporal.PlainTime | undefined {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(words.peek() ?? "")
  if (!found) return undefined
  words.take()
  return Temporal.PlainTime.from({ hour: Number(found[1]), minute: Number(found[2]), second: Number(found[3] ?? 0) })
}

/** A local date and time as UTC microseconds. In a gap the later, in a fold the first. */
export function moment(date: Temporal.PlainDate, time: Temporal.PlainTime | undefined, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone, plainTime: time ?? Temporal.PlainTime.from("00:00") }).epochMilliseconds * 1000
}

/** The local date of a moment. */
export function dateAt(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
}

/** A label such as `mon`, `d3`, `mon 09:00`, `2024-05-31` → `2024-01-01T00:00:00`; `undefined` where it names no moment. */
export function localOfLabel(label: string, days: Days): string | undefined {
  const words = walk(label.split(/\s+/))
  const date = takeDate(words, days)
  if (!date) return undefined
  const time = takeTime(words)
  return words.left() > 0 ? undefined : date.toPlainDateTime(time).toString({ smallestUnit: "second" })
}

/** 31 April is refused, not moved to May. */
function isDate(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
