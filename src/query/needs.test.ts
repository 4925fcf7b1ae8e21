import { expect, test } from "vitest"
import { at, factsOf } from "../../test/facts.ts"
import { randomFacts } from "../../test/random-facts.ts"
import { kinds } from "../events/kinds.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { metric } from "../metrics/metric.ts"
import { askedMetric } from "../metrics/resolve.ts"
import { ask } from "./ask.ts"
import { allNeedsOf, type EventCounts, lackingOf } from "./needs.ts"
import { MOST_METRICS } from "./question.ts"

const SPRING = { from: "2024-03-01", to: "2024-05-01" }
const facts = factsOf(randomFacts(3, at("2024-02-20"), 80, 200), { knownUntil: "2024-05-20T12:00:00Z" })
const counts = (...names: readonly string[]): EventCounts => new Map(names.map((name) => [name, 5]))

test.each([
  ["tickets alone", counts("conversation.opened", "message.sent")],
  ["the telephone", counts("call.started", "call.segment", "call.abandoned", "presence.changed")],
  ["money", counts("subscription.changed", "order.placed", "cost.booked", "customer.changed", "conversation.status_changed")],
  ["everything", counts(...Object.keys(kinds))],
])("with %s, what the catalog says is lacking is what an answer says", async (_what, events) => {
  const names = catalog.map(({ name }) => name)
  const source = { ...(await facts), events }
  for (let i = 0; i < names.length; i += MOST_METRICS) {
    const metrics = names.slice(i, i + MOST_METRICS)
    const { cells } = (await ask({ ...SPRING, metrics }, source)).rows[0]!
    for (const name of metrics) {
      const lacking = lackingOf(askedMetric(name, catalog), catalog, events)
      const said = /^no such events: (.*)$/.exec(cells[name]!.because ?? "")?.[1]?.split(", ") ?? []
      expect([name, lacking.length > 0]).toEqual([name, said.length > 0])
      expect(lacking).toEqual(expect.arrayContaining(said))
    }
  }
})

test("what is made of others needs what they need", () => {
  const cost = catalog.find(({ name }) => name === "cost_per_contact")!
  const value = { kind: "quotient", of: "cost_per_contact:cost", per: "contact_volume", times: 1 } as const
  const own = metric({ ...cost, name: "own", needs: [], value })
  const all = [...catalog, own]
  const needs = allNeedsOf("own", all, counts("cost.booked"))
  expect(needs.map(({ kind, events }) => [kind, events])).toEqual([
    ["cost.booked", 5],
    ["message.sent", 0],
  ])
  expect(lackingOf(askedMetric("own", all), all, counts("cost.booked"))).toEqual(["message.sent"])
  expect(allNeedsOf("nps", catalog).map(({ events }) => events)).toEqual([null, null])
})
