import { expect, test } from "vitest"
import { checkEvent } from "../../../events/check.ts"
import { Fault } from "../../../events/fault.ts"
import type { CanonicalEvent } from "../../../events/event.ts"
import { parseCurrencies } from "../../money/read.ts"
import type { Row } from "../../warehouse.ts"
import { foldAll } from "../fold.ts"
import { append, USUAL, withLedger } from "../testing/facts.ts"

const RATES = parseCurrencies("reporting: EUR\nrates: { USD: 0.5 }\n")

/** `2024-05-01T10:00 order.placed order:1 {…}` folded, and what a query says of it. */
async function folded(
  told: readonly (readonly [at: string, kind: string, subject: string, fields?: object])[],
  sql: string,
  zone = "UTC",
): Promise<readonly Row[]> {
  return withLedger(async (duck) => {
    const events = told.map(([at, kind, subject, fields], i) =>
      eventOf({ id: `e${i}`, at: `${at}:00Z`, kind, subject, ...fields }),
    )
    await append(duck, events, Date.parse("2025-01-01") * 1000)
    await foldAll(duck, { ...USUAL, money: RATES, zone })
    return duck.rows(sql)
  })
}

function eventOf(fields: object): CanonicalEvent {
  const event = checkEvent(fields)
  if (event instanceof Fault) throw new Error(`${event.field} ${event.reason}`)
  return event
}

test("a refund larger than the order gives back the order, and is told as odd", async () => {
  const told = [
    ["2024-05-01T10:00", "order.placed", "order:1", { amount: 20, cost: 5, customer: "customer:a" }],
    ["2024-05-02T10:00", "order.refunded", "order:1", { amount: 15 }],
    ["2024-05-03T10:00", "order.refunded", "order:1", { amount: 15 }],
  ] as const
  const [row] = await folded(told, "SELECT refunded, margin, (SELECT max(value) FROM facts.problems) AS beyond FROM facts.orders")
  expect(row).toEqual({ refunded: 200_000, margin: -50_000, beyond: 10 })
})

test("so is a refund larger than its invoice; one of a currency without a rate cannot be told", async () => {
  const told = [
    ["2024-05-01T10:00", "invoice.issued", "invoice:1", { amount: 20 }],
    ["2024-05-02T10:00", "order.refunded", "invoice:1", { amount: 12 }],
    ["2024-05-03T10:00", "order.refunded", "invoice:1", { amount: 12 }],
    ["2024-05-01T10:00", "invoice.issued", "invoice:2", { amount: 20, currency: "USD" }],
    ["2024-05-02T10:00", "order.refunded", "invoice:2", { amount: 12 }],
    ["2024-05-01T10:00", "invoice.issued", "invoice:3", { amount: 20 }],
    ["2024-05-02T10:00", "order.refunded", "invoice:3", { amount: 20 }],
    ["2024-05-01T10:00", "invoice.issued", "invoice:4", { amount: 20 }],
    ["2024-05-02T10:00", "order.refunded", "invoice:4", { amount: 100, currency: "CHF" }],
  ] as const
  const sql = `SELECT s.name, w.word, p.value FROM facts.problems p JOIN subjects s ON s.code = p.subject JOIN words w ON w.code = p.problem ORDER BY 1`
  expect(await folded(told, sql)).toEqual([
    { name: "invoice:1", word: "refund_too_large", value: 4 },
    { name: "invoice:2", word: "refund_too_large", value: 2 },
  ])
})

test("another currency is told in the reporting one; one without a rate is left out and said so", async () => {
  const told = [
    ["2024-05-01T10:00", "order.placed", "order:1", { amount: 20, currency: "USD" }],
    ["2024-05-01T11:00", "order.placed", "order:2", { amount: 20, currency: "CHF" }],
    ["2024-05-01T12:00", "order.placed", "order:3", { amount: 20 }],
  ] as const
  const sql = "SELECT o.amount, w.word AS why FROM facts.orders o LEFT JOIN words w ON w.code = o.excluded ORDER BY o.placed_at"
  const rows = await folded(told, sql)
  expect(rows.map(({ amount, why }) => [why === null ? amount : null, why])).toEqual([
    [100_000, null],
    [null, "no_rate"],
    [200_000, null],
  ])
})

test("a cost is spread over local days by their length, and its days sum up to it exactly", async () => {
  const told = [
    ["2024-03-30T23:00", "cost.booked", "cost:1", { amount: 100, category: "wages", until: "2024-04-01T22:00:00Z" }],
  ] as const
  const rows = await folded(
    told,
    'SELECT amount, (until_at - "at") // 3600000000 AS hours FROM facts.costs ORDER BY "at"',
    "Europe/Berlin",
  )
  // The 31st of March 2024 had 23 hours in Berlin.
  expect(rows.map(({ hours }) => hours)).toEqual([23, 24])
  expect(rows.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(1_000_000)
})

test("subscriptions of one person under two names are one revenue, and a test customer's is left out", async () => {
  const told = [
    ["2024-05-01T10:00", "subscription.changed", "subscription:1", { mrr: 10, customer: "customer:a" }],
    ["2024-05-02T10:00", "subscription.changed", "subscription:2", { mrr: 5, customer: "customer:b" }],
    ["2024-05-03T10:00", "subscription.changed", "subscription:1", { mrr: 0, customer: "customer:a" }],
    ["2024-05-04T10:00", "customer.known_as", "customer:b", { same_as: "customer:a" }],
    ["2024-05-04T10:00", "subscription.changed", "subscription:9", { mrr: 7, customer: "customer:t" }],
    ["2024-05-04T10:00", "customer.changed", "customer:t", { test: true }],
  ] as const
  const rows = await folded(told, "SELECT mrr, previous_mrr, excluded IS NULL AS counts FROM facts.revenue ORDER BY from_at")
  expect(rows).toEqual([
    { mrr: 100_000, previous_mrr: 0, counts: true },
    { mrr: 150_000, previous_mrr: 100_000, counts: true },
    { mrr: 50_000, previous_mrr: 150_000, counts: true },
    { mrr: 70_000, previous_mrr: 0, counts: false },
  ])
})
