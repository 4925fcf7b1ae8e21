import { expect, test } from "vitest"
import { didYouMean, nearest } from "./near.ts"

test.each([
  ["opened at", ["opened_at", "closed_at"], "opened_at"],
  ["pirority", ["priority", "status"], "priority"],
  ["Berlin", ["Europe/Berlin"], undefined],
  ["xyz", ["number", "state"], undefined],
  ["emial", ["email", "e-mail list"], "email"],
  ["", ["a"], undefined],
])("%j among %j is %j", (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant)
})

test("says it as a question, or says nothing", () => {
  expect(didYouMean("stauts", ["status"])).toBe(' Did you mean "status"?')
  expect(didYouMean("stauts", ["number"])).toBe("")
})
