import { expect, test } from "vitest"
import type { Answer, Bucket } from "../../src/query/question.ts"
import { cutOf } from "../../web/src/answers/complete.ts"

const bucket = (from: string, to: string, { partial = false, cut = false } = {}): Bucket => ({
  from: `${from}T00:00:00+02:00`,
  to: `${to}T00:00:00+02:00`,
  label: "",
  partial,
  cut,
})

/** Of an answer only what is looked at. */
const ANSWER = { freshness: { knownUntil: "2026-09-20T12:00:00+02:00" } } as unknown as Answer

test.each<[string, Bucket, ReturnType<typeof cutOf>]>([
  ["a whole week", bucket("2026-08-10", "2026-08-17"), null],
  ["a week in which the period begins", bucket("2026-08-05", "2026-08-10", { cut: true }), "period_cuts"],
  ["where the data end", bucket("2026-09-14", "2026-09-21", { partial: true }), "data_end"],
  ["where both end", bucket("2026-09-14", "2026-09-20", { partial: true, cut: true }), "data_end"],
  ["after the data end", bucket("2026-09-21", "2026-09-25", { partial: true, cut: true }), null],
])("%s", (_what, one, cut) => {
  expect(cutOf(one, ANSWER)).toBe(cut)
})
