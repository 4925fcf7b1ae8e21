import { describe, expect, test } from "vitest"
import { show } from "../../src/format.ts"
import type { Unit } from "../../src/query/question.ts"
import { askedWords, fullTitle } from "../../web/src/answers/full-title.ts"
import { readAmount } from "../../web/src/judging/amount.ts"
import { readAddress, writeAddress } from "../../web/src/scope/address.ts"
import { judgedBy, readScope } from "../../web/src/scope/scope.ts"
import { readTarget, readTargets, withTarget } from "../../web/src/scope/targets.ts"

describe("an amount as it is typed", () => {
  test.each<[string, Unit, number | null]>([
    ["30 min", "seconds", 1800],
    ["1 h 30 min", "seconds", 5400],
    ["1h30m", "seconds", 5400],
    ["2 d", "seconds", 172_800],
    ["45s", "seconds", 45],
    ["30", "seconds", null],
    ["half an hour", "seconds", null],
    ["3 parsecs", "seconds", null],
    ["90 %", "share", 0.9],
    ["90", "share", 0.9],
    ["0.7", "share", 0.007],
    ["+30", "points", 30],
    ["−5", "points", -5],
    ["1,204", "count", 1204],
    ["4.5", "score", 4.5],
    ["", "count", null],
    ["many", "count", null],
  ])("%s of %s", (text, unit, amount) => {
    expect(readAmount(text, unit)).toBe(amount)
  })

  test.each<[number, Unit]>([
    [5400, "seconds"],
    [172_800, "seconds"],
    [45, "seconds"],
    [0.925, "share"],
    [-12.5, "points"],
    [1204, "count"],
    [3.25, "ratio"],
    [2.5, "per_hour"],
    [7.5, "days"],
    [120.25, "money"],
  ])("%d %s is read as it is shown", (value, unit) => {
    expect(readAmount(show(value, unit), unit)).toBe(value)
  })
})

describe("targets in the address", () => {
  test("are read as the API writes them, and what cannot be read is left out", () => {
    expect(readTarget("aged_backlog_share(hours=24)=0.1")).toEqual({ metric: "aged_backlog_share(hours=24)", value: 0.1 })
    expect(readTarget("csat=good")).toBeNull()
    expect(readScope({ target: ["csat=0.9", "nps", "=3"] })).toEqual({ target: ["csat=0.9"] })
  })

  test("one for each metric; one can be set and taken off", () => {
    const written = ["csat=0.9", "nps=30", "csat=0.8"]
    expect([...readTargets(written)]).toEqual([
      ["csat", 0.8],
      ["nps", 30],
    ])
    expect(withTarget(written, "csat", 0.7)).toEqual(["nps=30", "csat=0.7"])
    expect(withTarget(["csat=0.9"], "csat", null)).toBeUndefined()
  })

  test("judge the metrics that are asked for", () => {
    const scope = readScope({ target: ["csat=0.9", "nps=30"], limits: "true" })
    expect(judgedBy(scope, ["csat"])).toEqual({ targets: [{ metric: "csat", value: 0.9 }], limits: true })
    expect(judgedBy(readScope({}), ["csat"])).toEqual({})
  })

  test("stand there so that people can read them, and are the same after", () => {
    const written = writeAddress({ target: ["csat=0.9", "first_response_time:business=1800"], limits: true })
    expect(written).toBe("?target=csat=0.9&target=first_response_time:business=1800&limits=true")
    expect(readScope(readAddress(written))).toEqual({
      target: ["csat=0.9", "first_response_time:business=1800"],
      limits: true,
    })
  })
})

test.each([
  ["contact_rate", "Contact rate"],
  ["contact_rate:per_order", "Contact rate, per order"],
  ["contact_rate:per_order,other(hours=24)", "Contact rate, per order, other, hours 24"],
])("the title of %s is %s", (ref, title) => {
  expect(fullTitle({ ref, name: "contact_rate", title: "Contact rate" })).toBe(title)
  expect(title.endsWith(askedWords(ref, "contact_rate"))).toBe(true)
})
