import { expect, test } from "vitest"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice } from "../worlds/dice.ts"
import { checked } from "../worlds/world.ts"
import { differences } from "./differences.ts"
import { answers } from "./floor.ts"

const START = Date.parse("2024-05-01T00:00:00Z") * 1000
const HOUR_US = 3_600_000_000
const DAY_US = 24 * HOUR_US
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

interface Stretch {
  readonly from: number
  readonly until: number
  readonly channel: string | undefined
  counted: number | null
  arrived: number
}

/** What sources count of each stretch, added up, with what arrived in it; and the days of which nobody said. Looked up one by one. */
function stretchesOf(events: readonly CanonicalEvent[], entity: string): readonly Stretch[] {
  const said = events.filter((event) => event.kind === "source.counted" && event.entity === entity)
  const untilOf = ({ at, until }: CanonicalEvent) => until ?? at + DAY_US
  const key = (event: CanonicalEvent) => `${event.subject} ${event.at} ${untilOf(event)} ${event.channel}`
  const told = said.filter((event, i) => !said.slice(i + 1).some((later) => key(later) === key(event)))
  const stretches: Stretch[] = []
  const stretch = (from: number, until: number, channel: string | undefined): Stretch => {
    const same = (one: Stretch) => one.from === from && one.until === until && one.channel === channel
    if (!stretches.some(same)) stretches.push({ from, until, channel, counted: null, arrived: 0 })
    return stretches.find(same)!
  }
  for (const event of told) {
    const one = stretch(event.at, untilOf(event), event.channel)
    one.counted = (one.counted ?? 0) + event.count!
  }
  if (told.length === 0) return []
  const counted = [...stretches]
  const uncounted: Stretch[] = []
  for (const { at, channel } of events.filter(
    ({ kind }) => kind === (entity === "call" ? "call.started" : "conversation.opened"),
  )) {
    const around = counted.filter(({ from, until }) => at >= from && at < until)
    const own = around.filter((one) => one.channel === channel)
    const mine = own.length > 0 ? own : around.filter((one) => one.channel === undefined)
    for (const one of mine) one.arrived++
    if (mine.length > 0) continue
    const day = START + Math.floor((at - START) / DAY_US) * DAY_US
    const of = told.some((event) => event.channel !== undefined) ? channel : undefined
    if (!uncounted.some((one) => one.from === day && one.channel === of))
      uncounted.push({ from: day, until: day + DAY_US, channel: of, counted: null, arrived: 0 })
  }
  return [...counted, ...uncounted]
}

/** The share, and both of its sides. */
const NAMES = {
  conversation: ["completeness", "completeness:arrived", "completeness:told"],
  call: ["completeness:calls", "completeness:calls_arrived", "completeness:calls_told"],
} as const

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

test.each([1, 2, 3, 4, 5, 6])("ledger %i: what arrived by what sources counted, computed in the obvious way", async (seed) => {
  const events = eventsOf(seed)
  const metrics = Object.values(NAMES).flat()
  const questions = PERIODS.map(([from, to]) => ({ metrics, from, to, zone: "UTC", by: ["channel"] }))
  // All are learned in the order in which they stand, as a count and its correction have one moment.
  const world = { seed, zone: "UTC", floors: [], calendars: { calendars: [], rules: [] }, events }
  const found = await answers(world, questions)
  const wrong = questions.flatMap(({ from, to }, i) =>
    [undefined, ...CHANNELS].flatMap((channel) => {
      const [start, end] = [from, to].map((date) => Date.parse(`${date}T00:00:00Z`) * 1000)
      const here = (one: Stretch) => one.from >= start! && one.from < end! && (channel === undefined || one.channel === channel)
      const cells = found[i]!.rows.find(({ bucket, by }) => bucket === null && by["channel"] === channel)?.cells
      return (["conversation", "call"] as const).flatMap((entity) => {
        const all = stretchesOf(events, entity).filter(here)
        const counted = all.filter((one) => one.counted !== null)
        const told = sum(counted.map((one) => one.counted!))
        const arrived = sum(counted.map((one) => one.arrived))
        const out = all.length - counted.length
        const rest = { n: counted.length, excluded: out === 0 ? {} : { uncounted: out } }
        const [whole, upper, lower] = NAMES[entity]
        const what = `${from} ${channel} ${entity}`
        return [
          ...differences(what, { value: told === 0 ? null : arrived / told, ...rest }, cells?.[whole]),
          ...differences(`${what} arrived`, { value: arrived, ...rest }, cells?.[upper]),
          ...differences(`${what} told`, { value: told, ...rest }, cells?.[lower]),
        ]
      })
    }),
  )
  expect(wrong.slice(0, 10)).toEqual([])
})
