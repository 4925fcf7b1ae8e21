import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { frontLineOf } from "../worlds/front-line.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { frontLine } from "./front-line.ts"
import { ms } from "./metrics.ts"
import { conversationsIn } from "./plain.ts"

const FLOORS = 80
const PERIODS = [
  ["2024-04-01", "2024-06-01"],
  ["2024-04-05", "2024-04-12"],
] as const

test.each([1, 2, 3])("front line %i: bots, hand-overs and escalations asked and computed in the obvious way", async (seed) => {
  const { brands, events } = frontLineOf(seed, FLOORS)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events }
  const metrics = Object.keys(frontLine)
  const questions = PERIODS.map(([from, to]): Question => ({ metrics, from, to, zone: "UTC", by: ["brand"] }))
  const found = await answers(world, questions)
  const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
  const clock = (_: unknown, a: number, b: number) => ms(a, b)
  const wrong = brands.flatMap((brand) => {
    const all = conversationsIn(events.filter(({ subject }) => subject.startsWith(`conversation:${brand}-`)))
    return questions.flatMap((question, i) =>
      Object.entries(frontLine).flatMap(([metric, expected]) =>
        differences(
          `${question.from} ${brand} ${metric}`,
          expected({ all, clock, ...momentsOf(question), asOf }),
          cellOf(found[i]!, ["brand", brand], metric),
        ),
      ),
    )
  })
  expect(wrong.slice(0, 20)).toEqual([])
})
