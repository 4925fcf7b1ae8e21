import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import { PEOPLE, peopleWorldOf } from "../worlds/people.ts"
import { differences } from "./differences.ts"
import { answers } from "./floor.ts"
import { people } from "./people.ts"

const WORLDS = Array.from({ length: 8 }, (_, seed) => seed + 1)
const metrics = Object.keys(people)
const ZONES = ["UTC", "Europe/Berlin", "America/New_York"] as const

test.each(WORLDS)("roster %i: the time of people asked and looked at minute by minute", async (seed) => {
  const events = peopleWorldOf(seed)
  const zone = ZONES[seed % ZONES.length]!
  const world = { seed, zone, calendars: { calendars: [], rules: [] }, floors: [], events }
  const period = { from: "2024-03-30", to: "2024-04-02", zone }
  const questions: readonly Question[] = [
    { metrics, ...period, grain: "day" },
    { metrics, ...period, by: ["agent"] },
    { metrics, ...period, from: "2024-03-31", to: "2024-04-01", grain: "day", compare: "previous" },
  ]
  const [daily, each, compared] = await answers(world, questions)
  const at = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds * 1000
  const days = ["2024-03-30", "2024-03-31", "2024-04-01", "2024-04-02"].map(at)
  const wrong = metrics.flatMap((metric) => {
    const expected = (from: number, to: number, only: string | null) => people[metric]!({ events, from, to, only })
    const byDay = daily!.rows.map(({ bucket, cells }) => {
      const [from, to] = bucket === null ? [days[0]!, days[3]!] : [days[bucket]!, days[bucket + 1]!]
      return differences(`${bucket} ${metric}`, expected(from, to, null), cells[metric])
    })
    const byAgent = PEOPLE.map((name) =>
      differences(
        `${name} ${metric}`,
        expected(days[0]!, days[3]!, name),
        each!.rows.find(({ by }) => by["agent"] === name)?.cells[metric],
      ),
    )
    const [first] = compared!.rows
    const now = differences(`compared ${metric}`, expected(days[1]!, days[2]!, null), first!.cells[metric])
    const { before } = first!.changes![metric]!
    const then = differences(`before ${metric}`, expected(days[0]!, days[1]!, null), before)
    return [...byDay.flat(), ...byAgent.flat(), ...now, ...then]
  })
  expect(wrong).toEqual([])
})
