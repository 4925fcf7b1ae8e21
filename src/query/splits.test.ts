import { describe, expect, test } from "vitest"
import { at, factsOf } from "../../test/facts.ts"
import { randomFacts } from "../../test/random-facts.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { askedMetric } from "../metrics/resolve.ts"
import { ask } from "./ask.ts"
import { allSplitsOf } from "./splits.ts"

const SPRING = { from: "2024-03-01", to: "2024-05-01" }
const facts = factsOf(randomFacts(3, at("2024-02-20"), 20, 40), { knownUntil: "2024-05-20T12:00:00Z" })
const COMMON = ["team", "agent", "channel", "topic", "priority", "brand", "customer", "tag"]

describe("what a metric says it can be split by is what it can be split by", () => {
  test.each(catalog.map(({ name }) => name))("%s", async (name) => {
    const splits = allSplitsOf(askedMetric(name, catalog), catalog)
    for (const by of [...COMMON, "attributes.x"]) {
      const said = splits.includes(by.replace(/\..*$/, ""))
      const asked = ask({ ...SPRING, metrics: [name], by: [by] }, await facts)
      const can = await asked.then(
        () => true,
        (problem: Error) => (/cannot be split/.test(problem.message) ? false : problem.message),
      )
      expect([by, can]).toEqual([by, said])
    }
  })
})
