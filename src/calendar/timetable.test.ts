import { describe, expect, test } from "vitest"
import { odometer } from "./odometer.ts"
import { parseCalendars } from "./read.ts"
import { compileTimetable, NO_CALENDAR } from "./timetable.ts"

const HOUR = 3_600_000
const WORDS = ["emea", "apac", "gold", "email", "chat", "urgent"]
const [EMEA, APAC, GOLD, EMAIL, CHAT, URGENT] = [1, 2, 3, 4, 5, 6]

const SETTINGS = `
calendars:
  berlin: { zone: Europe/Berlin, hours: { mon-fri: 09:00-17:00 } }
  tokyo: { zone: Asia/Tokyo, hours: { mon-fri: 09:00-17:00 } }
  always: { zone: UTC, hours: { daily: 00:00-24:00 } }
default: berlin
apply:
  - { team: apac, calendar: tokyo }
  - { channel: [chat, phone], priority: urgent, calendar: always }
  - { brand: gold, calendar: none }
  - { team: emea, calendar: always, from: 2024-06-01, before: 2024-07-01 }
`

describe("which calendar", () => {
  const timetable = compileTimetable(parseCalendars(SETTINGS), codeOf)
  const [BERLIN, TOKYO, ALWAYS] = [0, 1, 2]
  test.each([
    ["nothing known: the default", [0, 0, 0, 0], "2024-05-01T00:00Z", BERLIN],
    ["a team without a rule: the default", [EMEA, 0, 0, 0], "2024-05-01T00:00Z", BERLIN],
    ["by team", [APAC, 0, EMAIL, 0], "2024-05-01T00:00Z", TOKYO],
    ["a later line beats an earlier one", [APAC, 0, CHAT, URGENT], "2024-05-01T00:00Z", ALWAYS],
    ["all words of a line must fit", [APAC, 0, EMAIL, URGENT], "2024-05-01T00:00Z", TOKYO],
    ["none", [APAC, GOLD, CHAT, URGENT], "2024-05-01T00:00Z", NO_CALENDAR],
    ["a word that no rule mentions", [99, 99, 99, 99], "2024-05-01T00:00Z", BERLIN],
    ["just before the rule begins", [EMEA, 0, 0, 0], "2024-05-31T23:59:59Z", BERLIN],
    ["from the first day of the rule", [EMEA, 0, 0, 0], "2024-06-01T00:00Z", ALWAYS],
    ["until the day before which it ends", [EMEA, 0, 0, 0], "2024-07-01T00:00Z", BERLIN],
  ])("%s", (_case, [team, brand, channel, priority], moment, calendar) => {
    expect(timetable.calendarAt(team!, brand!, channel!, priority!, at(moment))).toBe(calendar)
  })

  test("rules change at the dates they name", () => {
    expect(timetable.nextChange(at("2024-01-01T00:00Z"))).toBe(at("2024-06-01T00:00Z"))
    expect(timetable.nextChange(at("2024-06-01T00:00Z"))).toBe(at("2024-07-01T00:00Z"))
    expect(timetable.nextChange(at("2024-07-01T00:00Z"))).toBe(Infinity)
  })

  test.each([
    ["one calendar without a rule is everybody's", "calendars: { a: { zone: UTC, hours: {} } }", 0],
    ["two without a rule are nobody's", "calendars: { a: { zone: UTC, hours: {} }, b: { zone: UTC, hours: {} } }", NO_CALENDAR],
    ["no calendars at all", "", NO_CALENDAR],
  ])("%s", (_case, text, calendar) => {
    expect(compileTimetable(parseCalendars(text), codeOf).calendarAt(1, 0, 0, 0, 0)).toBe(calendar)
  })
})

