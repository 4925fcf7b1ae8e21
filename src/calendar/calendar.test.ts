import { describe, expect, test } from "vitest"
import { compileCalendar, type Calendar } from "./calendar.ts"
import { parseCalendars } from "./read.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const OFFICE = "zone: Europe/Berlin, hours: { mon-fri: 09:00-17:00 }"

describe("open time", () => {
  test.each([
    ["within a day", OFFICE, "2024-05-06T10:00+02:00", "2024-05-06T10:30+02:00", 30],
    ["over a night: card 11, example 4", OFFICE, "2024-05-03T16:50+02:00", "2024-05-06T09:20+02:00", 30],
    ["over a weekend: card 9, example 3", OFFICE, "2024-05-03T16:00+02:00", "2024-05-06T10:00+02:00", 120],
    ["start after end", OFFICE, "2024-05-06T12:00+02:00", "2024-05-06T10:00+02:00", 0],
    ["start at end", OFFICE, "2024-05-06T12:00+02:00", "2024-05-06T12:00+02:00", 0],
    ["wholly outside", OFFICE, "2024-05-04T10:00+02:00", "2024-05-05T10:00+02:00", 0],
    ["the closing instant is closed", OFFICE, "2024-05-06T17:00+02:00", "2024-05-07T09:00+02:00", 0],
    [
      "a day of 23 hours",
      "zone: Europe/Berlin, hours: { daily: 00:00-24:00 }",
      "2024-03-31T00:00+01:00",
      "2024-04-01T00:00+02:00",
      23 * 60,
    ],
    [
      "a day of 25 hours",
      "zone: Europe/Berlin, hours: { daily: 00:00-24:00 }",
      "2024-10-27T00:00+02:00",
      "2024-10-28T00:00+01:00",
      25 * 60,
    ],
    [
      "a day of 23½ hours",
      "zone: Australia/Lord_Howe, hours: { daily: 00:00-24:00 }",
      "2024-10-06T00:00+10:30",
      "2024-10-07T00:00+11:00",
      23.5 * 60,
    ],
    [
      "several windows and a break",
      "zone: UTC, hours: { mon: '08:00-12:00, 13:00-18:00' }, breaks: { mon: 10:00-10:15 }",
      "2024-05-06T00:00Z",
      "2024-05-07T00:00Z",
      9 * 60 - 15,
    ],
    [
      "overlapping windows count once",
      "zone: UTC, hours: { mon: '08:00-12:00, 10:00-14:00' }",
      "2024-05-06T00:00Z",
      "2024-05-07T00:00Z",
      6 * 60,
    ],
    ["past midnight", "zone: UTC, hours: { fri: 22:00-06:00 }", "2024-05-03T00:00Z", "2024-05-05T00:00Z", 8 * 60],
    ["past midnight into a shut day", "zone: UTC, hours: { fri: 22:00-06:00 }", "2024-05-04T00:00Z", "2024-05-05T00:00Z", 6 * 60],
    [
      "a break after midnight",
      "zone: UTC, hours: { fri: 22:00-06:00 }, breaks: { sat: 02:00-02:30 }",
      "2024-05-03T00:00Z",
      "2024-05-05T00:00Z",
      7.5 * 60,
    ],
    ["the same hour is a whole day", "zone: UTC, hours: { mon: 08:00-08:00 }", "2024-05-06T00:00Z", "2024-05-08T00:00Z", 24 * 60],
    [
      "a date of its own",
      "zone: UTC, hours: { daily: 09:00-17:00 }, dates: { 2024-12-24: 09:00-12:00, 2024-12-31: closed }",
      "2024-12-24T00:00Z",
      "2025-01-01T00:00Z",
      (3 + 6 * 8) * 60,
    ],
    [
      "a holiday beats a date of its own",
      "zone: UTC, hours: { daily: 09:00-17:00 }, dates: { 2024-12-25: 10:00-12:00 }, holidays: [2024-12-25]",
      "2024-12-25T00:00Z",
      "2024-12-26T00:00Z",
      0,
    ],
    [
      "a holiday is a local date",
      "zone: Asia/Tokyo, hours: { daily: 00:00-24:00 }, holidays: [2024-05-03]",
      "2024-05-02T00:00Z",
      "2024-05-04T00:00Z",
      24 * 60,
    ],
    [
      "a holiday cuts the night before it",
      "zone: UTC, hours: { daily: 22:00-06:00 }, holidays: [2024-05-03]",
      "2024-05-02T12:00Z",
      "2024-05-04T12:00Z",
      (2 + 2 - 2 + 0) * 60,
    ],
    [
      "a skipped closing time moves later",
      "zone: America/New_York, hours: { sun: 01:30-02:30 }",
      "2024-03-10T00:00-05:00",
      "2024-03-11T00:00-04:00",
      60,
    ],
    [
      "of a doubled opening time the first counts",
      "zone: America/New_York, hours: { sun: 01:30-02:30 }",
      "2024-11-03T00:00-04:00",
      "2024-11-04T00:00-05:00",
      120,
    ],
    [
      "a date that never was",
      "zone: Pacific/Apia, hours: { fri: 09:00-17:00 }",
      "2011-12-29T00:00-10:00",
      "2012-01-01T00:00+14:00",
      0,
    ],
    [
      "public holidays",
      "zone: Europe/Berlin, hours: { mon-fri: 09:00-17:00 }, public_holidays: DE-BE",
      "2026-05-01T00:00+02:00",
      "2026-05-05T00:00+02:00",
      8 * 60,
    ],
    [
      "one works on that one",
      "zone: Europe/Berlin, hours: { mon-fri: 09:00-17:00 }, public_holidays: { country: DE, except: [Labour Day] }",
      "2026-05-01T00:00+02:00",
      "2026-05-02T00:00+02:00",
      8 * 60,
    ],
    ["seconds", "zone: UTC, hours: { mon: '09:00:30-09:01:15' }", "2024-05-06T00:00Z", "2024-05-07T00:00Z", 0.75],
    [
      "before 1970 and after 2100 it is closed",
      "zone: UTC, hours: { daily: 00:00-24:00 }",
      "1960-01-01T00:00Z",
      "1970-01-02T00:00Z",
      24 * 60,
    ],
  ])("%s", (_case, definition, from, to, minutes) => {
    expect(calendar(definition).openMs(at(from), at(to))).toBe(minutes * MINUTE)
  })

  test("is counted from one zero, however the years became known", () => {
    const [early, late] = [calendar(OFFICE), calendar(OFFICE)]
    const moments = ["1971-05-06T10:00Z", "2019-12-31T12:00Z", "2020-01-02T10:00Z", "2031-06-01T00:00Z", "2099-03-04T11:00Z"].map(
      at,
    )
    const backward = moments.toReversed().map((moment) => late.openBefore(moment))
    expect(moments.map((moment) => early.openBefore(moment))).toEqual(backward.toReversed())
    expect(early.openBefore(at("2020-01-01T00:00Z"))).toBe(0)
    expect(early.openBefore(at("2020-01-02T08:30Z"))).toBe(8.5 * HOUR)
  })

  test("a moment is floored to its millisecond, so parts add up", () => {
    const always = calendar("zone: UTC, hours: { daily: 00:00-24:00 }")
    expect(always.openMs(1_999, 2_001)).toBe(1)
    expect(always.openMs(2_001, 2_999)).toBe(0)
  })
})

