import { expect, test } from "vitest"
import { dateFormat } from "./date-format.ts"
import { readNumber } from "./numbers.ts"

test.each([
  ["D/M/YYYY H:mm", "29/2/2016 01:16", "2016-02-29T01:16:00.000Z"],
  ["D/M/YYYY H:mm", "29/2/2015 01:16", undefined],
  ["D/M/YYYY H:mm", "2/29/2016 01:16", undefined],
  ["M/D/YYYY h:mm A", "2/29/2016 12:05 AM", "2016-02-29T00:05:00.000Z"],
  ["M/D/YYYY h:mm A", "2/29/2016 12:05 pm", "2016-02-29T12:05:00.000Z"],
  ["M/D/YYYY h:mm A", "2/29/2016 13:05 pm", undefined],
  ["YYYY-MM-DDTHH:mm:ss.SSSZ", "2024-05-06T10:00:00.250+02:00", "2024-05-06T08:00:00.250Z"],
  ["YYYY-MM-DD HH:mm:ss Z", "2024-05-06 10:00:00 UTC", "2024-05-06T10:00:00.000Z"],
  ["D.M.YY", "6.5.24", "2024-05-06T00:00:00.000Z"],
  ["D MMM YYYY", "6 Sept 2024", "2024-09-06T00:00:00.000Z"],
  ["D MMM YYYY", "6 Foo 2024", undefined],
  ["YYYY-MM-DD HH:mm", "2024-05-06 24:00", undefined],
  ["YYYY-MM-DD HH:mm", "2024-05-06 10:00 ", undefined],
  ["unix s", "1715000000", "2024-05-06T12:53:20.000Z"],
  ["unix ms", "1715000000123", "2024-05-06T12:53:20.123Z"],
  ["unix s", "yesterday", undefined],
])("%s reads %s as %s", (format, text, moment) => {
  const written = dateFormat(format)!.read(text)
  expect(written && new Date(written.ms).toISOString()).toBe(moment)
})

test.each(["HH:mm", "D/M", "D/M/YYYY D", "whenever", ""])("%j is no date format", (text) => {
  expect(dateFormat(text)).toBeUndefined()
})

test.each([
  ["1,5", ",", 1.5],
  ["1.234,50", ",", 1234.5],
  ["1,234", ".", 1234],
  ["1,234", ",", 1.234],
  ["1'234.5", ".", 1234.5],
  ["-7", ".", -7],
  ["1.5", ",", undefined],
  ["12,34", ".", undefined],
  ["a1", ".", undefined],
] as const)("%s with the mark %s is %s", (text, decimal, number) => {
  expect(readNumber(text, decimal)).toBe(number)
})
