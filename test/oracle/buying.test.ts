import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { dice } from "../worlds/dice.ts"
import { checked, type Draft } from "../worlds/draft.ts"
import { type Ahead, bought, buyersIn, buying, type Fitted, logLikelihood } from "./buying.ts"
import { answers, momentsOf } from "./floor.ts"

const DAY_US = 86_400_000_000
const START = Date.parse("2024-01-01T00:00:00Z") * 1000
const CUSTOMERS = 40
const AHEAD: Ahead = { weeks: 20, margin: 0.7, discount: 0.02 }

/** Some buy often and some seldom, some stop soon, and some buy twice on a day. */
function ordersOf(seed: number) {
  const chance = dice(seed)
  const drafts: Draft[] = []
  for (let i = 0; i < CUSTOMERS; i++) {
    const [days, leaves, price] = [chance.pick([5, 12, 30, 80]), chance.pick([0.03, 0.15, 0.5]), chance.pick([10, 20, 45])]
    let day = chance.whole(0, 90)
    do {
      for (let n = chance.pick([1, 1, 1, 2]); n > 0; n--)
        drafts.push({
          at: START + day * DAY_US + chance.whole(0, 86_399) * 1_000_000,
          kind: "order.placed",
          subject: `order:${drafts.length}`,
          customer: `customer:${i}`,
          amount: price * chance.pick([0.5, 1, 1, 1.5]),
        })
      day += chance.whole(1, days * 2)
    } while (day < 240 && !chance.chance(leaves))
  }
  return drafts.map((draft, i) => checked(draft, `o${i}`))
}

const near = (found: number, expected: number): boolean => Math.abs(found / expected - 1) < 1e-5

test.each([1])("customers %i: what they will buy, looked at through all kinds of customers there may be", async (seed) => {
  const events = ordersOf(seed)
  const options = `weeks=${AHEAD.weeks}`
  const refs = { clv_bgnbd: `clv_bgnbd(${options},margin=${AHEAD.margin},discount=${AHEAD.discount})` }
  const refOf = (name: string) => (name in refs ? refs[name as keyof typeof refs] : `${name}(${options})`)
  const question = { metrics: Object.keys(buying).map(refOf), from: "2024-01-01", to: "2024-08-20", zone: "UTC" }
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events }
  const [answer] = await answers(world, [question])
  const { cells } = answer!.rows.at(-1)!
  const buyers = buyersIn(events, momentsOf(question).to)
  const { log_likelihood, ...also } = cells[refs.clv_bgnbd]!.also!
  const model = also as unknown as Fitted
  const said = bought(buyers, model, AHEAD)
  const likelihood = logLikelihood(buyers, model)
  const wrong = Object.entries(buying).flatMap(([name, expected]) => {
    const { value, n } = cells[refOf(name)]!
    return near(value!, expected(said)) && n === buyers.length
      ? []
      : [`${name}: expected ${expected(said)}, asked ${value} of ${n}`]
  })
  expect(wrong).toEqual([])
  expect(log_likelihood).toBeCloseTo(likelihood, 3)
  // No other customers would have bought so more likely.
  for (const name of ["r", "alpha", "a", "b"] as const)
    for (const factor of [0.97, 1.03])
      expect(logLikelihood(buyers, { ...model, [name]: model[name] * factor })).toBeLessThan(likelihood)
})

test.each([2, 3])("customers %i: who was told of first changes no digit", async (seed) => {
  const metrics = ["clv_bgnbd", "clv_bgnbd:purchases", "clv_bgnbd:alive"]
  const question: Question = { metrics, from: "2024-01-01", to: "2024-09-01", zone: "UTC", grain: "month" }
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [] }
  const events = ordersOf(seed)
  const [one] = await answers({ ...world, events }, [question])
  const [other] = await answers({ ...world, events: events.toReversed() }, [question])
  expect(other!.rows).toEqual(one!.rows)
})
