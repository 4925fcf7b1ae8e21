import { expect, test } from "vitest"
import { parseTopics } from "./topics.ts"

test("a topic leads to others; no file is no such topic", () => {
  expect(Object.fromEntries(parseTopics("leads_to:\n  delivery: [return, refund]\n"))).toEqual({ delivery: ["return", "refund"] })
  expect(parseTopics("").size).toBe(0)
})

test("what is no list of topics is refused with its place", () => {
  expect(() => parseTopics("leads_to:\n  delivery: return\n")).toThrow("line 2")
  expect(() => parseTopics("leads: {}\n")).toThrow("leads")
})
