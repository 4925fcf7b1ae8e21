import { expect, test } from "vitest"
import type { Answer, Bucket, Grain } from "../../src/query/question.ts"
import { cutOf } from "../../web/src/answers/complete.ts"

const bucket = (from: string, to: string, partial = false): Bucket => ({
  from: `${from}T00:00:00+02:00`,
  to: `${to}T00:00:00+02:00`,
  label: "",
  partial,
})

/** Of an answer only what is looked at. */
const asked = (grain: Grain): Answer =>
  ({ question: { grain }, freshness: { knownUntil: "2026-09-20T12:00:00+02:00" } }) as unknown as Answer

test.each<[string, Grain, Bucket, ReturnType<typeof cutOf>]>([
  ["a whole week", "week", bucket("2026-08-10", "2026-08-17"), null],
  ["a week in which the period begins", "week", bucket("2026-08-05", "2026-08-10"), "period_cuts"],
  ["a week in which the period ends", "week", bucket("2026-08-31", "2026-09-03"), "period_cuts"],
  ["a month with one day of it", "month", bucket("2026-02-28", "2026-03-01"), "period_cuts"],
  ["a whole quarter", "quarter", bucket("2026-07-01", "2026-10-01"), null],
  ["half a year", "year", bucket("2026-01-01", "2026-07-01"), "period_cuts"],
  ["a day", "day", bucket("2026-08-05", "2026-08-06"), null],
  ["where the data end", "week", bucket("2026-09-14", "2026-09-21", true), "data_end"],
  ["after the data end", "week", bucket("2026-09-21", "2026-09-25", true), null],
])("%s", (_what, grain, one, cut) => {
  expect(cutOf(one, asked(grain))).toBe(cut)
})
