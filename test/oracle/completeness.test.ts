import { expect, test } from "vitest"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice } from "../worlds/dice.ts"
import { checked } from "../worlds/draft.ts"
import { differences } from "./differences.ts"
import { completeness, DAY_US, HOUR_US, START, type Stretch } from "./completeness.ts"
import { answers } from "./floor.ts"

const DAYS = 12
const CHANNELS = ["email", "chat", "phone"]
const PERIODS = [
  ["2024-05-01", "2024-05-13"],
  ["2024-05-03", "2024-05-04"],
  ["2024-05-08", "2024-05-11"],
] as const

/**
 * Conversations and calls of some channels, and what two sources count of each day or hour, of a channel or of all together: some again and
 * some never.
 */
function eventsOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const byChannel = seed % 3 !== 0
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
  const counts = Array.from({ length: chance.whole(0, 80) }, () => {
    const at = START + chance.whole(0, DAYS - 1) * DAY_US + chance.pick([0, 0, 9 * HOUR_US])
    return {
      at,
      kind: "source.counted",
      subject: chance.pick(["source:desk", "source:phones"]),
      entity: chance.pick(["conversation", "call"]),
      ...(byChannel && chance.chance(0.8) && { channel: chance.pick(CHANNELS) }),
      ...(chance.chance(0.3) && { until: printMoment(at + chance.pick([1, 12, 24]) * HOUR_US) }),
      count: chance.whole(0, 30),
    }
  })
  return [...conversations, ...calls, ...counts].map((draft, i) => checked(draft, `e${i}`))
}

test.each([1, 2, 3, 4, 5, 6])("ledger %i: what arrived by what sources counted, computed in the obvious way", async (seed) => {
  const events = eventsOf(seed)
  const metrics = Object.keys(completeness)
  const questions = PERIODS.map(([from, to]) => ({ metrics, from, to, zone: "UTC", by: ["channel"] }))
  // All are learned in the order in which they stand, as a count and its correction have one moment.
  const world = { seed, zone: "UTC", floors: [], calendars: { calendars: [], rules: [] }, events }
  const found = await answers(world, questions)
  const wrong = questions.flatMap(({ from, to }, i) =>
    [undefined, ...CHANNELS].flatMap((channel) => {
      const [start, end] = [from, to].map((date) => Date.parse(`${date}T00:00:00Z`) * 1000)
      const here = (one: Stretch) => one.from >= start! && one.from < end! && (channel === undefined || one.channel === channel)
      const cells = found[i]!.rows.find(({ bucket, by }) => bucket === null && by["channel"] === channel)?.cells
      return Object.entries(completeness).flatMap(([metric, expected]) =>
        differences(`${from} ${channel} ${metric}`, expected(events, here), cells?.[metric]),
      )
    }),
  )
  expect(wrong.slice(0, 10)).toEqual([])
})
