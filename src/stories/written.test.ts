import { describe, expect, test } from "vitest"
import type { Unit } from "../query/question.ts"
import { durationMs } from "./durations.ts"
import { written, writtenInterval } from "./written.ts"

describe("a value is written after the pattern of the expected one", () => {
  test.each<[number | null, Unit, string, string]>([
    [null, "seconds", "15m", "-"],
    [900, "seconds", "15m", "15m"],
    [920, "seconds", "15m", "15m 20s"],
    [5_400, "seconds", "90m", "90m"],
    [5_400, "seconds", "1h 30m", "1h 30m"],
    [232_200, "seconds", "64h 30m", "64h 30m"],
    [1_382_400, "seconds", "16d", "16d"],
    [740, "seconds", "12.3m", "12.3m"],
    [0, "seconds", "", "0s"],
    [7 / 9, "share", "77.8%", "77.8%"],
    [0.754, "share", "75%", "75.4%"],
    [0.75, "share", "75%", "75%"],
    [2 / 3, "share", "", "66.7%"],
    [30 / 28, "ratio", "1.071", "1.071"],
    [1.2, "ratio", "1", "1.2"],
    [30, "points", "+30", "+30"],
    [-45.4545, "points", "-45.5", "-45.5"],
    [-0.01, "points", "0.0", "0.0"],
    [4.37, "score", "-", "4.37"],
  ])("%j %s like %j", (value, unit, like, text) => {
    expect(written(value, unit, like)).toBe(text)
  })
  test("intervals", () => {
    expect(writtenInterval(0.7672, 0.9069, "share", "76.7%..90.7%")).toBe("76.7%..90.7%")
    expect(writtenInterval(600, null, "seconds", "10m..20m")).toBe("10m..-")
  })
})

test.each<[string, number | undefined]>([
  ["15m", 900_000],
  ["1h30m", 5_400_000],
  ["1.5h", 5_400_000],
  ["15", undefined],
  ["m", undefined],
  ["", undefined],
])("a duration %j", (text, ms) => expect(durationMs(text)).toBe(ms))
