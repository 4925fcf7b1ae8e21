import type { Bucket, Grain } from "../../../src/query/question.ts"
import { dayInWords, momentInWords, monthInWords } from "../scope/dates.ts"

/** A bucket's name on an axis, where the year is known from the period: `12 Jun`, `14:00`. */
export function shortName({ from, label }: Bucket, grain: Grain): string {
  if (from === null) return label
  const day = from.slice(0, 10)
  switch (grain) {
    case "hour":
      return from.slice(11, 16)
    case "day":
    case "week":
      return dayInWords(day).slice(0, -5)
    case "month":
      return monthInWords(day)
    case "quarter":
      return label.replace("-", " ")
    case "year":
    case "hour_of_week":
      return label
    default:
      return grain satisfies never
  }
}

/** What several of them are called. */
export const PLURALS: Readonly<Record<Grain, string>> = {
  hour: "hours",
  day: "days",
  week: "weeks",
  month: "months",
  quarter: "quarters",
  year: "years",
  hour_of_week: "hours of the week",
}

/** The same in full, where it stands alone: `Fri 12 Jun 2026`, `week from Mon 8 Jun 2026`. */
export function fullName(bucket: Bucket, grain: Grain): string {
  if (bucket.from === null) return bucket.label
  const moment = momentInWords(bucket.from)
  if (grain === "hour") return moment
  if (grain === "day") return moment.slice(0, -7)
  return grain === "week" ? `week from ${moment.slice(0, -7)}` : shortName(bucket, grain)
}
