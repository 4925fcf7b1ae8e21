import { expect, test } from "vitest"
import { parseCurrencies } from "./read.ts"

test("rates are what one unit is worth in the reporting currency, which is worth 1", () => {
  const { reporting, rates } = parseCurrencies("reporting: EUR\nrates: { USD: 0.9, GBP: 1.2 }\n")
  expect([reporting, Object.fromEntries(rates)]).toEqual(["EUR", { USD: 0.9, GBP: 1.2, EUR: 1 }])
})

test.each([
  ["a currency that is none", "reporting: euro\n", "a currency is written as EUR"],
  ["a rate of nothing", "reporting: EUR\nrates: { USD: 0 }\n", "USD"],
  ["a reporting currency worth other than 1", "reporting: EUR\nrates: { EUR: 2 }\n", "worth 1 of itself"],
  ["no reporting currency", "rates: { USD: 1 }\n", "reporting"],
])("%s is refused", (_, text, says) => {
  expect(() => parseCurrencies(text)).toThrow(says)
})
