import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { contactWorldOf, LEADS_TO, TOPICS } from "../worlds/contacts.ts"
import { contacts } from "./contacts.ts"
import { differences } from "./differences.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { topics, untold } from "./topics.ts"

const WORLDS = Array.from({ length: 30 }, (_, seed) => seed + 1)
const PERIODS = [
  ["2024-01-01", "2024-12-01"],
  ["2024-03-10", "2024-03-20"],
  ["2024-04-10", "2024-05-01"],
] as const

test.each(WORLDS)("floor %i: contacts, repeats and first solves asked and computed in the obvious way", async (seed) => {
  const events = contactWorldOf(seed)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events, topics: LEADS_TO }
  const all = { ...contacts, ...untold }
  const questions = PERIODS.map(([from, to]): Question => ({ metrics: Object.keys(all), from, to, zone: "UTC" }))
  const found = await answers(world, questions)
  const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
  const told = events.toSorted((a, b) => a.at - b.at)
  const wrong = questions.flatMap((question, i) => {
    const floor = { events: told, ...momentsOf(question), asOf, leadsTo: LEADS_TO }
    return Object.entries(all).flatMap(([metric, expected]) =>
      differences(`${question.from} ${metric}`, expected(floor), found[i]!.rows[0]!.cells[metric]),
    )
  })
  expect(wrong).toEqual([])
})

test.each(WORLDS.slice(0, 15))("floor %i: topics and tags asked and computed in the obvious way", async (seed) => {
  const events = contactWorldOf(seed)
  const world = { seed, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events }
  const all = Object.entries(topics)
  const [from, to] = PERIODS[0]
  const found = await answers(
    world,
    all.map(([metric, [by]]): Question => ({ metrics: [metric], from, to, zone: "UTC", by: [by] })),
  )
  const told = events.toSorted((a, b) => a.at - b.at)
  const floor = { events: told, ...momentsOf({ metrics: [], from, to, zone: "UTC" }), asOf: told.at(-1)!.at, leadsTo: LEADS_TO }
  const wrong = all.flatMap(([metric, [by, expected]], i) =>
    TOPICS.flatMap((topic) => differences(`${metric} ${topic}`, expected(floor, topic), cellOf(found[i]!, [by, topic], metric))),
  )
  expect(wrong).toEqual([])
})
