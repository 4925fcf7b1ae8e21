import Holidays from "date-holidays"
import { chance, type Chance } from "./chance.ts"
import { TEAMS, type TeamId, teamPlans } from "./company.ts"
import type { Incidents } from "./incidents.ts"
import { dateOf, HOUR, MINUTE, weekday } from "./local.ts"
import type { Person } from "./people.ts"
import type { Year } from "./year.ts"

export type Activity = "work" | "break" | "meeting" | "training" | "absent"

/** A stretch of a person's planned day. */
export interface Duty {
  readonly activity: Activity
  readonly from: number
  readonly to: number
  readonly paid: boolean
}

export interface Roster {
  /** What was planned for the person on that day of the team's zone; empty on a day off. */
  duties(person: Person, day: number): readonly Duty[]
  /** Whether the team is open to callers and chats at that moment. */
  open(team: TeamId, moment: number): boolean
  /** Local dates on which the team does not work, the forgotten one included. */
  readonly closed: Readonly<Record<TeamId, ReadonlySet<number>>>
}

export function roster(year: Year, seed: number, incidents: Incidents): Roster {
  const luck = chance(seed, "shifts")
  const closed = Object.fromEntries(TEAMS.map((team) => [team, closedDays(team, year, incidents)])) as Record<TeamId, Set<number>>
  const sickUntil = new Map<number, number>()
  return {
    closed,
    open(team, moment) {
      const clock = year.teamClock[team]
      const day = clock.day(moment)
      const hours = teamPlans[team].week[weekday(day)]
      if (!hours || closed[team].has(day)) return false
      const hour = clock.hour(moment)
      return hour >= hours[0] && hour < hours[1]
    },
    duties(person, day) {
      if (day < person.hiredDay || day >= person.leftDay || closed[person.team].has(day) || !works(person, day)) return []
      const span = shiftSpan(person, day, year)
      if (absent(person, day, sickUntil, luck)) return [{ activity: "absent", ...span, paid: true }]
      return divide(person, day, span.from, span.to, luck)
    },
  }
}

/** Public holidays as the library knows them, and the one it does not count as public. */
function closedDays(team: TeamId, year: Year, incidents: Incidents): Set<number> {
  const days = new Set(publicHolidays(team, year).map(({ day }) => day))
  if (team === incidents.leaving.team) days.add(incidents.forgottenHoliday)
  return days
}

function publicHolidays(team: TeamId, year: Year): { readonly day: number; readonly name: string }[] {
  const book = new Holidays(...teamPlans[team].holidays)
  const years = [year.firstDay, year.lastDay].map((day) => Number(dateOf(day).slice(0, 4)))
  return [...new Set(years)]
    .flatMap((number) => book.getHolidays(number))
    .filter(({ type }) => type === "public")
    .map(({ date, name }) => ({ day: Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / (24 * HOUR), name }))
    .filter(({ day }) => day >= year.firstDay && day <= year.lastDay)
}

/** Monday to Friday; every third Saturday where the team works on Saturdays, with a weekday off in return. */
function works(person: Person, day: number): boolean {
  const hours = teamPlans[person.team].week
  const week = Math.floor((day + 3) / 7)
  const saturdays = hours[6] != null
  const onSaturday = saturdays && (week + person.number) % 3 === 0
  const on = weekday(day)
  if (on === 0) return false
  if (on === 6) return onSaturday
  return !(onSaturday && on === 2 + ((week + person.number) % 4))
}

/** Half of the people open, the other half close; on Saturdays all work the same hours. */
function shiftSpan(person: Person, day: number, year: Year): { from: number; to: number } {
  const clock = year.teamClock[person.team]
  const [open, close] = teamPlans[person.team].week[weekday(day)]!
  const length = Math.min(8.5, close - open)
  const late = (person.number + Math.floor((day + 3) / 7)) % 2 === 0
  const from = late ? close - length : open
  return { from: clock.at(day, from * HOUR), to: clock.at(day, (from + length) * HOUR) }
}

function absent(person: Person, day: number, sickUntil: Map<number, number>, luck: Chance): boolean {
  if (person.holidays.some((first) => day >= first && day < first + 7)) return true
  if ((sickUntil.get(person.number) ?? 0) > day) return true
  if (!luck.happens(0.014)) return false
  sickUntil.set(person.number, day + luck.whole(1, 5))
  return true
}

/** Two short breaks, lunch between them, and once a week an hour for the team or for learning. */
function divide(person: Person, day: number, from: number, to: number, luck: Chance): Duty[] {
  const hours = (to - from) / HOUR
  const jitter = () => luck.whole(-4, 4) * 5 * MINUTE
  const pauses: { at: number; length: number; activity: Activity; paid: boolean }[] = []
  const pause = (share: number, minutes: number, activity: Activity, paid: boolean) =>
    pauses.push({
      at: from + Math.round((share * hours * 60) / 5) * 5 * MINUTE + jitter(),
      length: minutes * MINUTE,
      activity,
      paid,
    })
  pause(0.24, 15, "break", true)
  if (hours > 6) pause(0.47, 30, "break", false)
  if ((day + 3) % 7 === person.number % 5) pause(0.62, 60, (day / 7 + person.number) % 4 < 3 ? "meeting" : "training", true)
  pause(0.8, 15, "break", true)
  const duties: Duty[] = []
  let at = from
  for (const { at: start, length, activity, paid } of pauses) {
    duties.push({ activity: "work", from: at, to: start, paid: true }, { activity, from: start, to: start + length, paid })
    at = start + length
  }
  duties.push({ activity: "work", from: at, to, paid: true })
  return duties
}
