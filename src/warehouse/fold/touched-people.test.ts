import { expect, test } from "vitest"
import type { CanonicalEvent } from "../../events/event.ts"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { START } from "./testing/compact.ts"
import { append, dump, USUAL, withLedger } from "./testing/facts.ts"

const HOUR_US = 3_600_000_000

type Said = Readonly<Record<string, unknown>> & { readonly id: string; readonly kind: string; readonly subject: string }

const placed = (order: number, said: object = {}): Said => ({
  id: `placed-${order}`,
  kind: "order.placed",
  subject: `order:${order}`,
  amount: 50,
  currency: "EUR",
  ...said,
})
const disputed = (said: object): Said => ({
  id: "dispute",
  kind: "dispute.received",
  subject: "dispute:1",
  order: "order:1",
  ...said,
})
const paid = (customer: string): Said => ({
  id: "paid",
  kind: "subscription.changed",
  subject: "subscription:1",
  mrr: 10,
  currency: "EUR",
  customer,
})
const bystander = placed(9, { customer: "customer:cy" })

/** Each event an hour after the one before. */
function eventsOf(all: readonly Said[], from: number): CanonicalEvent[] {
  return all.map((said, i) => ({ at: START + (from + i) * HOUR_US, ...said }) as unknown as CanonicalEvent)
}

test.each<[what: string, first: readonly Said[], next: readonly Said[]]>([
  ["an order", [placed(1, { customer: "customer:ann" })], [placed(2, { customer: "customer:ann" })]],
  [
    "an order that turns out to be another's",
    [placed(1, { customer: "customer:ann" })],
    [placed(1, { customer: "customer:bob" })],
  ],
  ["an order of nobody that turns out to be somebody's", [placed(1)], [placed(1, { customer: "customer:bob" })]],
  [
    "a refund that is larger than the order of nobody",
    [placed(1)],
    [{ id: "back", kind: "order.refunded", subject: "order:1", amount: 60, currency: "EUR" }],
  ],
  [
    "an order whose dispute names somebody else",
    [placed(1, { customer: "customer:ann" }), disputed({ customer: "customer:bob" })],
    [placed(1, { customer: "customer:ann", network: "visa" })],
  ],
  [
    "an order that comes after its dispute, which names nobody",
    [disputed({}), placed(2, { customer: "customer:ann" })],
    [placed(1, { customer: "customer:ann" })],
  ],
  [
    "fraud reported of a disputed order, by somebody else",
    [placed(1, { customer: "customer:ann" }), disputed({ customer: "customer:bob" })],
    [{ id: "fraud", kind: "fraud.reported", subject: "dispute:2", order: "order:1", customer: "customer:dan" }],
  ],
  ["a subscription that turns out to be another's", [paid("customer:ann")], [paid("customer:bob")]],
  [
    "more about a customer",
    [placed(1, { customer: "customer:ann" }), paid("customer:ann")],
    [{ id: "told", kind: "customer.changed", subject: "customer:ann", plan: "gold", at: START }],
  ],
  [
    "a cost",
    [{ id: "cost-1", kind: "cost.booked", subject: "cost:1", amount: 8, category: "wages", currency: "EUR" }],
    [{ id: "cost-2", kind: "cost.booked", subject: "cost:2", amount: 9, category: "wages", currency: "EUR" }],
  ],
])("%s makes the rows of whom it touches again, and nobody else's", (_what, first, next) =>
  withLedger(async (duck) => {
    const standing = () =>
      duck.rows(`SELECT o.rowid, o.* FROM facts.orders o JOIN subjects s ON s.code = o."order" WHERE s.name = 'order:9'`)
    await append(duck, eventsOf([bystander, ...first], 0), START)
    await foldAll(duck, USUAL)
    const before = await standing()
    await append(duck, eventsOf(next, 20), START + 1)
    expect((await refold(duck, USUAL)).scope).toBe("touched")
    await foldAll(duck, USUAL, "whole")
    expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
    expect(await standing()).toEqual(before)
    expect(before).toHaveLength(1)
  }),
)

test.each<[what: string, currency: string, next: Said]>([
  ["a second currency", "EUR", placed(2, { customer: "customer:ann", currency: "USD" })],
  ["the loss of the second currency", "USD", placed(1, { customer: "customer:ann", currency: "EUR" })],
])("%s makes all amounts anew", (_what, currency, next) =>
  withLedger(async (duck) => {
    const counting = () => duck.rows("SELECT count(*) FILTER (WHERE excluded IS NULL) AS counting FROM facts.orders")
    await append(duck, eventsOf([bystander, placed(1, { customer: "customer:ann", currency })], 0), START)
    await foldAll(duck, USUAL)
    expect(await counting()).toEqual([{ counting: currency === "EUR" ? 2 : 0 }])
    await append(duck, eventsOf([next], 20), START + 1)
    await refold(duck, USUAL)
    await foldAll(duck, USUAL, "whole")
    expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
    expect(await counting()).toEqual([{ counting: currency === "EUR" ? 0 : 2 }])
  }),
)
