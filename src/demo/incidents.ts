import { dateOf, HOUR, MINUTE } from "./local.ts"
import type { Source, Stretch } from "./journal.ts"
import type { Year } from "./year.ts"

/** What was planted in the year, so that one can see whether it is found. */
export interface Incidents {
  /** The shop is down in the morning of a winter Tuesday: Europe writes and calls in numbers. */
  readonly outage: Stretch
  /** A release of the bot holds on to customers it cannot help, and is taken back two weeks later. */
  readonly botRelease: Stretch
  /** Three people of Care Toronto leave within a month; their successors come in summer. */
  readonly leaving: { readonly team: "care_toronto"; readonly days: readonly number[]; readonly replacedOn: readonly number[] }
  /** From this day on, a topic grows week by week. */
  readonly rising: { readonly topic: "zip_defect"; readonly fromDay: number }
  /** Everybody in Toronto is at home, and the calendar does not know it. */
  readonly forgottenHoliday: number
  /** The telephone system told us nothing for some hours. */
  readonly gap: Stretch & { readonly source: Source }
}

const TUESDAY = 2
const MONDAY = 1
const AUGUST = 7

export function plantIncidents(year: Year): Incidents {
  const { home, monthDay, nthWeekday } = year
  const outageDay = nthWeekday(2, TUESDAY, 3)
  const releaseDay = nthWeekday(4, TUESDAY, 2)
  const gapDay = nthWeekday(6, TUESDAY, 3)
  return {
    outage: { from: home.at(outageDay, 8 * HOUR + 40 * MINUTE), to: home.at(outageDay, 17 * HOUR + 10 * MINUTE) },
    botRelease: { from: home.at(releaseDay, 6 * HOUR), to: home.at(releaseDay + 14, 9 * HOUR) },
    leaving: {
      team: "care_toronto",
      days: [monthDay(5) + 14, monthDay(5) + 29, monthDay(6) + 7],
      replacedOn: [monthDay(7) + 14, monthDay(8), monthDay(8) + 14],
    },
    rising: { topic: "zip_defect", fromDay: monthDay(7) + 14 },
    forgottenHoliday: nthWeekday(monthNamed(year, AUGUST), MONDAY, 1),
    gap: { source: "phone", from: home.at(gapDay, 10 * HOUR), to: home.at(gapDay, 16 * HOUR) },
  }
}

/** Which month of the year is August, say. */
function monthNamed(year: Year, name: number): number {
  for (let month = 0; month < 12; month++) if (new Date(year.monthDay(month) * 86_400_000).getUTCMonth() === name) return month
  return 0
}

/** The truth, for whoever looks for it: what, when, whom it concerns and where it shows. */
export function truth(incidents: Incidents): readonly Readonly<Record<string, unknown>>[] {
  const moment = (ms: number) => new Date(ms).toISOString()
  const { outage, botRelease, leaving, rising, forgottenHoliday, gap } = incidents
  return [
    {
      what: "outage",
      from: moment(outage.from),
      to: moment(outage.to),
      where: { team: "care_berlin" },
      shows: ["ticket_volume", "first_response_time", "abandonment_rate", "average_speed_of_answer", "csat", "backlog"],
    },
    {
      what: "bot_release",
      from: moment(botRelease.from),
      to: moment(botRelease.to),
      where: { channel: "chat" },
      shows: ["csat", "bot_containment_rate", "reopen_rate"],
    },
    {
      what: "people_left",
      on: leaving.days.map(dateOf),
      replaced: leaving.replacedOn.map(dateOf),
      where: { team: leaving.team },
      shows: ["first_response_time", "backlog", "occupancy", "employee_turnover_rate"],
    },
    {
      what: "topic_rises",
      from: dateOf(rising.fromDay),
      where: { topic: rising.topic },
      shows: ["top_topics", "ticket_volume", "escalation_rate"],
    },
    {
      what: "forgotten_holiday",
      on: dateOf(forgottenHoliday),
      where: { team: "care_toronto" },
      shows: ["first_response_time:business", "abandonment_rate"],
    },
    {
      what: "data_gap",
      from: moment(gap.from),
      to: moment(gap.to),
      where: { source: gap.source, channel: "phone" },
      shows: ["data_coverage", "answered_call_rate", "freshness"],
    },
  ]
}
