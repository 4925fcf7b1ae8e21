import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { callWorldOf } from "../worlds/calls.ts"
import { calls } from "./calls.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"

const FLOORS = 150
const PERIODS = [
  ["2024-05-01", "2024-06-01"],
  ["2024-05-02", "2024-05-03"],
  ["2024-05-03", "2024-05-05"],
] as const

test.each([1, 2])("floors %i: calls asked, and told by who stood beside them", async (seed) => {
  const { floors, events, now } = callWorldOf(seed, FLOORS)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events }
  const metrics = Object.keys(calls)
  const questions = PERIODS.map(([from, to]): Question => ({ metrics, from, to, zone: "UTC", by: ["brand"] }))
  const found = await answers(world, questions)
  const wrong = floors.flatMap((floor) =>
    questions.flatMap((question, i) =>
      Object.entries(calls).flatMap(([metric, expected]) =>
        differences(
          `${question.from} ${floor.brand} ${metric}`,
          expected({ calls: floor.calls, ...momentsOf(question), now }),
          cellOf(found[i]!, ["brand", floor.brand], metric),
        ),
      ),
    ),
  )
  expect(wrong.slice(0, 20)).toEqual([])
})
