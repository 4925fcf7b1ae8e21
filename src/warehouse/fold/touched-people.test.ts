import { expect, test } from "vitest"
import type { CanonicalEvent } from "../../events/event.ts"
import { begin } from "./begin.ts"
import { foldAll } from "./fold.ts"
import { refold } from "./refold.ts"
import { START } from "./testing/compact.ts"
import { append, dump, USUAL, withLedger } from "./testing/facts.ts"
import { findPeople } from "./touched-people.ts"

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
const asked = (conversation: number, said: object = {}): readonly Said[] => [
  {
    id: `opened-${conversation}`,
    kind: "conversation.opened",
    subject: `conversation:${conversation}`,
    channel: "email",
    ...said,
  },
  written(conversation, `asked-${conversation}`),
]
const written = (conversation: number, id: string): Said => ({
  id,
  kind: "message.sent",
  subject: `conversation:${conversation}`,
  author: "customer",
  public: true,
})
const solved = (conversation: number): Said => ({
  id: `solved-${conversation}`,
  kind: "conversation.status_changed",
  subject: `conversation:${conversation}`,
  status: "solved",
})
const called = (said: object): readonly Said[] => [
  { id: "called", kind: "call.started", subject: "call:1", direction: "inbound", ...said },
  { id: "waited", kind: "call.segment", subject: "call:1", segment: "queue" },
]
const bystander = [placed(9, { customer: "customer:cy" }), ...asked(9, { customer: "customer:cy" }), solved(9)]
const [ANN, BOB] = [{ customer: "customer:ann" }, { customer: "customer:bob" }]

/** Each event an hour after the one before. */
function eventsOf(all: readonly Said[], from: number): CanonicalEvent[] {
  return all.map((said, i) => ({ at: START + (from + i) * HOUR_US, ...said }) as unknown as CanonicalEvent)
}

test.each<[what: string, first: readonly Said[], next: readonly Said[]]>([
  ["an order", [placed(1, ANN)], [placed(2, ANN)]],
  ["an order that turns out to be another's", [placed(1, ANN)], [placed(1, BOB)]],
  ["an order of nobody that turns out to be somebody's", [placed(1)], [placed(1, BOB)]],
  [
    "a refund that is larger than the order of nobody",
    [placed(1)],
    [{ id: "back", kind: "order.refunded", subject: "order:1", amount: 60, currency: "EUR" }],
  ],
  [
    "an order whose dispute names somebody else",
    [placed(1, ANN), disputed(BOB)],
    [placed(1, { customer: "customer:ann", network: "visa" })],
  ],
  ["an order that comes after its dispute, which names nobody", [disputed({}), placed(2, ANN)], [placed(1, ANN)]],
  [
    "fraud reported of a disputed order, by somebody else",
    [placed(1, ANN), disputed(BOB)],
    [{ id: "fraud", kind: "fraud.reported", subject: "dispute:2", order: "order:1", customer: "customer:dan" }],
  ],
  ["a subscription that turns out to be another's", [paid("customer:ann")], [paid("customer:bob")]],
  [
    "more about a customer",
    [placed(1, ANN), paid("customer:ann")],
    [{ id: "told", kind: "customer.changed", subject: "customer:ann", plan: "gold", at: START }],
  ],
  [
    "more about who disputes somebody else's order",
    [placed(1, { ...ANN, network: "visa" }), disputed(BOB)],
    [{ id: "told", kind: "customer.changed", subject: "customer:bob", plan: "gold", at: START }],
  ],
  ["another question of a customer", [...asked(1, ANN), solved(1)], asked(2, ANN)],
  ["a question of nobody", [...asked(1), solved(1)], asked(2)],
  ["the customer of a question that had none", [...asked(1), solved(1), ...asked(2, ANN)], [asked(1, ANN)[0]!]],
  [
    "a question that turns out to be another's",
    [...asked(1, ANN), solved(1), ...asked(2, ANN), ...asked(3, BOB)],
    [asked(2, BOB)[0]!],
  ],
  ["a reopening", [...asked(1, ANN), solved(1)], [written(1, "again")]],
  [
    "a call about somebody else's question",
    [...asked(1, ANN), ...asked(2, BOB), solved(2)],
    called({ ...BOB, conversation: "conversation:1" }),
  ],
  ["a call of nobody", [...asked(1), solved(1)], called({ conversation: "conversation:1" })],
  [
    "a call that turns out to be about another question",
    [...asked(1, ANN), ...asked(2, BOB), ...called({ conversation: "conversation:1" })],
    [called({ conversation: "conversation:2" })[0]!],
  ],
  [
    "a question that is merged into somebody else's",
    [...asked(1, ANN), ...asked(2, BOB), solved(2), ...asked(3, ANN)],
    [{ id: "merged", kind: "conversation.merged_into", subject: "conversation:1", into: "conversation:2" }],
  ],
  [
    "a cost",
    [{ id: "cost-1", kind: "cost.booked", subject: "cost:1", amount: 8, category: "wages", currency: "EUR" }],
    [{ id: "cost-2", kind: "cost.booked", subject: "cost:2", amount: 9, category: "wages", currency: "EUR" }],
  ],
])("%s makes the rows of whom it touches again, and nobody else's", (_what, first, next) =>
  withLedger(async (duck) => {
    const standing = async () =>
      Promise.all([
        duck.rows(rowsOf("orders", '"order"', "order:9")),
        duck.rows(rowsOf("contacts", "conversation", "conversation:9")),
        duck.rows(rowsOf("resolutions", "conversation", "conversation:9")),
      ])
    await append(duck, eventsOf([...bystander, ...first], 0), START)
    await foldAll(duck, USUAL)
    const before = await standing()
    await append(duck, eventsOf(next, 20), START + 1)
    expect((await refold(duck, USUAL)).scope).toBe("touched")
    await foldAll(duck, USUAL, "whole")
    expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
    expect(await standing()).toEqual(before)
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1])
  }),
)

