import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { worldOf } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { comments, themes } from "./comments.ts"
import { surveys } from "./surveys.ts"

const FLOORS = 300
/** Fewer where all are looked at together. */
const FLOORS_TOGETHER = 30
const PATIENCE_MS = 120_000
const all = { ...surveys, ...comments }

test.each([11, 12, 13])("world %i: surveys asked and computed in the obvious way", { timeout: PATIENCE_MS }, async (seed) => {
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

test("themes of comments asked and computed in the obvious way", async () => {
  const world = worldOf(14, FLOORS_TOGETHER)
  const question: Question = {
    metrics: Object.keys(themes),
    from: "2024-01-01",
    to: "2025-01-01",
    zone: world.zone,
    by: ["theme"],
  }
  const [found] = await answers(world, [question])
  const asked = { events: world.events, ...momentsOf(question), asOf: Infinity }
  const wrong = ["price", "speed"].flatMap((theme) =>
    Object.entries(themes).flatMap(([metric, expected]) =>
      differences(theme, expected(asked, theme), cellOf(found!, ["theme", theme], metric)),
    ),
  )
  expect(wrong).toEqual([])
})
