import { describe, expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { type Floor, worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import type { Expected } from "./estimates.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { businessOracle, oracle } from "./metrics.ts"
import { conversationsIn } from "./plain.ts"
import { solving } from "./solving.ts"

const EVERYWHERE = { ...oracle, ...solving }

const FLOORS = 350
const SEEDS = [1, 2, 3]

/** Everything, and a week in the middle whose ends cut conversations in two. */
const PERIODS = [
  ["2024-01-01", "2025-01-01"],
  ["2024-03-25", "2024-04-01"],
  ["2024-10-25", "2024-11-06"],
] as const

describe.each(SEEDS)("world %i: asked and computed in the obvious way", (seed) => {
  test("all metrics of conversations agree on every floor", async () => {
    const world = worldOf(seed, FLOORS)
    const metrics = [...Object.keys(EVERYWHERE), ...Object.keys(businessOracle)]
    const questions = PERIODS.map(([from, to]): Question => ({ metrics, from, to, zone: world.zone, by: ["brand"] }))
    const found = await answers(world, questions)
    const asOf = world.events.reduce((last, { at }) => Math.max(last, at), 0)
    const wrong: string[] = []
    for (const floor of world.floors) {
      const all = conversationsIn(floor.events)
      for (const [i, question] of questions.entries()) {
        const asked = { all, hours: floor.hours, ...momentsOf(question), asOf }
        for (const [metric, expect] of expectations(floor))
          wrong.push(
            ...differences(
              `${question.from} ${floor.brand} ${metric}`,
              expect(asked),
              cellOf(found[i]!, "brand", floor.brand, metric),
            ),
          )
      }
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })
})

function expectations({
  hours,
}: Floor): readonly (readonly [string, (asked: Parameters<(typeof oracle)[string]>[0]) => Expected])[] {
  const business = hours === null ? [] : Object.entries(businessOracle)
  return [
    ...Object.entries(EVERYWHERE),
    ...business.map(([name, expect]) => [name, (asked: object) => expect({ ...asked, hours } as never)] as const),
  ]
}