describe("deadline", () => {
  test.each([
    [
      "falls at closing, not at the next opening: card 26, example 4",
      "zone: UTC, hours: { mon-fri: 10:00-18:00 }",
      "2024-05-06T14:00Z",
      4 * HOUR,
      "2024-05-06T18:00Z",
    ],
    ["runs over the weekend", "zone: UTC, hours: { mon-fri: 10:00-18:00 }", "2024-05-03T17:00Z", 2 * HOUR, "2024-05-06T11:00Z"],
    ["of nothing is now", "zone: UTC, hours: { mon-fri: 10:00-18:00 }", "2024-05-04T17:00Z", 0, "2024-05-04T17:00Z"],
    ["lies years ahead", "zone: UTC, hours: { mon: 10:00-11:00 }", "2024-05-06T10:00Z", 520 * HOUR, "2034-04-17T11:00Z"],
    ["of a calendar that never opens is never", "zone: UTC, hours: { mon: closed }", "2024-05-06T10:00Z", HOUR, null],
  ])("%s", (_case, definition, from, target_ms, due) => {
    expect(calendar(definition).deadline(at(from), target_ms)).toBe(due === null ? null : at(due))
  })

  test("elapsed equal to the target is met: card 26, example 4", () => {
    const office = calendar("zone: UTC, hours: { mon-fri: 10:00-18:00 }")
    expect(office.openMs(at("2024-05-06T14:00Z"), at("2024-05-07T09:00Z"))).toBe(4 * HOUR)
  })
})

describe("openings", () => {
  test.each([
    ["now, while open", "2024-05-06T10:00Z", "2024-05-06T10:00Z"],
    ["at opening", "2024-05-06T09:00Z", "2024-05-06T09:00Z"],
    ["at closing, the next day's", "2024-05-06T17:00Z", "2024-05-07T09:00Z"],
    ["on Saturday, Monday's", "2024-05-04T12:00Z", "2024-05-06T09:00Z"],
  ])("the next one %s", (_case, moment, opening) => {
    expect(calendar("zone: UTC, hours: { mon-fri: 09:00-17:00 }").nextOpening(at(moment))).toBe(at(opening))
  })

  test("none, if it never opens", () => {
    expect(calendar("zone: UTC, hours: {}").nextOpening(at("2024-05-06T10:00Z"))).toBeNull()
  })

  test("are cut to what is asked", () => {
    const office = calendar("zone: UTC, hours: { mon-fri: 09:00-17:00 }, breaks: { mon: 12:00-12:30 }")
    expect(office.openings(at("2024-05-06T10:00Z"), at("2024-05-07T10:00Z"))).toEqual([
      { from: at("2024-05-06T10:00Z"), to: at("2024-05-06T12:00Z") },
      { from: at("2024-05-06T12:30Z"), to: at("2024-05-06T17:00Z") },
      { from: at("2024-05-07T09:00Z"), to: at("2024-05-07T10:00Z") },
    ])
  })
})

function at(moment: string): number {
  return Date.parse(moment) * 1000
}

function calendar(definition: string): Calendar {
  return compileCalendar(parseCalendars(`calendars: { one: { ${definition} } }`).calendars[0]!)
}
