import { expect, test } from "vitest"
import type { Question } from "../question.ts"
import { periodsOf } from "./period.ts"
import { momentOf, written } from "./zone.ts"

const BERLIN = "Europe/Berlin"
const asked = (from: string, to: string, compare: "previous" | "last_year", known: string | null, grain?: Question["grain"]) => {
  const question = { metrics: ["ticket_volume"], from, to, compare, ...(grain && { grain }) }
  const { before } = periodsOf(question, BERLIN, known === null ? null : momentOf(known, BERLIN, "known") - 1)
  return [written(before!.from, BERLIN).slice(0, 16), written(before!.to, BERLIN).slice(0, 16)]
}

test.each([
  ["before May comes April", asked("2024-05-01", "2024-06-01", "previous", null), ["2024-04-01T00:00", "2024-05-01T00:00"]],
  [
    "before a quarter comes a quarter",
    asked("2024-04-01", "2024-07-01", "previous", null),
    ["2024-01-01T00:00", "2024-04-01T00:00"],
  ],
  ["before 28 days come 28 days", asked("2026-02-15", "2026-03-15", "previous", null), ["2026-01-18T00:00", "2026-02-15T00:00"]],
  [
    "before five weeks come five weeks, over a change of the clock",
    asked("2026-03-02", "2026-04-06", "previous", null, "week"),
    ["2026-01-26T00:00", "2026-03-02T00:00"],
  ],
  [
    "before four weeks by week come four weeks, though they are a month",
    asked("2027-02-01", "2027-03-01", "previous", null, "week"),
    ["2027-01-04T00:00", "2027-02-01T00:00"],
  ],
  ["before a year comes a year", asked("2024-01-01", "2025-01-01", "previous", null), ["2023-01-01T00:00", "2024-01-01T00:00"]],
  [
    "before a month and a half come as many days",
    asked("2026-01-01", "2026-02-16", "previous", null),
    ["2025-11-16T00:00", "2026-01-01T00:00"],
  ],
  ["before a week comes a week", asked("2024-05-06", "2024-05-13", "previous", null), ["2024-04-29T00:00", "2024-05-06T00:00"]],
  ["February of the year before", asked("2024-02-01", "2024-03-01", "last_year", null), ["2023-02-01T00:00", "2023-03-01T00:00"]],
  ["weeks stay weeks", asked("2024-05-06", "2024-05-13", "last_year", null, "week"), ["2023-05-08T00:00", "2023-05-15T00:00"]],
  [
    "cut after the same ten days and a half",
    asked("2024-05-01", "2024-06-01", "previous", "2024-05-11T12:00"),
    ["2024-04-01T00:00", "2024-04-11T12:00"],
  ],
  [
    "cut by the local clock, over its change",
    asked("2024-04-01", "2024-05-01", "previous", "2024-04-02T12:00"),
    ["2024-03-01T00:00", "2024-03-02T12:00"],
  ],
  [
    "not beyond its own end",
    asked("2024-03-01", "2024-04-01", "previous", "2024-03-31T12:00"),
    ["2024-02-01T00:00", "2024-03-01T00:00"],
  ],
])("%s", (_what, found, expected) => {
  expect(found).toEqual(expected)
})

test.each([
  ["2024-13-01", "cannot be read"],
  ["yesterday", "cannot be read"],
  ["2024-05-01 ", "cannot be read"],
])("%s is no moment", (text) => {
  expect(() => momentOf(text, BERLIN, "from")).toThrow("is no from that can be read")
})

test("a date is its first moment, also where midnight does not exist", () => {
  expect(written(momentOf("2018-11-04", "America/Sao_Paulo", "from"), "America/Sao_Paulo")).toBe("2018-11-04T01:00:00-02:00")
})

test("an empty period and an unknown zone are refused", () => {
  expect(() => periodsOf({ metrics: ["x"], from: "2024-05-02", to: "2024-05-02" }, BERLIN, null)).toThrow("is empty")
  expect(() => periodsOf({ metrics: ["x"], from: "2024-05-02", to: "2024-05-03" }, "Europe/Berlinn", null)).toThrow(
    "There is no time zone",
  )
})