describe("several calendars in force one after another", () => {
  const timetable = compileTimetable(parseCalendars(SETTINGS), codeOf)

  test("the team changes", () => {
    const open = odometer(timetable)
    // Wednesday 10:00 in Berlin; handed to Tokyo at 16:00, which opens at 02:00 the next day in Berlin's time.
    open.start(EMEA, 0, 0, 0, at("2024-05-08T10:00+02:00"))
    const begun = open.read(at("2024-05-08T10:00+02:00"))
    open.turn(APAC, 0, 0, 0, at("2024-05-08T16:00+02:00"))
    expect(open.read(at("2024-05-08T23:00+02:00")) - begun).toBe(6 * HOUR)
    const reading = open.read(at("2024-05-09T03:00+02:00"))
    expect(reading - begun).toBe(7 * HOUR)
    expect(open.unbroken(at("2024-05-08T10:00+02:00"))).toBe(true)
    expect(timetable.openBefore(open.calendar(), at("2024-05-09T04:00+02:00")) - open.base(begun)).toBe(8 * HOUR)
  })

  test("the rule changes, which the conversation passes without an event", () => {
    const open = odometer(timetable)
    open.start(EMEA, 0, 0, 0, at("2024-05-31T16:00+02:00"))
    const begun = open.read(at("2024-05-31T16:00+02:00"))
    // Friday 16:00 to 17:00 under Berlin; then always, from Saturday 00:00 UTC.
    expect(open.read(at("2024-06-01T10:00Z")) - begun).toBe(11 * HOUR)
    // To the end of June always, then Berlin again: Monday 1 July from 09:00.
    expect(open.read(at("2024-07-01T10:00+02:00")) - begun).toBe((1 + 30 * 24 + 1) * HOUR)
  })

  test("a stretch without a calendar breaks the count", () => {
    const open = odometer(timetable)
    open.start(0, GOLD, 0, 0, at("2024-05-08T10:00Z"))
    expect(open.read(at("2024-05-08T10:30Z"))).toBe(open.read(at("2024-05-08T10:00Z")))
    expect(open.unbroken(at("2024-05-08T10:00Z"))).toBe(false)
    open.turn(0, 0, 0, 0, at("2024-05-08T11:00Z"))
    const begun = open.read(at("2024-05-08T11:00Z"))
    expect(open.read(at("2024-05-08T12:00Z")) - begun).toBe(HOUR)
    expect(open.unbroken(at("2024-05-08T11:00Z"))).toBe(true)
    expect(open.unbroken(at("2024-05-08T10:59Z"))).toBe(false)
  })

  test("what ends at the moment at which the calendar ends was under it all along", () => {
    const open = odometer(timetable)
    open.start(0, 0, 0, 0, at("2024-05-08T10:00Z"))
    const begun = open.read(at("2024-05-08T10:00Z"))
    open.turn(0, GOLD, 0, 0, at("2024-05-08T11:00Z"))
    expect(open.read(at("2024-05-08T11:00Z")) - begun).toBe(HOUR)
    expect(open.unbroken(at("2024-05-08T10:00Z"))).toBe(true)
    expect(open.unbroken(at("2024-05-08T11:00Z"))).toBe(false)
    expect(open.base(begun)).toBeNaN()
    // Without a calendar for no time at all nothing is broken.
    open.turn(0, 0, 0, 0, at("2024-05-08T11:00Z"))
    expect(open.read(at("2024-05-08T12:00Z")) - begun).toBe(2 * HOUR)
    expect(open.unbroken(at("2024-05-08T10:00Z"))).toBe(true)
    open.turn(0, GOLD, 0, 0, at("2024-05-08T12:00Z"))
    open.read(at("2024-05-08T12:01Z"))
    expect(open.unbroken(at("2024-05-08T10:00Z"))).toBe(false)
  })

  test("the next conversation begins anew", () => {
    const open = odometer(timetable)
    open.start(0, GOLD, 0, 0, at("2024-05-08T10:00Z"))
    open.start(0, 0, 0, 0, at("2024-05-08T08:00Z"))
    const begun = open.read(at("2024-05-08T08:00Z"))
    expect(open.read(at("2024-05-08T09:00Z")) - begun).toBe(HOUR)
    expect(open.unbroken(at("2024-05-08T08:00Z"))).toBe(true)
  })
})

function at(moment: string): number {
  return Date.parse(moment) * 1000
}

function codeOf(word: string): number | undefined {
  const index = WORDS.indexOf(word)
  return index < 0 ? undefined : index + 1
}
