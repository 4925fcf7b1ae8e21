import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { EARLIEST_AT, LATEST_AT, parseMoment, printMoment } from "./moment.ts"

describe("reads RFC 3339", () => {
  test.each([
    ["UTC", "1970-01-01T00:00:00Z", 0],
    ["small letters", "1970-01-01t00:00:01z", 1_000_000],
    ["a space", "1970-01-01 00:00:01Z", 1_000_000],
    ["east of UTC", "1970-01-01T08:00:00+08:00", 0],
    ["west of UTC, over midnight", "1969-12-31T16:30:00-07:30", 0],
    ["one digit of a second", "1970-01-01T00:00:00.5Z", 500_000],
    ["microseconds", "1970-01-01T00:00:00.123456Z", 123_456],
    ["nanoseconds are cut", "1970-01-01T00:00:00.123456999Z", 123_456],
    ["before 1970", "1969-12-31T23:59:59.999999Z", -1],
    ["the leap day", "2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29) * 1000],
    ["the leap day of a century that has one", "2000-02-29T12:00:00Z", Date.UTC(2000, 1, 29, 12) * 1000],
    ["the last moment of a year", "2026-12-31T23:59:59Z", Date.UTC(2026, 11, 31, 23, 59, 59) * 1000],
  ])("%s", (_name, text, at) => expect(parseMoment(text)).toBe(at))
})

describe("refuses", () => {
  test.each([
    ["no offset", "2026-01-01T00:00:00"],
    ["a date alone", "2026-01-01"],
    ["hour 24", "2026-01-01T24:00:00Z"],
    ["24:61", "2026-01-01T24:61:00Z"],
    ["minute 60", "2026-01-01T00:60:00Z"],
    ["second 60", "2026-01-01T23:59:60Z"],
    ["day 0", "2026-01-00T00:00:00Z"],
    ["month 13", "2026-13-01T00:00:00Z"],
    ["30 February", "2024-02-30T00:00:00Z"],
    ["29 February of a common year", "2026-02-29T00:00:00Z"],
    ["29 February of 1900", "1900-02-29T00:00:00Z"],
    ["31 April", "2026-04-31T00:00:00Z"],
    ["an offset without colon", "2026-01-01T00:00:00+0800"],
    ["an offset of 24 hours", "2026-01-01T00:00:00+24:00"],
    ["something behind", "2026-01-01T00:00:00Z "],
    ["a point without digits", "2026-01-01T00:00:00.Z"],
    ["two digits of a year", "26-01-01T00:00:00Z     "],
    ["letters", "yyyy-mm-ddThh:mm:ssZ"],
    ["digits of another script", "２０２６-01-01T00:00:00Z"],
    ["nothing", ""],
  ])("%s", (_name, text) => expect(parseMoment(text)).toBeNaN())
})

const moments = fc.integer({ min: EARLIEST_AT, max: LATEST_AT - 1 })

test("what is printed is read again as the same moment", () => {
  fc.assert(
    fc.property(moments, (at) => {
      expect(parseMoment(printMoment(at))).toBe(at)
    }),
  )
})

test("reads any offset as the engine's own clock does", () => {
  const offset = fc.tuple(fc.constantFrom("+", "-"), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  fc.assert(
    fc.property(moments, offset, (at, [sign, hours, minutes]) => {
      const two = (number: number) => String(number).padStart(2, "0")
      const text = `${printMoment(at - (at % 1000)).slice(0, 19)}.000${sign}${two(hours)}:${two(minutes)}`
      expect(parseMoment(text)).toBe(Date.parse(text) * 1000)
    }),
  )
})
