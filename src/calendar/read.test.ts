import { expect, test } from "vitest"
import { parseCalendars } from "./read.ts"

const wrong: readonly (readonly [string, string, readonly string[]])[] = [
  ["an unknown zone", "calendars:\n  a:\n    zone: Europe/Berln\n    hours: {}", ["line 3, column 11", "Europe/Berln"]],
  ["a word that is no window", "calendars:\n  a:\n    zone: UTC\n    hours:\n      mon: 9-5", ["line 5, column 12", '"9-5"']],
  ["25 o'clock", "calendars:\n  a: { zone: UTC, hours: { mon: 09:00-25:00 } }", ["line 2", "09:00-25:00"]],
  [
    "a day given twice",
    "calendars:\n  a:\n    zone: UTC\n    hours:\n      mon-fri: 09:00-17:00\n      fri: 09:00-15:00",
    ["line 6", "friday"],
  ],
  ["days that are none", "calendars:\n  a: { zone: UTC, hours: { workdays: 09:00-17:00 } }", ["line 2", "workdays"]],
  [
    "a date that is none",
    "calendars:\n  a: { zone: UTC, hours: {}, holidays: [2026-02-30] }",
    ["line 2, column 41", "2026-02-30"],
  ],
  ["a date of its own that is none", "calendars:\n  a: { zone: UTC, hours: {}, dates: { Xmas: closed } }", ["line 2", "Xmas"]],
  ["a country that is none", "calendars:\n  a: { zone: UTC, hours: {}, public_holidays: XX }", ["line 2", '"XX"']],
  ["a region that is none", "calendars:\n  a: { zone: UTC, hours: {}, public_holidays: DE-XX }", ["BE Berlin"]],
  [
    "a holiday that is none",
    "calendars:\n  a: { zone: UTC, hours: {}, public_holidays: { country: DE, except: [Bank Day] } }",
    ["Bank Day", "Labour Day"],
  ],
  [
    "a rule for a calendar that is none",
    "calendars:\n  berlin: { zone: UTC, hours: {} }\napply:\n  - calendar: berlni",
    ["line 4, column 15", 'Did you mean "berlin"?'],
  ],
  [
    "a rule that ends before it begins",
    "calendars:\n  a: { zone: UTC, hours: {} }\napply:\n  - { calendar: a, from: 2026-02-01, before: 2026-01-01 }",
    ["line 4", "later than from"],
  ],
  ["a key nobody knows", "calendars:\n  a: { zone: UTC, hours: {}, colour: red }", ["line 2, column 30", '"colour"']],
  ["no zone", "calendars:\n  a: { hours: {} }", ["line 2, column 3", "zone: it is missing"]],
  ["what is no YAML", "calendars: [1", ["line 1"]],
  ["a key given twice", "calendars:\n  a: { zone: UTC, hours: {} }\n  a: { zone: UTC, hours: {} }", ["line 3"]],
]

test.each(wrong)("refuses %s and says where", (_case, text, parts) => {
  for (const part of parts) expect(() => parseCalendars(text, "hours.yaml")).toThrow(part)
  expect(() => parseCalendars(text, "hours.yaml")).toThrow("hours.yaml")
})

test.each([
  [
    "full names, spaces and lists of days",
    "{ 'Monday - tuesday, sat': '09:00 - 12:00' }",
    [[32400, 43200], [32400, 43200], [], [], [], [32400, 43200], []],
  ],
  ["over the end of the week", "{ sat-mon: 10:00-11:00 }", [[36000, 39600], [], [], [], [], [36000, 39600], [36000, 39600]]],
  ["every day", "{ daily: 00:00-24:00 }", Array.from({ length: 7 }, () => [0, 86400])],
])("reads %s", (_case, hours, week) => {
  const [calendar] = parseCalendars(`calendars: { a: { zone: UTC, hours: ${hours} } }`).calendars
  expect(calendar!.hours.map((windows) => windows.flatMap(({ open_s, close_s }) => [open_s, close_s]))).toEqual(week)
})