/** With their places in the table: a row that is made again has another. */
const rowsOf = (table: string, by: string, name: string) =>
  `SELECT f.rowid, f.* FROM facts.${table} f JOIN subjects s ON s.code = f.${by} WHERE s.name = '${name}'`

test.each<[what: string, currency: string, next: Said]>([
  ["a second currency", "EUR", placed(2, { ...ANN, currency: "USD" })],
  ["the loss of the second currency", "USD", placed(1, { ...ANN, currency: "EUR" })],
])("%s makes all amounts anew", (_what, currency, next) =>
  withLedger(async (duck) => {
    const counting = () => duck.rows("SELECT count(*) FILTER (WHERE excluded IS NULL) AS counting FROM facts.orders")
    await append(duck, eventsOf([...bystander, placed(1, { ...ANN, currency })], 0), START)
    await foldAll(duck, USUAL)
    expect(await counting()).toEqual([{ counting: currency === "EUR" ? 2 : 0 }])
    await append(duck, eventsOf([next], 20), START + 1)
    await refold(duck, USUAL)
    await foldAll(duck, USUAL, "whole")
    expect(await dump(duck, "facts")).toEqual(await dump(duck, "whole"))
    expect(await counting()).toEqual([{ counting: currency === "EUR" ? 0 : 2 }])
  }),
)

test("too many people are everybody", () =>
  withLedger(async (duck) => {
    await append(duck, eventsOf([...asked(1, ANN), ...asked(2, BOB)], 0), START)
    await foldAll(duck, USUAL)
    await begin(duck, USUAL)
    await duck.run("CREATE TEMP TABLE touched AS SELECT subject, kind FROM ledger")
    await duck.run("CREATE TEMP TABLE refolded AS SELECT subject FROM temp.touched")
    await duck.run("CREATE TEMP TABLE touched_customers (customer INTEGER)")
    expect(await findPeople(duck, true, 2)).not.toBeNull()
    expect(await findPeople(duck, true, 1)).toBeNull()
  }))
