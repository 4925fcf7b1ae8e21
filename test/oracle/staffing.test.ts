import { expect, test } from "vitest"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { askedMetric } from "../../src/metrics/resolve.ts"
import { staffingOf } from "../../src/query/cells/staffing.ts"
import type { Cell } from "../../src/query/question.ts"
import { dice } from "../worlds/dice.ts"
import { type Load, staffing } from "./staffing.ts"

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

test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))("floor %i: one person fewer would break the promise", (seed) => {
  const chance = dice(seed)
  const load: Load = {
    calls: chance.whole(1, 400),
    handle_s: chance.whole(30, 600),
    within_s: chance.whole(0, 60),
    goal: chance.pick([0.5, 0.8, 0.95]),
    mostOccupancy: chance.pick([1, 0.9, 0.75]),
    hours: chance.pick([0.25, 0.5, 1]),
    shrinkage: chance.pick([0.3, 0, 0.25]),
  }
  const { within_s, goal, mostOccupancy, shrinkage } = load
  const found = Object.keys(staffing).map((name) => {
    const ref = `${name}(within=${within_s},goal=${goal},most_occupancy=${mostOccupancy},shrinkage=${shrinkage})`
    const { value } = askedMetric(ref, catalog).metric
    if (value.kind !== "staffing") throw new Error("it is not staffing")
    return [name, staffingOf(cell(load.calls), cell(load.handle_s), value, load.hours).value]
  })
  expect(found).toEqual(Object.entries(staffing).map(([name, expected]) => [name, expected(load)]))
})
