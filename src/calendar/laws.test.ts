import * as fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import { compileCalendar } from "./calendar.ts"
import type { CalendarDefinition, Window } from "./settings.ts"

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Africa/Casablanca",
  "Pacific/Apia",
  "Pacific/Chatham",
]
/** Days around clock changes, and around the day that Apia never had. */
const DATES = [
  "2024-03-09",
  "2024-03-30",
  "2024-10-26",
  "2024-11-02",
  "2024-10-05",
  "2024-04-06",
  "2011-12-28",
  "2022-09-20",
  "2023-03-18",
  "2019-12-30",
]
const DAY_MINUTES = 1440

test("open time equals walking through the minutes", () => {
  fc.assert(
    fc.property(
      calendars(),
      fc.constantFrom(...DATES),
      fc.nat(3 * DAY_MINUTES),
      fc.nat(2 * DAY_MINUTES),
      (definition, date, lead, length) => {
        const from = Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds + lead * 60_000
        const to = from + length * 60_000
        expect(compileCalendar(definition).openMs(from * 1000, to * 1000)).toBe(walk(definition, from, to) * 60_000)
      },
    ),
    { numRuns: 400 },
  )
})

test("splitting a span changes nothing", () => {
  fc.assert(
    fc.property(calendars(), fc.tuple(moment(), moment(), moment()), (definition, moments) => {
      const calendar = compileCalendar(definition)
      const [from, middle, to] = moments.sort((a, b) => a - b)
      expect(calendar.openMs(from, middle) + calendar.openMs(middle, to)).toBe(calendar.openMs(from, to))
    }),
    { numRuns: 300 },
  )
})

test("at its deadline exactly the target has gone by, and at no earlier millisecond", () => {
  fc.assert(
    fc.property(calendars(), moment(), fc.integer({ min: 1, max: 100 * 3_600_000 }), (definition, from, target_ms) => {
      const calendar = compileCalendar(definition)
      const due = calendar.deadline(from, target_ms)
      if (due === null) {
        expect(calendar.openMs(from, Date.UTC(2110, 0) * 1000)).toBeLessThan(target_ms)
        return
      }
      expect(calendar.openMs(from, due)).toBe(target_ms)
      expect(calendar.openMs(from, due - 1000)).toBe(target_ms - 1)
    }),
    { numRuns: 300 },
  )
})

test("the deadline of what has gone by is the moment itself, while open", () => {
  fc.assert(
    fc.property(calendars(), moment(), fc.nat(50 * 3_600_000), (definition, from, later_ms) => {
      const calendar = compileCalendar(definition)
      const to = calendar.nextOpening(from + later_ms * 1000)
      if (to === null) return
      const elapsed_ms = calendar.openMs(from, to + 1000)
      expect(calendar.deadline(from, elapsed_ms)).toBe(Math.floor(to / 1000) * 1000 + 1000)
    }),
    { numRuns: 300 },
  )
})

test("what is open now opens now, and before the next opening nothing goes by", () => {
  fc.assert(
    fc.property(calendars(), moment(), (definition, from) => {
      const calendar = compileCalendar(definition)
      const opening = calendar.nextOpening(from)
      if (opening === null) return
      expect(calendar.openMs(from, opening)).toBe(0)
      expect(calendar.openMs(opening, opening + 1000)).toBe(1)
    }),
    { numRuns: 300 },
  )
})

function moment(): fc.Arbitrary<number> {
  return fc.integer({ min: Date.UTC(2011, 11) * 1000, max: Date.UTC(2025, 0) * 1000 })
}

function calendars(): fc.Arbitrary<CalendarDefinition> {
  const windows = (most: number): fc.Arbitrary<Window[]> => fc.array(window(), { maxLength: most })
  const week = (most: number): fc.Arbitrary<Window[][]> => fc.array(windows(most), { minLength: 7, maxLength: 7 })
  const day = fc.constantFrom(...DATES).chain((date) => fc.nat(4).map((later) => Date.parse(date) / 86_400_000 + later))
  return fc.record({
    name: fc.constant("one"),
    zone: fc.constantFrom(...ZONES),
    hours: week(3),
    breaks: week(1),
    dates: fc.array(fc.tuple(day, windows(2)), { maxLength: 3 }).map((entries) => new Map(entries)),
    holidays: fc.array(day, { maxLength: 2 }).map((days) => new Map(days.map((holiday) => [holiday, "holiday"]))),
    publicHolidays: fc.constant(undefined),
  })
}

/** Whole minutes, by preference near the hours at which clocks change. */
function window(): fc.Arbitrary<Window> {
  const minute = fc.oneof(fc.nat(DAY_MINUTES - 1), fc.nat(240))
  return fc.tuple(minute, fc.integer({ min: 1, max: DAY_MINUTES })).map(([open, length]) => {
    const close = open + length > DAY_MINUTES + open - 1 ? open + DAY_MINUTES : open + length
    return { open_s: open * 60, close_s: close * 60 }
  })
}

/** The obvious way: for each minute, is it within a window of yesterday or today, in no break, on no holiday? */
function walk(definition: CalendarDefinition, from: number, to: number): number {
  const open: [number, number][] = []
  const shut: [number, number][] = []
  const last = local(definition.zone, to).add({ days: 2 })
  for (
    let date = local(definition.zone, from).subtract({ days: 2 });
    Temporal.PlainDate.compare(date, last) < 0;
    date = date.add({ days: 1 })
  ) {
    const midnight = date.toZonedDateTime(definition.zone)
    if (!midnight.toPlainDate().equals(date)) continue
    const day = Temporal.PlainDate.from("1970-01-01").until(date).days
    const instant = (second: number): number => instantOf(definition.zone, date, second)
    if (definition.holidays.has(day)) shut.push([instant(0), instant(86_400)])
    else {
      for (const { open_s, close_s } of definition.dates.get(day) ?? definition.hours[date.dayOfWeek - 1]!)
        open.push([instant(open_s), instant(close_s)])
      for (const { open_s, close_s } of definition.breaks[date.dayOfWeek - 1]!) shut.push([instant(open_s), instant(close_s)])
    }
  }
  let minutes = 0
  for (let minute = from; minute < to; minute += 60_000) if (within(open, minute) && !within(shut, minute)) minutes++
  return minutes
}

function local(zone: string, ms: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate()
}

function instantOf(zone: string, date: Temporal.PlainDate, second: number): number {
  const time = date.toPlainDateTime("00:00").add({ seconds: second })
  return time.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds
}

function within(list: readonly [number, number][], minute: number): boolean {
  return list.some(([from, to]) => from <= minute && minute < to)
}
