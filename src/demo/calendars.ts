import { stringify } from "yaml"
import { type TeamId, teamPlans, TEAMS, type Week } from "./company.ts"

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const

/**
 * The company's opening hours as its data folder holds them: public holidays by country and region. The day everybody in Toronto takes
 * off although it is no public holiday is missing, as it was in the company's own.
 */
export function demoCalendars(): string {
  return stringify({
    calendars: Object.fromEntries(TEAMS.map((team) => [team, calendar(team)])),
    default: "care_berlin",
    apply: TEAMS.map((team) => ({ calendar: team, team })),
  })
}

function calendar(team: TeamId): Readonly<Record<string, unknown>> {
  const { zone, week, holidays } = teamPlans[team]
  return { zone, hours: hours(week), public_holidays: { country: holidays[0], region: holidays[1] } }
}

function hours(week: Week): Readonly<Record<string, string>> {
  return Object.fromEntries(week.map((span, day) => [DAYS[day], span ? `${clock(span[0])}-${clock(span[1])}` : "closed"]))
}

function clock(hour: number): string {
  const minutes = Math.round(hour * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
}
