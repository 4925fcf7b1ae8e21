import { expect, test } from "vitest"
import { moneyWorldOf } from "../../test/worlds/money.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { foldAll } from "../warehouse/fold/fold.ts"
import { append, USUAL, withLedger } from "../warehouse/fold/testing/facts.ts"
import { ask } from "./ask.ts"
import { rowsBehind } from "./rows.ts"

const METRICS = ["post_issue_retention", "post_issue_retention:active", "post_issue_retention:control"]

test("behind who comes back after an issue and without one stand as many rows as the number says, in each month", async () => {
  await withLedger(async (duck) => {
    await append(duck, moneyWorldOf(5), Date.parse("2025-01-01") * 1000)
    await foldAll(duck, USUAL)
    const source = { warehouse: duck, schema: "facts", zone: "UTC", metrics: catalog }
    const question = { metrics: METRICS, from: "2024-01-01", to: "2024-08-01", grain: "month" as const }
    const { rows } = await ask(question, source)
    let seen = 0
    for (const { bucket, cells } of rows)
      for (const metric of METRICS)
        for (const part of ["counted", "pending"] as const) {
          const { count } = await rowsBehind({ question, metric, bucket, by: {}, part, offset: 0, limit: 10 }, source)
          expect(count).toBe(part === "counted" ? cells[metric]!.n : cells[metric]!.pending)
          seen += count
        }
    expect(seen).toBeGreaterThan(30)
  })
})

test("what is made of two shares has no rows of its own, and says whose to ask for", async () => {
  await withLedger(async (duck) => {
    await append(duck, moneyWorldOf(5), Date.parse("2025-01-01") * 1000)
    await foldAll(duck, USUAL)
    const source = { warehouse: duck, schema: "facts", zone: "UTC", metrics: catalog }
    const metric = "post_issue_retention:difference(days=30)"
    const question = { metrics: [metric], from: "2024-01-01", to: "2024-08-01" }
    const behind = rowsBehind({ question, metric, bucket: null, by: {}, part: "counted", offset: 0, limit: 10 }, source)
    await expect(behind).rejects.toThrow("post_issue_retention:control(days=30)")
  })
})

test("which of a customer's names the ledger met first changes no number", async () => {
  const links = ["c1", "c2", "c3", "c4", "c5", "c6"].map((name, i) => ({
    id: `link:${name}`,
    at: Date.parse("2024-01-01") * 1000,
    kind: "customer.known_as" as const,
    subject: `customer:${name}`,
    same_as: `customer:${["x", "a"][i % 2]}-${name}`,
    linked: true,
  }))
  const events = moneyWorldOf(5)
  const told = async (...batches: readonly Parameters<typeof append>[1][]) => {
    let found: unknown
    await withLedger(async (duck) => {
      for (const batch of batches) await append(duck, batch, Date.parse("2025-01-01") * 1000)
      await foldAll(duck, USUAL)
      const source = { warehouse: duck, schema: "facts", zone: "UTC", metrics: catalog }
      const answer = await ask({ metrics: METRICS, from: "2024-01-01", to: "2024-08-01", grain: "week" }, source)
      found = answer.rows
    })
    return found
  }
  expect(
    await told(
      links.map((link) => ({ ...link, subject: link.same_as, same_as: link.subject })),
      events,
    ),
  ).toEqual(await told(events, links))
})
