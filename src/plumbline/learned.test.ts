import { expect, test } from "vitest"
import { parseCalendars } from "../calendar/read.ts"
import type { CanonicalEvent } from "../events/event.ts"
import { deliveryOf } from "../stories/stage.ts"
import { openDuck } from "../warehouse/duckdb.ts"
import { USUAL_RULES } from "../warehouse/fold/rules.ts"
import { NO_MONEY } from "../warehouse/money/settings.ts"
import { learn } from "./learned.ts"
import { embeddedStore } from "./stores/embedded.ts"

const CALENDARS = parseCalendars("calendars: {}")
const order = (id: number, currency: string): CanonicalEvent => ({
  id: `o${id}`,
  at: Date.UTC(2026, 2) * 1000,
  kind: "order.placed",
  subject: `order:${id}`,
  customer: "customer:1",
  amount: 10,
  currency,
})

test.each<[string, readonly string[], string | undefined, string | undefined]>([
  ["no amounts", [], undefined, undefined],
  ["one, in small and capital letters", ["EUR", "eur"], undefined, "EUR"],
  ["several, and none to report in", ["EUR", "USD"], undefined, undefined],
  ["several, and one to report in", ["EUR", "USD"], "GBP", "GBP"],
])("the currency of all amounts: %s", async (_what, currencies, reporting, expected) => {
  const duck = await openDuck({ path: ":memory:", threads: 1 })
  const store = await embeddedStore(duck)
  const events = currencies.map((currency, i) => order(i, currency))
  await store.ledger.append(deliveryOf(events.map((event) => ({ event, learned_at: event.at, event_version: 1 }))))
  await store.refold({ calendars: CALENDARS, rules: USUAL_RULES })
  const { currency } = await store.read((reader) => learn(reader, CALENDARS, { ...NO_MONEY, reporting }))
  expect(currency).toBe(expected)
  store.close()
})
