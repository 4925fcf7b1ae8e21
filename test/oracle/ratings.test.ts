import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { ratedOf } from "../worlds/ratings.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { ratedIn, ratings } from "./ratings.ts"

const FLOORS = 80
const PERIODS = [
  ["2024-06-01", "2024-08-01"],
  ["2024-06-06", "2024-06-14"],
] as const

test.each([1, 2, 3])("floors %i: ratings beside their conversations asked and computed in the obvious way", async (seed) => {
  const { topics, events } = ratedOf(seed, FLOORS)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events }
  const questions = PERIODS.map(([from, to]): Question => ({
    metrics: Object.keys(ratings),
    from,
    to,
    zone: "UTC",
    by: ["topic"],
  }))
  const found = await answers(world, questions)
  const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
  const wrong = topics.flatMap((topic) => {
    const own = events.filter(({ subject }) => subject.includes(`:${topic}-`))
    return questions.flatMap((question, i) => {
      const rated = ratedIn(own, { ...momentsOf(question), asOf })
      return Object.entries(ratings).flatMap(([metric, expected]) =>
        differences(`${question.from} ${topic} ${metric}`, expected(rated), cellOf(found[i]!, ["topic", topic], metric)),
      )
    })
  })
  expect(wrong.slice(0, 20)).toEqual([])
})
