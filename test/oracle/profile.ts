import { Temporal } from "temporal-polyfill"
import type { Floor } from "../worlds/world.ts"
import { type Expected, share } from "./estimates.ts"
import { type Asked, cohort, valid } from "./metrics.ts"
import { conversationsIn, countedAt, fromCustomer, type Plain } from "./plain.ts"
import { contactsOf } from "./responses.ts"

const HALF_HOUR_US = 1_800_000_000
type Period = Pick<Asked, "from" | "to">

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
function contactsByHour(zone: string, floor: Floor, { from, to }: Period): readonly number[] {
  return perHour(
    zone,
    valid(conversationsIn(floor.events))
      .flatMap(contactsOf)
      .filter((at) => at >= from && at < to),
  )
}

/** Conversations begun by local hour of the week. */
function ticketsByHour(zone: string, floor: Floor, { from, to }: Period): readonly number[] {
  const all = conversationsIn(floor.events)
  const begun = valid(all).map((conversation) => countedAt(conversation, all))
  return perHour(
    zone,
    begun.filter((at) => at !== null && at >= from && at < to).map((at) => at!),
  )
}

function perHour(zone: string, moments: readonly number[]): readonly number[] {
  const counts = Array.from({ length: HOURS }, () => 0)
  for (const at of moments) counts[hourOf(zone, at)]!++
  return counts
}

export const byHour = { busy_hour: contactsByHour, "busy_hour:tickets": ticketsByHour } as const

/** From nine to twelve, on every day. */
function peakShare(zone: string, floor: Floor, period: Period): Expected {
  const counts = contactsByHour(zone, floor, period)
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
  return share(sum(counts.filter((_, hour) => hour % 24 >= 9 && hour % 24 < 12)), sum(counts))
}

export const profile = { "busy_hour:peak_share": peakShare } as const

function hourOf(zone: string, at: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO(zone)
  return (local.dayOfWeek - 1) * 24 + local.hour
}

/** The channels by which a floor's conversations came in; null where nobody knows. */
function channelsOf(floor: Floor, asked: Omit<Asked, "all">): readonly (string | null)[] {
  const all = conversationsIn(floor.events)
  return valid(cohort({ ...asked, all })).map((conversation) => channelOf(conversation, all))
}

/** That of the customer's first message, or else of the opening. */
function channelOf({ events, opened }: Plain, all: readonly Plain[]): string | null {
  const first = events.find(fromCustomer)
  const there = all.find(({ id }) => id === first?.subject)
  return first?.channel ?? there?.opened.channel ?? opened.channel ?? null
}

export const mix = { channel_mix: channelsOf } as const
