import { dayOf, type LocalClock, localClock, DAY, weekday } from "./local.ts"
import { HOME_ZONE, TEAMS, type TeamId, teamPlans } from "./company.ts"

/** The demo's year unless another end is asked for: the last day, in the company's zone. */
export const DEFAULT_END = "2026-10-31"

/** The simulated year: local days in the company's zone, moments in milliseconds. */
export interface Year {
  readonly firstDay: number
  readonly lastDay: number
  readonly start: number
  readonly end: number
  readonly home: LocalClock
  readonly teamClock: Readonly<Record<TeamId, LocalClock>>
  /** The first day of the year's n-th month, 0 to 12. */
  readonly monthDay: (month: number) => number
  /** The n-th such weekday of the year's n-th month. */
  readonly nthWeekday: (month: number, of: number, nth: number) => number
  /** How much of the year is over, 0 to 1. */
  share(day: number): number
}

/** Three days before and after are enough for what local midnights need; a fortnight is generous. */
const MARGIN = 14 * DAY
/** People and memberships may be this much older than the year. */
const PAST = 5 * 366 * DAY

export function yearEnding(end: string): Year {
  const lastDay = dayOf(end)
  const first = new Date((lastDay + 1) * DAY)
  const monthDay = (month: number) => Date.UTC(first.getUTCFullYear() - 1, first.getUTCMonth() + month, first.getUTCDate()) / DAY
  const firstDay = monthDay(0)
  const clock = (zone: string) => localClock(zone, firstDay * DAY - PAST, lastDay * DAY + MARGIN)
  const home = clock(HOME_ZONE)
  return {
    firstDay,
    lastDay,
    start: home.at(firstDay, 0),
    end: home.at(lastDay + 1, 0),
    home,
    teamClock: Object.fromEntries(TEAMS.map((team) => [team, clock(teamPlans[team].zone)])) as Record<TeamId, LocalClock>,
    monthDay,
    nthWeekday(month, of, nth) {
      const from = monthDay(month)
      return from + ((of - weekday(from) + 7) % 7) + 7 * (nth - 1)
    },
    share: (day) => (day - firstDay) / (lastDay + 1 - firstDay),
  }
}
