import { expect, test } from "vitest"
import { parseMoment } from "../../src/events/moment.ts"
import type { Question } from "../../src/query/question.ts"
import { yearOf } from "../worlds/year.ts"
import { customers, type Year } from "./customers.ts"
import { differences } from "./differences.ts"
import { disputes } from "./disputes.ts"
import { answers, momentsOf } from "./floor.ts"
import { help } from "./help.ts"
import { shared, spending } from "./spending.ts"

const all = { ...customers, ...disputes, ...help, ...spending }
const CHANNELS = ["email", "chat", "phone"]
const PERIOD = { from: "2023-12-01", to: "2024-08-01" }
const MONTHS = 8

test.each([1, 2, 3])("year %i: customers, money and what they cost, month by month", async (seed) => {
  const events = yearOf(seed)
  const zone = ["UTC", "Europe/Berlin", "America/New_York"][seed % 3]!
  const world = { seed, zone, calendars: { calendars: [], rules: [] }, floors: [], events }
  const asOf = events.reduce((last, { at }) => Math.max(last, at), 0)
  const monthly: Question = { metrics: Object.keys(all), ...PERIOD, zone, grain: "month" }
  const channelwise: Question = { metrics: Object.keys(shared), ...PERIOD, zone, by: ["channel"] }
  const [found, byChannel] = await answers(world, [monthly, channelwise])
  const wrong = found!.rows.flatMap(({ bucket, cells }) => {
    const period = bucket === null ? null : found!.buckets[bucket]!
    const [from, to] = period ? [parseMoment(period.from!), parseMoment(period.to!)] : Object.values(momentsOf(monthly))
    const year: Year = { events, from: from!, to: to!, asOf, zone, months: period ? 1 : MONTHS }
    return Object.entries(all).flatMap(([metric, expected]) =>
      differences(`${period?.label} ${metric}`, expected(year), cells[metric]),
    )
  })
  const whole: Year = { events, ...momentsOf(monthly), asOf, zone, months: MONTHS }
  const channels = byChannel!.rows
    .filter(({ bucket, by }) => bucket === null && CHANNELS.includes(String(by["channel"])))
    .flatMap(({ by, cells }) =>
      Object.entries(shared).flatMap(([metric, expected]) =>
        differences(`${by["channel"]} ${metric}`, expected(whole, String(by["channel"])), cells[metric]),
      ),
    )
  expect([...wrong, ...channels].slice(0, 20)).toEqual([])
})
