import { Temporal } from "temporal-polyfill"
import type { Hours } from "../worlds/world.ts"

/** Open milliseconds between two moments: each local day's window is cut to the span, its break taken out. */
export function openMs(hours: Hours, from_at: number, to_at: number): number {
  if (to_at <= from_at) return 0
  const last = dateOf(to_at, hours.zone)
  let sum = 0
  for (let date = dateOf(from_at, hours.zone); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!hours.weekdays.includes(date.dayOfWeek) || hours.holidays.includes(date.toString())) continue
    const [open, close] = [at(date, hours.open, hours.zone), at(date, hours.close, hours.zone)]
    const [pause, resume] = [at(date, hours.breakFrom, hours.zone), at(date, hours.breakTo, hours.zone)]
    const inside = (a: number, b: number) => Math.max(0, Math.min(b, close, to_at) - Math.max(a, open, from_at))
    sum += inside(open, close) - inside(pause, resume)
  }
  return sum / 1000
}

function dateOf(moment: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(moment / 1000))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
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

const offsets = new Map<string, number>()

/** Every zone changes its clock on a half hour. */
function offsetAt(zone: string, ms: number): number {
  const half = Math.floor(ms / HALF_HOUR_MS)
  const key = `${zone} ${half}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(half * HALF_HOUR_MS).toZonedDateTimeISO(zone)
  offsets.set(key, offsetNanoseconds / 1e6)
  return offsetNanoseconds / 1e6
}
