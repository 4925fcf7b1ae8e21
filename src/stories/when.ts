import { parseMoment } from "../events/moment.ts"
import { type Days, dateAt, moment, takeDate, takeTime } from "./days.ts"
import { durationMs } from "./durations.ts"
import type { Words } from "./tokens.ts"

/** What a time without a date, `+15m` and `@30` are counted from. */
export interface Since {
  /** The line before. */
  readonly previous_at: number | undefined
  /** Where the conversation, call, … began. */
  readonly origin_at: number
}

export const WHEN_EXPECTED =
  'a time: "mon 16:50", "d3 09:00", "w2 tue 10:00", "2024-05-31 22:30", "2024-05-31T22:30:00Z", "09:05" on the same day, "+15m" after the line before, or "@30" minutes after the beginning'

/** The time a line begins with, as UTC microseconds, its words taken; `undefined` where there is none. */
export function takeWhen(words: Words, days: Days, since: Since): number | undefined {
  const word = words.peek() ?? ""
  if (word.startsWith("@")) return taken(words, since.origin_at, minutesMs(word.slice(1)))
  if (word.startsWith("+")) return taken(words, since.previous_at, durationMs(word.slice(1)))
  const exact = parseMoment(word)
  if (!Number.isNaN(exact)) return taken(words, exact, 0)
  const date = takeDate(words, days)
  if (date) return moment(date, takeTime(words), days.zone)
  const time = takeTime(words)
  if (!time || since.previous_at === undefined) return undefined
  return moment(dateAt(since.previous_at, days.zone), time, days.zone)
}

/** `30` is minutes, as in the book of definitions; `20s` and `3d` say their unit. */
function minutesMs(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 60_000) : durationMs(text)
}

function taken(words: Words, from: number | undefined, ms: number | undefined): number | undefined {
  if (from === undefined || ms === undefined) return undefined
  words.take()
  return from + ms * 1000
}
