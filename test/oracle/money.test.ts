import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { moneyWorldOf } from "../worlds/money.ts"
import { differences } from "./differences.ts"
import { answers, momentsOf } from "./floor.ts"
import { money, spent } from "./money.ts"
import { retention } from "./retention.ts"

const WORLDS = Array.from({ length: 12 }, (_, seed) => seed + 1)
const PERIODS = [
  ["2024-01-01", "2024-08-01"],
  ["2024-02-01", "2024-03-01"],
  ["2024-04-10", "2024-05-01"],
] as const
const ALL = { ...money, ...retention }
const COSTS = { acquisition: "customer_acquisition_cost:cost", wages: "cost_per_contact:cost" } as const

test.each(WORLDS)("books %i: customers, money and people asked and computed in the obvious way", async (seed) => {
  const events = moneyWorldOf(seed)
  const zone = ["UTC", "Europe/Berlin", "America/New_York"][seed % 3]!
  const world = { seed, zone, calendars: { calendars: [], rules: [] }, floors: [], events }
  const questions = PERIODS.map(([from, to]): Question => ({
    metrics: [...Object.keys(ALL), ...Object.values(COSTS)],
    from,
    to,
    zone,
  }))
  const found = await answers(world, questions)
  const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
  const wrong = questions.flatMap((question, i) => {
    const books = { events, ...momentsOf(question), asOf, zone }
    const cells = found[i]!.rows[0]!.cells
    const costs = Object.entries(COSTS).flatMap(([category, metric]) =>
      Math.abs((cells[metric]?.value ?? 0) - spent(books, category)) < 0.011
        ? []
        : [`${metric}: ${cells[metric]?.value}, not ${spent(books, category)}`],
    )
    return [
      ...costs,
      ...Object.entries(ALL).flatMap(([metric, expected]) =>
        differences(`${question.from} ${metric}`, expected(books), cells[metric]),
      ),
    ]
  })
  expect(wrong).toEqual([])
})
