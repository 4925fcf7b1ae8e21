import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { comments } from "./comments.ts"
import { surveys } from "./surveys.ts"

const FLOORS = 300
const all = { ...surveys, ...comments }

test.each([11, 12, 13])("world %i: surveys asked and computed in the obvious way", async (seed) => {
  const world = worldOf(seed, FLOORS)
  const questions = [
    ["2024-01-01", "2025-01-01"],
    ["2024-03-27", "2024-04-02"],
    ["2024-11-01", "2024-11-12"],
  ].map(([from, to]): Question => ({ metrics: Object.keys(all), from: from!, to: to!, zone: world.zone, by: ["topic"] }))
  const found = await answers(world, questions)
  const asOf = world.events.reduce((last, { at }) => Math.max(last, at), 0)
  const wrong = world.floors.flatMap(({ brand, events }) =>
    questions.flatMap((question, i) =>
      Object.entries(all).flatMap(([metric, expect]) =>
        differences(
          `${question.from} ${brand} ${metric}`,
          expect({ events, ...momentsOf(question), asOf }),
          cellOf(found[i]!, ["topic", brand], metric),
        ),
      ),
    ),
  )
  expect(wrong.slice(0, 20)).toEqual([])
})
