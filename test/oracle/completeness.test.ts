import { expect, test } from "vitest"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { dice } from "../worlds/dice.ts"
import { checked } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers } from "./floor.ts"

const START = Date.parse("2024-05-01T00:00:00Z") * 1000
const HOUR_US = 3_600_000_000
const DAYS = 12
const CHANNELS = ["email", "chat", "phone"]
const PERIODS = [
  ["2024-05-01", "2024-05-13"],
  ["2024-05-03", "2024-05-04"],
  ["2024-05-08", "2024-05-11"],
] as const

/** Conversations and calls of some channels, and what two sources count of each day, some days again and some never. */
function eventsOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const moment = () => START + chance.whole(0, DAYS * 24 - 1) * HOUR_US
  const conversations = Array.from({ length: chance.whole(1, 200) }, (_, i) => {
    const opened = { at: moment(), kind: "conversation.opened", subject: `conversation:${i}`, channel: chance.pick(CHANNELS) }
    const spam = { at: opened.at + HOUR_US, kind: "conversation.marked_spam", subject: opened.subject }
    return chance.chance(0.1) ? [opened, spam] : [opened]
  }).flat()
  const calls = Array.from({ length: chance.whole(0, 60) }, (_, i) => ({
    at: moment(),
    kind: "call.started",
    subject: `call:${i}`,
    channel: "phone",
    direction: "inbound",
  }))
  const counts = Array.from({ length: chance.whole(0, 80) }, () => ({
    at: START + chance.whole(0, DAYS - 1) * 24 * HOUR_US,
    kind: "source.counted",
    subject: chance.pick(["source:desk", "source:phones"]),
    entity: chance.pick(["conversation", "call"]),
    channel: chance.pick(CHANNELS),
    count: chance.whole(0, 30),
  }))
  return [...conversations, ...calls, ...counts].map((draft, i) => checked(draft, `e${i}`))
}

/** Of the same source, stretch, thing and channel only what was said last. */
function toldOf(events: readonly CanonicalEvent[], entity: string): readonly CanonicalEvent[] {
  const counts = events.filter((event) => event.kind === "source.counted" && event.entity === entity)
  const key = ({ subject, at, channel }: CanonicalEvent) => `${subject} ${at} ${channel}`
  return counts.filter((event, i) => !counts.slice(i + 1).some((later) => key(later) === key(event)))
}

/** The share, and both of its sides. */
const NAMES = {
  conversation: ["completeness", "completeness:arrived", "completeness:told"],
  call: ["completeness:calls", "completeness:calls_arrived", "completeness:calls_told"],
} as const

const sum = (told: readonly CanonicalEvent[]) => told.reduce((total, { count }) => total + count!, 0)

test.each([1, 2, 3, 4, 5])("ledger %i: what arrived by what sources counted, computed in the obvious way", async (seed) => {
  const events = eventsOf(seed)
  const metrics = Object.values(NAMES).flat()
  const questions = PERIODS.map(([from, to]) => ({ metrics, from, to, zone: "UTC", by: ["channel"] }))
  // All are learned in the order in which they stand, as a count and its correction have one moment.
  const world = { seed, zone: "UTC", floors: [], calendars: { calendars: [], rules: [] }, events }
  const found = await answers(world, questions)
  const wrong = questions.flatMap(({ from, to }, i) =>
    [undefined, ...CHANNELS].flatMap((channel) => {
      const [start, end] = [from, to].map((date) => Date.parse(`${date}T00:00:00Z`) * 1000)
      const here = (event: CanonicalEvent) =>
        event.at >= start! && event.at < end! && (channel === undefined || event.channel === channel)
      const cells = found[i]!.rows.find(({ bucket, by }) => bucket === null && by["channel"] === channel)?.cells
      return (["conversation", "call"] as const).flatMap((entity) => {
        const kind = entity === "call" ? "call.started" : "conversation.opened"
        const arrived = events.filter((event) => event.kind === kind && here(event)).length
        const told = toldOf(events, entity).filter(here)
        const value = sum(told) === 0 ? null : arrived / sum(told)
        const [whole, upper, lower] = NAMES[entity]
        const what = `${from} ${channel} ${entity}`
        return [
          ...differences(what, { value, n: arrived }, cells?.[whole]),
          ...differences(`${what} arrived`, { value: arrived, n: arrived }, cells?.[upper]),
          ...differences(`${what} told`, { value: sum(told), n: told.length }, cells?.[lower]),
        ]
      })
    }),
  )
  expect(wrong.slice(0, 10)).toEqual([])
})
