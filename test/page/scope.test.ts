import { expect, test } from "vitest"
import { isDay } from "../../web/src/scope/days.ts"
import { asMeant, readScope } from "../../web/src/scope/scope.ts"

test.each([
  ["2026-02-28", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-02-30", false],
  ["2026-04-31", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["26-01-01", false],
])("%s is a day: %s", (text, is) => {
  expect(isDay(text)).toBe(is)
})

test("an address with a day that there is not shows the default period", () => {
  expect(readScope({ from: "2026-02-30", to: "2026-03-31" })).toEqual({})
})

test.each([
  ["stands alone as long as it means those days", "2026-06-28", { period: "7d", compare: "none" }],
  ["gives way to the days afterwards", "2026-06-29", { from: "2026-06-22", to: "2026-06-29", compare: "none" }],
])("the name of a period beside days %s", (_what, today, meant) => {
  const written = readScope({ period: "7d", from: "2026-06-22", to: "2026-06-29", compare: "none" })
  expect(asMeant(written, today)).toEqual(meant)
})
