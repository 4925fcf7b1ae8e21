import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { GRAINS, type Grain } from "../question.ts"
import { boundariesOf, bucketsOf, HOURS_OF_WEEK, hourOfWeek } from "./buckets.ts"
import { countingPieces, type Piece, piecesOf } from "./steps.ts"
import { micros, momentOf, offsetsBetween, zoned } from "./zone.ts"

const BERLIN = "Europe/Berlin"
const period = (from: string, to: string, zone = BERLIN) => ({ from: momentOf(from, zone, "from"), to: momentOf(to, zone, "to") })
const labels = (from: string, to: string, grain: Grain, zone = BERLIN) =>
  bucketsOf(period(from, to, zone), zone, grain, Infinity).map(({ label }) => label)

describe("buckets by the local calendar", () => {
  test.each<[Grain, string, string, readonly string[]]>([
    ["day", "2024-03-30", "2024-04-02", ["2024-03-30", "2024-03-31", "2024-04-01"]],
    ["week", "2024-12-30", "2025-01-13", ["2025-W01", "2025-W02"]],
    ["week", "2024-05-01", "2024-05-10", ["2024-W18", "2024-W19"]],
    ["month", "2024-01-15", "2024-03-02", ["2024-01", "2024-02", "2024-03"]],
    ["quarter", "2024-01-01", "2024-07-01", ["2024-Q1", "2024-Q2"]],
    ["year", "2023-06-01", "2025-01-01", ["2023", "2024"]],
  ])("%s from %s to %s", (grain, from, to, expected) => {
    expect(labels(from, to, grain)).toEqual(expected)
  })

  test("the night the clock is put forward has 23 hours, the other 25, and the doubled hour is two", () => {
    expect(labels("2024-03-31", "2024-04-01", "hour")).toHaveLength(23)
    const autumn = labels("2024-10-27", "2024-10-28", "hour")
    expect(autumn).toHaveLength(25)
    expect(autumn.slice(1, 4)).toEqual(["2024-10-27 01:00+02:00", "2024-10-27 02:00+02:00", "2024-10-27 02:00+01:00"])
  })

  test("where the clock changes by half an hour the hours after it are full local hours again", () => {
    const hours = labels("2024-04-07", "2024-04-07T04:00", "hour", "Australia/Lord_Howe")
    expect(hours.map((label) => label.slice(11, 16))).toEqual(["00:00", "01:00", "01:30", "02:00", "03:00"])
  })

  test("the hour that was skipped did not occur, and the doubled one occurred twice", () => {
    const spring = bucketsOf(period("2024-03-25", "2024-04-01"), BERLIN, "hour_of_week", Infinity)
    const sundayAtTwo = 6 * 24 + 2
    expect(spring[sundayAtTwo]).toMatchObject({ label: "Sun 02:00", occurrences: 0 })
    expect(spring.reduce((sum, { occurrences }) => sum + occurrences!, 0)).toBe(167)
    const autumn = bucketsOf(period("2024-10-21", "2024-10-28"), BERLIN, "hour_of_week", Infinity)
    expect(autumn[sundayAtTwo]!.occurrences).toBe(2)
  })

  test("a bucket in which the data end is partial", () => {
    const knownTo = momentOf("2024-05-02T12:00", BERLIN, "to")
    expect(bucketsOf(period("2024-05-01", "2024-05-04"), BERLIN, "day", knownTo).map(({ partial }) => partial)).toEqual([
      false,
      true,
      true,
    ])
  })

  test.each<[string, Grain, string, string, readonly boolean[]]>([
    ["whole weeks", "week", "2026-08-10", "2026-08-24", [false, false]],
    ["weeks in which the period begins and ends", "week", "2026-08-05", "2026-08-19", [true, false, true]],
    ["a part of one week", "week", "2026-08-11", "2026-08-13", [true]],
    ["a month with one day of it", "month", "2026-02-28", "2026-04-01", [true, false]],
    ["a whole quarter", "quarter", "2026-07-01", "2026-10-01", [false]],
    ["half a year", "year", "2026-01-01", "2026-07-01", [true]],
    ["days, the clock put forward among them", "day", "2026-03-28", "2026-03-30", [false, false]],
    ["a day from noon", "day", "2026-08-05T12:00", "2026-08-07", [true, false]],
    ["an hour and a half", "hour", "2026-08-05T12:00", "2026-08-05T13:30", [false, true]],
  ])("which buckets the period cuts: %s", (_what, grain, from, to, cut) => {
    expect(bucketsOf(period(from, to), BERLIN, grain, Infinity).map((bucket) => bucket.cut)).toEqual(cut)
  })

  test("too many buckets are refused", () => {
    expect(() => labels("2000-01-01", "2024-01-01", "hour")).toThrow("more than 10000 points")
  })
})

const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo", "UTC"]
const grains = GRAINS.filter((grain) => grain !== "hour_of_week")
const start = Date.UTC(2016, 0, 1) * 1000
const HOUR = 3_600_000_000

test("the pieces number every moment as the buckets do, and buckets leave nothing out", () => {
  const cases = fc.record({
    zone: fc.constantFrom(...zones),
    grain: fc.constantFrom(...grains),
    from: fc.integer({ min: 0, max: 70_000 }),
    hours: fc.integer({ min: 1, max: 3_000 }),
    looked: fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 1, maxLength: 20 }),
  })
  fc.assert(
    fc.property(cases, ({ zone, grain, from, hours, looked }) => {
      const asked = { from: start + from * HOUR, to: start + (from + hours) * HOUR }
      const ends = boundariesOf(asked, zone, grain)
      expect([ends[0], ends.at(-1)]).toEqual([asked.from, asked.to])
      const pieces = piecesOf(ends, 0)
      for (const share of looked) {
        const at = asked.from + Math.floor(share * (asked.to - asked.from))
        expect(placeOf(at, pieces)).toBe(ends.findLastIndex((end) => end <= at))
      }
    }),
    { numRuns: 150 },
  )
})

test("the hour of the week by arithmetic is that of the local clock", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 80_000 * 60 }), (zone, minutes) => {
      const at = start + minutes * 60_000_000
      const local = zoned(at, zone)
      const { ahead_us } = offsetsBetween(zone, at, at + 1)[0]!
      expect(hourOfWeek(at, ahead_us)).toBe((local.dayOfWeek - 1) * 24 + local.hour)
      expect(micros(local)).toBe(at)
      expect(hourOfWeek(at, ahead_us)).toBeLessThan(HOURS_OF_WEEK)
    }),
    { numRuns: 200 },
  )
})

test("instants are counted up to and including the moment", () => {
  const pieces = countingPieces([10, 20, 30, 50])
  expect([5, 10, 15, 20, 30, 49, 50, 99].map((at) => placeOf(at, pieces))).toEqual([0, 1, 1, 2, 3, 3, 4, 4])
})

test("what is cut short at the beginning and at the end needs no piece of its own", () => {
  const straight = { from: 3, first: 0, step: 10, zero: 0 }
  expect(piecesOf([3, 10, 20, 30, 34], 0)).toEqual([straight])
  expect(piecesOf([3, 10, 20, 31, 41], 0)).toEqual([straight, { from: 20, first: 2, step: 11, zero: 20 }])
  expect(piecesOf([3, 10], 5)).toEqual([{ from: 3, first: 5, step: null, zero: 3 }])
})

/** What the written statement does, step by step. */
function placeOf(at: number, pieces: readonly Piece[]): number {
  const { first, step, zero } = pieces.findLast(({ from }) => from <= at)!
  return step === null ? first : first + Math.floor((at - zero) / step)
}
