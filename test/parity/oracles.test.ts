import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Question } from "../../src/query/question.ts"
import type { OpenStage } from "../../src/stories/index.ts"
import { calls } from "../oracle/calls.ts"
import { contacts } from "../oracle/contacts.ts"
import { customers } from "../oracle/customers.ts"
import { differences } from "../oracle/differences.ts"
import { disputes } from "../oracle/disputes.ts"
import { compared, metrics } from "../oracle/everything.ts"
import { answers, cellOf, momentsOf } from "../oracle/floor.ts"
import { help } from "../oracle/help.ts"
import { ratedIn, ratings } from "../oracle/ratings.ts"
import { spending } from "../oracle/spending.ts"
import { surveys } from "../oracle/surveys.ts"
import { callWorldOf } from "../worlds/calls.ts"
import { contactWorldOf, LEADS_TO } from "../worlds/contacts.ts"
import { ratedOf } from "../worlds/ratings.ts"
import { type World, worldOf } from "../worlds/world.ts"
import { yearOf } from "../worlds/year.ts"
import { installed, type Server, startServer } from "./server.ts"
import { serverStage } from "./server-stage.ts"

const PATIENCE_MS = 600_000
const FLOORS = 30

/** A few worlds; PLUMBLINE_PARITY_ORACLES=all npx vitest run test/oracle asks the other engine about all of them. */
describe.skipIf(!installed)("the second computations, beside the other engine", { timeout: PATIENCE_MS }, () => {
  let server: Server
  let stage: OpenStage
  beforeAll(async () => {
    server = await startServer()
    stage = await serverStage(server)
  }, PATIENCE_MS)
  afterAll(() => server?.stop())

  test("every metric of conversations on every floor", async () => {
    const world = worldOf(41, FLOORS)
    const year: Question = { metrics, from: "2024-01-01", to: "2025-01-01", zone: world.zone, by: ["brand"] }
    const [whole] = await answers(world, [year], stage)
    const asOf = world.events.reduce((last, { at }) => Math.max(last, at), 0)
    const wrong = world.floors.flatMap((floor) => compared("year", floor, whole!, { ...momentsOf(year), asOf }))
    expect(wrong.slice(0, 20)).toEqual([])
  })

  test("surveys", async () => {
    const world = worldOf(12, FLOORS)
    const asked: Question = {
      metrics: Object.keys(surveys),
      from: "2024-01-01",
      to: "2025-01-01",
      zone: world.zone,
      by: ["topic"],
    }
    const [found] = await answers(world, [asked], stage)
    const asOf = world.events.reduce((last, { at }) => Math.max(last, at), 0)
    const wrong = world.floors.flatMap(({ brand, events }) =>
      Object.entries(surveys).flatMap(([metric, expect]) =>
        differences(
          `${brand} ${metric}`,
          expect({ events, ...momentsOf(asked), asOf }),
          cellOf(found!, ["topic", brand], metric),
        ),
      ),
    )
    expect(wrong.slice(0, 20)).toEqual([])
  })

  test("contacts, repeats and first solves", async () => {
    const events = contactWorldOf(4)
    const world = { seed: 4, zone: "UTC", calendars: { calendars: [], rules: [] }, floors: [], events, topics: LEADS_TO }
    const question: Question = { metrics: Object.keys(contacts), from: "2024-01-01", to: "2024-12-01", zone: "UTC" }
    const [found] = await answers(world, [question], stage)
    const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
    const floor = { events: events.toSorted((a, b) => a.at - b.at), ...momentsOf(question), asOf, leadsTo: LEADS_TO }
    const wrong = Object.entries(contacts).flatMap(([metric, expected]) =>
      differences(metric, expected(floor), found!.rows[0]!.cells[metric]),
    )
    expect(wrong).toEqual([])
  })

  const alone = (events: World["events"]): World => ({
    seed: 0,
    zone: "UTC",
    calendars: { calendars: [], rules: [] },
    floors: [],
    events,
  })

  test("calls", async () => {
    const { floors, events, now } = callWorldOf(41, FLOORS)
    const asked: Question = { metrics: Object.keys(calls), from: "2024-05-01", to: "2024-06-01", zone: "UTC", by: ["brand"] }
    const [found] = await answers(alone(events), [asked], stage)
    const wrong = floors.flatMap(({ brand, calls: own }) =>
      Object.entries(calls).flatMap(([metric, expected]) =>
        differences(
          `${brand} ${metric}`,
          expected({ calls: own, ...momentsOf(asked), now }),
          cellOf(found!, ["brand", brand], metric),
        ),
      ),
    )
    expect(wrong.slice(0, 20)).toEqual([])
  })

  test("ratings beside their conversations", async () => {
    const { topics, events } = ratedOf(41, FLOORS)
    const asked: Question = { metrics: Object.keys(ratings), from: "2024-06-01", to: "2024-08-01", zone: "UTC", by: ["topic"] }
    const [found] = await answers(alone(events), [asked], stage)
    const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
    const wrong = topics.flatMap((topic) => {
      const own = events.filter(({ subject }) => subject.includes(`:${topic}-`))
      const rated = ratedIn(own, { ...momentsOf(asked), asOf })
      return Object.entries(ratings).flatMap(([metric, expected]) =>
        differences(`${topic} ${metric}`, expected(rated), cellOf(found!, ["topic", topic], metric)),
      )
    })
    expect(wrong.slice(0, 20)).toEqual([])
  })

  test("a year of customers, money and costs", async () => {
    const events = yearOf(41)
    const all = { ...customers, ...disputes, ...help, ...spending }
    const asked: Question = { metrics: Object.keys(all), from: "2023-12-01", to: "2024-08-01", zone: "UTC" }
    const [found] = await answers(alone(events), [asked], stage)
    const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
    const year = { events, ...momentsOf(asked), asOf, zone: "UTC", months: 8 }
    const wrong = Object.entries(all).flatMap(([metric, expected]) =>
      differences(metric, expected(year), found!.rows[0]!.cells[metric]),
    )
    expect(wrong).toEqual([])
  })
})
