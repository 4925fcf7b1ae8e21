import { Temporal } from "temporal-polyfill"
import type { Floor } from "../worlds/world.ts"
import { type Asked, cohort, valid } from "./metrics.ts"
import { conversationsIn, fromCustomer, type Plain } from "./plain.ts"
import { contactsOf } from "./responses.ts"

const HALF_HOUR_US = 1_800_000_000
/** 168 hours of the local week, Monday midnight first. */
const HOURS = 168

/** How often each hour of the local week came, by walking through the period: every change of the clock is at a half hour of UTC. */
export function occurrencesOf(zone: string, from: number, to: number): readonly number[] {
  const times = Array.from({ length: HOURS }, () => 0)
  for (let at = from; at < to;) {
    const next = Math.min(to, (Math.floor(at / HALF_HOUR_US) + 1) * HALF_HOUR_US)
    times[hourOf(zone, at)]! += (next - at) / (2 * HALF_HOUR_US)
    at = next
  }
  return times
}

/** Customer turns of a floor by local hour of the week. */
export function contactsByHour(zone: string, floor: Floor, { from, to }: Pick<Asked, "from" | "to">): readonly number[] {
  const counts = Array.from({ length: HOURS }, () => 0)
  for (const at of valid(conversationsIn(floor.events)).flatMap(contactsOf))
    if (at >= from && at < to) counts[hourOf(zone, at)]!++
  return counts
}

function hourOf(zone: string, at: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO(zone)
  return (local.dayOfWeek - 1) * 24 + local.hour
}

/** The channels by which a floor's conversations came in; null where nobody knows. */
export function channelsOf(floor: Floor, asked: Omit<Asked, "all">): readonly (string | null)[] {
  const all = conversationsIn(floor.events)
  return valid(cohort({ ...asked, all })).map((conversation) => channelOf(conversation, all))
}

/** That of the customer's first message, or else of the opening. */
function channelOf({ events, opened }: Plain, all: readonly Plain[]): string | null {
  const first = events.find(fromCustomer)
  const there = all.find(({ id }) => id === first?.subject)
  return first?.channel ?? there?.opened.channel ?? opened.channel ?? null
}
