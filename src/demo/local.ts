import { Temporal } from "temporal-polyfill"

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A zone's clock over the simulated time, looked up without a calendar library. */
export interface LocalClock {
  readonly zone: string
  /** The number of the local day, counted from 1970-01-01. */
  day(moment: number): number
  /** The moment of a local time of day, `ms` after midnight on the clock on the wall. */
  at(day: number, ms: number): number
  /** Hours since local midnight, with the fraction. */
  hour(moment: number): number
}

export function localClock(zone: string, from: number, to: number): LocalClock {
  const shifts = offsets(zone, from, to)
  const offset = (moment: number) => {
    let i = shifts.length - 1
    while (i > 0 && shifts[i]!.from > moment) i--
    return shifts[i]!.ms
  }
  return {
    zone,
    day: (moment) => Math.floor((moment + offset(moment)) / DAY),
    at(day, ms) {
      const wall = day * DAY + ms
      return wall - offset(wall - offset(wall))
    },
    hour: (moment) => mod(moment + offset(moment), DAY) / HOUR,
  }
}

function offsets(zone: string, from: number, to: number): { from: number; ms: number }[] {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const found: { from: number; ms: number }[] = []
  while (at && at.epochMilliseconds <= to) {
    found.push({ from: at.epochMilliseconds, ms: at.offsetNanoseconds / 1e6 })
    at = at.getTimeZoneTransition("next")
  }
  return found
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return mod(day + 4, 7)
}

/** The number of the day an ISO date names. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY)
}

export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}
