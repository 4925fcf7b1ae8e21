import { describe, expect, test } from "vitest"
import { conversations } from "../../warehouse/tables.ts"
import { catalog } from "../catalog/index.ts"
import type { Condition } from "../expression.ts"
import type { Metric } from "../metric.ts"
import { readCondition, readTerm, type Scope } from "./parse.ts"
import { printCondition, printTerm } from "./print.ts"

const scope: Scope = { table: conversations, parameters: ["hours"] }

describe("what an expression says", () => {
  test.each([
    ["1 + 2 * 3", "1 + 2 * 3"],
    ["(1 + 2) * 3", "(1 + 2) * 3"],
    ["1 - (2 - 3)", "1 - (2 - 3)"],
    ["(1 - 2) - 3", "1 - 2 - 3"],
    ["$hours * 3_600_000", "$hours * 3600000"],
    ['attributes.seats / attributes["number of boats"]', 'attributes.seats / attributes["number of boats"]'],
    ['if(channel in ("chat"), 1, -2)', 'if(channel in ("chat"), 1, -2)'],
    ["between(opened_at, as_of)", "between(opened_at, as_of)"],
  ])("the term %s", (text, printed) => {
    expect(printTerm(readTerm(text, scope))).toBe(printed)
  })

  test.each([
    [
      'opened_at < 5 and (channel in ("a") or not channel in ("b"))',
      'opened_at < 5 and (channel in ("a") or not channel in ("b"))',
    ],
    ["not (opened_at is known and opened_at > 1)", "not (opened_at is known and opened_at > 1)"],
    ["(opened_at > 1 and opened_at < 9) and opened_at <> 5", "(opened_at > 1 and opened_at < 9) and opened_at <> 5"],
    ['tags has ("vip", "say \\"hi\\"")', 'tags has ("vip", "say \\"hi\\"")'],
    ["always or never", "always or never"],
  ])("the condition %s", (text, printed) => {
    expect(printCondition(readCondition(text, scope))).toBe(printed)
  })
})

describe("what is wrong is said with its place", () => {
  test.each([
    ["opend_at > 1", 0, 'conversations has no column "opend_at", did you mean "opened_at"?'],
    ["opened_at >", 11, "something is missing at the end"],
    ["opened_at > 1 )", 14, 'the expression should end before ")"'],
    ["opened_at", 0, "here should be a condition"],
    ['channel = "chat"', 8, 'words are compared with in: ... in ("chat")'],
    ["channel > 1", 0, '"channel" is of type code'],
    ['opened_at in ("chat")', 0, "here should be a column of words"],
    ["channel in (chat)", 12, "a word in double quotes, not chat"],
    ["$days > 1", 0, 'there is no parameter "days"'],
    ["betwen(opened_at, as_of) > 1", 0, 'there is no function "betwen", did you mean "between"?'],
    ["between(opened_at) > 1", 0, "between takes 2 values, and here are 1"],
    ["opened_at & 1", 10, '"&" means nothing here'],
    ["(opened_at > 1) + 1 > 2", 1, "here should be a value, and this is a condition"],
  ])("%s", (text, at, says) => {
    expect(() => readCondition(text, scope)).toThrow(expect.objectContaining({ at, message: expect.stringContaining(says) }))
  })
})

describe("every built-in metric is written in nothing that others could not use", () => {
  test.each(catalog.flatMap((metric) => conditionsOf(metric).map((condition) => ({ name: metric.name, metric, condition }))))(
    "$name",
    ({ metric, condition }) => {
      const parameters = Object.keys(metric.parameters ?? {})
      expect(readCondition(printCondition(condition), { table: metric.table, parameters })).toEqual(condition)
    },
  )
})

function conditionsOf({ where, matures, leaves = {} }: Metric): readonly Condition[] {
  return [where, matures, ...Object.values(leaves)].filter((condition) => condition !== undefined)
}
