import { Temporal } from "temporal-polyfill"
import type { Hours } from "../worlds/world.ts"
import { memo } from "./memo.ts"

/** Open milliseconds between two moments: each local day's window is cut to the span, its break taken out. */
export function openMs(hours: Hours, from_at: number, to_at: number): number {
  if (to_at <= from_at) return 0
  const last = dayAt(hours.zone, to_at)
  let sum = 0
  for (let day = dayAt(hours.zone, from_at); day <= last; day++) {
    const window = windowOf(hours, day)
    if (window === null) continue
    const [open, close] = [Math.max(window.open, from_at), Math.min(window.close, to_at)]
    const inside = (a: number, b: number) => Math.max(0, Math.min(b, close) - Math.max(a, open))
    sum += inside(open, close) - inside(window.pause, window.resume)
  }
  return sum / 1000
}

/** From when to when the door is open on a day, as moments. */
interface Window {
  readonly open: number
  readonly close: number
  readonly pause: number
  readonly resume: number
}

const FIRST_DAY = Temporal.PlainDate.from("1970-01-01")

/** Thousands of spans lie over the same few days, so each day of each door is looked up once. */
const windowsOf = new WeakMap<Hours, (day: number) => Window | null>()

function windowOf(hours: Hours, day: number): Window | null {
  const known = windowsOf.get(hours) ?? memo((each: number) => windowOn(hours, FIRST_DAY.add({ days: each })))
  windowsOf.set(hours, known)
  return known(day)
}

function windowOn({ zone, weekdays, holidays, ...times }: Hours, date: Temporal.PlainDate): Window | null {
  if (!weekdays.includes(date.dayOfWeek) || holidays.includes(date.toString())) return null
  return {
    open: at(date, times.open, zone),
    close: at(date, times.close, zone),
    pause: at(date, times.breakFrom, zone),
    resume: at(date, times.breakTo, zone),
  }
}

/** Days since 1970 on the calendar of a zone. No zone begins a day between half hours. */
const dayAtHalfHour = memo((zone: string) =>
  memo((half: number) => {
    const date = Temporal.Instant.fromEpochMilliseconds(half * HALF_HOUR_MS)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
    return FIRST_DAY.until(date).days
  }),
)

function dayAt(zone: string, moment: number): number {
  return dayAtHalfHour(zone)(Math.floor(moment / 1000 / HALF_HOUR_MS))
}

/** Midnight at the end of a day is the beginning of the next. */
function at(date: Temporal.PlainDate, time: string, zone: string): number {
  const [day, clock] = time === "24:00" ? [date.add({ days: 1 }), "00:00"] : [date, time]
  return day.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds * 1000
}

const MINUTE_US = 60_000_000
const HALF_HOUR_MS = 1_800_000

/** The same, minute by minute: is the door open in this one? Windows begin and end with whole minutes. */
export function openMinutes(hours: Hours, from_at: number, to_at: number): number {
  let sum = 0
  for (let at = from_at; at < to_at;) {
    const next = Math.min(to_at, (Math.floor(at / MINUTE_US) + 1) * MINUTE_US)
    if (isOpen(hours, at)) sum += next - at
    at = next
  }
  return sum / 1000
}

function isOpen({ zone, weekdays, holidays, open, close, breakFrom, breakTo }: Hours, at: number): boolean {
  const local = new Date(at / 1000 + offsetAt(zone, at / 1000)).toISOString()
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)]
  const weekday = new Date(date).getUTCDay() || 7
  return (
    weekdays.includes(weekday) &&
    !holidays.includes(date) &&
    time >= open &&
    time < close &&
    !(time >= breakFrom && time < breakTo)
  )
}

/** Every zone changes its clock on a half hour. */
const offsetAtHalfHour = memo((zone: string) =>
  memo((half: number) => {
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(half * HALF_HOUR_MS).toZonedDateTimeISO(zone)
    return offsetNanoseconds / 1e6
  }),
)

function offsetAt(zone: string, ms: number): number {
  return offsetAtHalfHour(zone)(Math.floor(ms / HALF_HOUR_MS))
}
