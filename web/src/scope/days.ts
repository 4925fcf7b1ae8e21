/** Local calendar days as `2026-03-29`. Arithmetic on days never meets a clock change, so it is done on dates alone. */
export type Day = string

const MS_A_DAY = 86_400_000

/** A day of the calendar: the 30th of February is read as a moment all the same, but of another day. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toMs(text)) && fromMs(toMs(text)) === text

export const addDays = (day: Day, days: number): Day => fromMs(toMs(day) + days * MS_A_DAY)

export const daysBetween = (from: Day, to: Day): number => Math.round((toMs(to) - toMs(from)) / MS_A_DAY)

/** 0 is Monday. */
export const weekday = (day: Day): number => (new Date(toMs(day)).getUTCDay() + 6) % 7

export const startOfWeek = (day: Day): Day => addDays(day, -weekday(day))

/** The first day of the month that is `months` away from the day's own. */
export function startOfMonth(day: Day, months = 0): Day {
  const date = new Date(toMs(day))
  return fromMs(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
}

export function startOfQuarter(day: Day, quarters = 0): Day {
  const date = new Date(toMs(day))
  return fromMs(Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + quarters) * 3, 1))
}

export const startOfYear = (day: Day, years = 0): Day => `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}-01-01`

const toMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
