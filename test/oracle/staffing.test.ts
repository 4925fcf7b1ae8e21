import { expect, test } from "vitest"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { askedMetric } from "../../src/metrics/resolve.ts"
import { staffingOf } from "../../src/query/cells/staffing.ts"
import type { Cell } from "../../src/query/question.ts"
import { dice } from "../worlds/dice.ts"

const cell = (value: number): Cell => ({
  value,
  n: value,
  low: null,
  high: null,
  method: "census",
  pending: 0,
  censored: 0,
  excluded: {},
  lowN: false,
})

/** Erlang's second formula as it stands in the books: a sum over the states, in logarithms so that no factorial is too large. */
function mustWait(load: number, agents: number): number {
  const state = (n: number): number =>
    Array.from({ length: n }, (_, i) => Math.log(load / (i + 1))).reduce((sum, x) => sum + x, 0)
  const queued = Math.exp(state(agents)) * (agents / (agents - load))
  const free = Array.from({ length: agents }, (_, n) => Math.exp(state(n))).reduce((sum, x) => sum + x, 0)
  return queued / (free + queued)
}

test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))("floor %i: one person fewer would break the promise", (seed) => {
  const chance = dice(seed)
  const [calls, handle, within, goal, most] = [
    chance.whole(1, 400),
    chance.whole(30, 600),
    chance.whole(0, 60),
    chance.pick([0.5, 0.8, 0.95]),
    chance.pick([1, 0.9, 0.75]),
  ]
  const { metric } = askedMetric(`required_agents(within=${within},goal=${goal},most_occupancy=${most})`, catalog)
  if (metric.value.kind !== "staffing") throw new Error("it is not staffing")
  const hours = chance.pick([0.25, 0.5, 1])
  const found = staffingOf(cell(calls), cell(handle), metric.value, hours)
  const load = (calls / (hours * 3600)) * handle
  const kept = (agents: number): boolean =>
    agents > load && agents * most >= load && 1 - mustWait(load, agents) * Math.exp((-(agents - load) * within) / handle) >= goal
  expect([kept(found.value!), kept(found.value! - 1)]).toEqual([true, false])
  expect(found.also!["scheduled"]).toBe(Math.ceil(found.value! / 0.7 - 1e-9))
})
