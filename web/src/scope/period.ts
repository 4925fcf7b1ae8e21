import type { Grain } from "../../../src/query/question.ts"
import { addDays, type Day, daysBetween, startOfMonth, startOfQuarter, startOfWeek, startOfYear } from "./days.ts"

/** A stretch of local days, the last one not included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The periods that have a name. `today` is the last day the data reach. */
export const PERIODS = {
  today: { title: "Today", of: (today: Day) => ({ from: today, to: addDays(today, 1) }) },
  yesterday: { title: "Yesterday", of: (today: Day) => ({ from: addDays(today, -1), to: today }) },
  "7d": { title: "7 days", of: (today: Day) => lastDays(today, 7) },
  "28d": { title: "28 days", of: (today: Day) => lastDays(today, 28) },
  "90d": { title: "90 days", of: (today: Day) => lastDays(today, 90) },
  this_week: { title: "This week", of: (today: Day) => ({ from: startOfWeek(today), to: addDays(startOfWeek(today), 7) }) },
  last_week: { title: "Last week", of: (today: Day) => ({ from: addDays(startOfWeek(today), -7), to: startOfWeek(today) }) },
  this_month: { title: "This month", of: (today: Day) => ({ from: startOfMonth(today), to: startOfMonth(today, 1) }) },
  last_month: { title: "Last month", of: (today: Day) => ({ from: startOfMonth(today, -1), to: startOfMonth(today) }) },
  this_quarter: { title: "This quarter", of: (today: Day) => ({ from: startOfQuarter(today), to: startOfQuarter(today, 1) }) },
  last_quarter: { title: "Last quarter", of: (today: Day) => ({ from: startOfQuarter(today, -1), to: startOfQuarter(today) }) },
  this_year: { title: "This year", of: (today: Day) => ({ from: startOfYear(today), to: startOfYear(today, 1) }) },
  last_year: { title: "Last year", of: (today: Day) => ({ from: startOfYear(today, -1), to: startOfYear(today) }) },
} as const satisfies Record<string, { title: string; of: (today: Day) => Period }>

export type PeriodName = keyof typeof PERIODS

export const isPeriodName = (text: string): text is PeriodName => Object.hasOwn(PERIODS, text)

export const COMPARISONS = { previous: "Previous period", last_year: "Same period last year", none: "No comparison" } as const
export type Comparison = keyof typeof COMPARISONS

/** The grain that gives a chart between about 7 and 60 points. */
export function naturalGrain({ from, to }: Period): Grain {
  const days = daysBetween(from, to)
  if (days <= 2) return "hour"
  if (days <= 45) return "day"
  if (days <= 200) return "week"
  return days <= 1500 ? "month" : "year"
}

/** The grains that make sense for the period: at least two points, not more than can be told apart. */
export function possibleGrains({ from, to }: Period): readonly Grain[] {
  const days = daysBetween(from, to)
  const points = { hour: days * 24, day: days, week: days / 7, month: days / 28, quarter: days / 90, year: days / 365 } as const
  return (Object.keys(points) as (keyof typeof points)[]).filter((grain) => points[grain] >= 2 && points[grain] <= MOST_POINTS)
}

/** The most points one chart draws. */
const MOST_POINTS = 200

const lastDays = (today: Day, days: number): Period => ({ from: addDays(today, 1 - days), to: addDays(today, 1) })
