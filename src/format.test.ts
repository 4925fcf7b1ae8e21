import { expect, test } from "vitest"
import { directionOf, show, showChange, showInterval, showMoment } from "./format.ts"

test.each([
  [null, "seconds", "—"],
  [0, "count", "0"],
  [-0, "count", "0"],
  [1_204_567, "count", "1,204,567"],
  [0, "seconds", "0 s"],
  [4.25, "seconds", "4.3 s"],
  [59.6, "seconds", "1 min"],
  [90, "seconds", "1 min 30 s"],
  [7_500, "seconds", "2 h 05 min"],
  [3_599.7, "seconds", "1 h"],
  [172_800, "seconds", "2 d"],
  [200_000, "seconds", "2 d 08 h"],
  [-90, "seconds", "−1 min 30 s"],
  [0.7833, "share", "78.3 %"],
  [1, "share", "100.0 %"],
  [30, "points", "+30"],
  [-45.4545, "points", "−45.5"],
  [0.04, "points", "0"],
  [1.0714, "ratio", "1.07"],
  [35, "per_hour", "35 /h"],
  [3.6, "days", "3.6 d"],
  [12_345.6, "money", "12,345.60"],
])("%s %s is %s", (value, unit, text) => {
  expect(show(value, unit)).toBe(text)
})

test("a change has its sign, and from nothing there is none", () => {
  expect([showChange(4.21, "percent"), showChange(-1.3, "points"), showChange(null, "percent")]).toEqual([
    "+4.2 %",
    "−1.3 pts",
    "—",
  ])
})

test("what rounds to nothing neither rises nor falls", () => {
  expect([4.2, 0.06, 0.04, 0, -0.04, -0.06].map(directionOf)).toEqual([1, 1, 0, 0, 0, -1])
})

test("an interval may be open on one side", () => {
  expect([showInterval(60, null, "seconds"), showInterval(null, null, "share")]).toEqual(["1 min – —", "—"])
})

test("a moment is shown on the clock of its zone", () => {
  expect(showMoment(Date.UTC(2024, 4, 10, 7, 5) * 1000, "Europe/Berlin")).toBe("Fri 10 May 2024, 09:05")
  expect(showMoment(Date.UTC(2024, 4, 10, 7, 5, 7, 900) * 1000, "Europe/Berlin", "second")).toBe("Fri 10 May 2024, 09:05:07")
})
