import type { Answer, Bucket, Grain } from "../../../src/query/question.ts"
import { type Day, startOfMonth, startOfQuarter, startOfWeek, startOfYear } from "../scope/days.ts"

/** Why a bucket is shorter than its name says. */
export type Cut = "data_end" | "period_cuts"

const STARTS: Readonly<Partial<Record<Grain, (day: Day) => Day>>> = {
  week: startOfWeek,
  month: startOfMonth,
  quarter: startOfQuarter,
  year: startOfYear,
}

/** Null where the bucket is whole, and where it begins after the data end: there is nothing of it to be cut. */
export function cutOf(bucket: Bucket, answer: Answer): Cut | null {
  if (isAhead(bucket, answer)) return null
  if (bucket.partial) return "data_end"
  const start = STARTS[answer.question.grain ?? "day"]
  const begins = (moment: string | null): boolean =>
    moment === null || start === undefined || start(moment.slice(0, 10)) === moment.slice(0, 10)
  return begins(bucket.from) && begins(bucket.to) ? null : "period_cuts"
}

export function isAhead({ from }: Bucket, { freshness: { knownUntil } }: Answer): boolean {
  return from !== null && knownUntil !== null && Date.parse(from) > Date.parse(knownUntil)
}

export const CUT_SAYS: Readonly<Record<Cut, string>> = {
  data_end: "Not complete: the data end inside it",
  period_cuts: "Not complete: the period begins or ends inside it",
}
