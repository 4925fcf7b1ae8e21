import type { CanonicalEvent } from "../../src/events/event.ts"
import type { Expected } from "./estimates.ts"

/** The days of which nobody counted anything begin here. */
export const START = Date.parse("2024-05-01T00:00:00Z") * 1000
export const HOUR_US = 3_600_000_000
export const DAY_US = 24 * HOUR_US

type Entity = "conversation" | "call"

export interface Stretch {
  readonly from: number
  readonly until: number
  readonly channel: string | undefined
  counted: number | null
  arrived: number
}

/** What sources count of each stretch, added up, with what arrived in it; and the days of which nobody said. Looked up one by one. */
function stretchesOf(events: readonly CanonicalEvent[], entity: Entity): readonly Stretch[] {
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

interface Sides {
  readonly told: number
  readonly arrived: number
}

/** Of the stretches asked about, those that a source counted. */
const of =
  (entity: Entity, value: (sides: Sides) => number | null) =>
  (events: readonly CanonicalEvent[], here: (one: Stretch) => boolean): Expected => {
    const all = stretchesOf(events, entity).filter(here)
    const counted = all.filter((one) => one.counted !== null)
    const out = all.length - counted.length
    const sides = { told: sum(counted.map((one) => one.counted!)), arrived: sum(counted.map((one) => one.arrived)) }
    return { value: value(sides), n: counted.length, excluded: out === 0 ? {} : { uncounted: out } }
  }

const share = ({ told, arrived }: Sides) => (told === 0 ? null : arrived / told)

/** The share, and both of its sides. */
export const completeness: Readonly<Record<string, ReturnType<typeof of>>> = {
  completeness: of("conversation", share),
  "completeness:arrived": of("conversation", ({ arrived }) => arrived),
  "completeness:told": of("conversation", ({ told }) => told),
  "completeness:calls": of("call", share),
  "completeness:calls_arrived": of("call", ({ arrived }) => arrived),
  "completeness:calls_told": of("call", ({ told }) => told),
}
