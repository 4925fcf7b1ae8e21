import { expect, test } from "vitest"
import { calendarLines, problemsOf } from "./overview.ts"
import { parseCalendars } from "./read.ts"

test("shows this week, the next holidays and what each calendar is for", () => {
  const settings = parseCalendars(`
calendars:
  berlin:
    zone: Europe/Berlin
    hours: { mon-thu: 09:00-17:00, fri: "09:00-12:00, 22:00-02:00" }
    breaks: { mon: 12:00-12:30 }
    dates: { 2026-05-05: 10:00-11:00 }
    public_holidays: DE-BE
default: berlin
apply:
  - { calendar: none, team: lab, from: 2026-06-01 }
`)
  // Sunday evening in UTC is Monday in Berlin.
  expect(calendarLines(settings, Date.parse("2026-05-03T22:30Z") * 1000).join("\n")).toMatchInlineSnapshot(`
    "berlin (Europe/Berlin), 31 h 30 min this week
      Mon 2026-05-04  09:00-17:00, break 12:00-12:30
      Tue 2026-05-05  10:00-11:00 (this date only)
      Wed 2026-05-06  09:00-17:00
      Thu 2026-05-07  09:00-17:00
      Fri 2026-05-08  09:00-12:00, 22:00-02:00
      Sat 2026-05-09  closed
      Sun 2026-05-10  closed
      next holidays: 2026-05-14 Ascension Day, 2026-05-25 Whit Monday, 2026-10-03 National Holiday, 2026-12-25 Christmas Day, 2026-12-26 Boxing Day

    Which applies (the last line that fits):
      berlin: everything else
      none: team lab from 2026-06-01"
  `)
})

test.each([
  [
    "a calendar nobody uses",
    "calendars: { a: { zone: UTC, hours: { mon: 09:00-10:00 } }, b: { zone: UTC, hours: { mon: 09:00-10:00 } } }\ndefault: a",
    "names the calendar b",
  ],
  ["no default", "calendars: { a: { zone: UTC, hours: { mon: 09:00-10:00 } } }\napply: [{ calendar: a, team: x }]", "no default"],
  [
    "hours on a holiday",
    "calendars: { a: { zone: UTC, hours: {}, dates: { 2026-01-01: 09:00-10:00 }, holidays: [2026-01-01] } }",
    "2026-01-01",
  ],
  ["never open", "calendars: { a: { zone: UTC, hours: {} } }", "a never opens"],
  ["open twice", "calendars: { a: { zone: UTC, hours: { tue: '09:00-12:00, 11:00-13:00' } } }", "11:00 on Tue"],
])("says: %s", (_case, text, worry) => {
  expect(problemsOf(parseCalendars(text)).join("\n")).toContain(worry)
})
