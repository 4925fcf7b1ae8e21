import type { Hours } from "../worlds/world.ts"
import { duration, type Expected, share, tally } from "./estimates.ts"
import { openMs } from "./open-hours.ts"
import { countedAt, type Plain } from "./plain.ts"
import { firstReplyOf, waitsOf } from "./responses.ts"

/** What is asked: the conversations of one floor, a period, and the moment of looking. Moments are UTC microseconds. */
export interface Asked {
  readonly all: readonly Plain[]
  readonly hours: Hours | null
  readonly from: number
  readonly to: number
  readonly asOf: number
}

export const HOUR_MS = 3_600_000

export const within = (at: number | null, { from, to }: Asked): boolean => at !== null && at >= from && at < to
export const ms = (from_at: number, to_at: number): number => Math.floor(to_at / 1000) - Math.floor(from_at / 1000)

/** The created cohort: conversations that count as contacts of the period. */
export function cohort(asked: Asked): readonly Plain[] {
  return asked.all.filter((conversation) => within(countedAt(conversation, asked.all), asked))
}

export const valid = (list: readonly Plain[]): readonly Plain[] => list.filter(({ excluded }) => excluded === null)
export const left = (list: readonly Plain[]): Readonly<Record<string, number>> => tally(list.map(({ excluded }) => excluded))

function ticketVolume(asked: Asked): Expected {
  const n = valid(cohort(asked)).length
  return { value: n, n, excluded: left(cohort(asked)) }
}

function firstResponse(asked: Asked, clock: (from_at: number, to_at: number) => number): Expected {
  const replies = valid(cohort(asked)).flatMap((conversation) => firstReplyOf(conversation) ?? [])
  const waiting = replies.filter(({ solvedWithout }) => !solvedWithout)
  const took = waiting.flatMap(({ from_at, replied_at }) => (replied_at === null ? [] : [clock(from_at, replied_at)]))
  const running = waiting.flatMap(({ from_at, replied_at }) => (replied_at === null ? [clock(from_at, asked.asOf)] : []))
  const without = replies.length - waiting.length
  return {
    ...duration(took, running),
    excluded: { ...left(cohort(asked)), ...(without > 0 && { solved_without_reply: without }) },
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length / 1000
}

function responseTime(asked: Asked): Expected {
  const took = valid(asked.all)
    .flatMap(waitsOf)
    .filter(({ replied_at }) => within(replied_at, asked))
    .map(({ from_at, replied_at }) => ms(from_at, replied_at!))
  return { value: mean(took), n: took.length }
}

function responseTimeStarted(asked: Asked): Expected {
  const waits = valid(asked.all)
    .flatMap(waitsOf)
    .filter(({ from_at }) => within(from_at, asked))
  const took = waits.flatMap(({ from_at, replied_at }) => (replied_at === null ? [] : [ms(from_at, replied_at)]))
  return { value: mean(took), n: took.length, censored: waits.length - took.length }
}

function responseRate(asked: Asked): Expected {
  const replies = valid(cohort(asked)).flatMap((conversation) => firstReplyOf(conversation) ?? [])
  return {
    ...share(replies.filter(({ replied_at }) => replied_at !== null).length, replies.length),
    excluded: left(cohort(asked)),
  }
}

/** Those younger than the window are pending, answered or not: the window must have passed for all alike. */
function responseRateWithin(hours: number) {
  return (asked: Asked): Expected => {
    const window = hours * HOUR_MS
    const replies = valid(cohort(asked)).flatMap((conversation) => firstReplyOf(conversation) ?? [])
    const mature = replies.filter(({ from_at }) => ms(from_at, asked.asOf) >= window)
    const inTime = mature.filter(({ from_at, replied_at }) => replied_at !== null && ms(from_at, replied_at) <= window)
    return { ...share(inTime.length, mature.length), pending: replies.length - mature.length }
  }
}

/** By the name under which `ask` knows it. */
export const oracle: Readonly<Record<string, (asked: Asked) => Expected>> = {
  ticket_volume: ticketVolume,
  first_response_time: (asked) => firstResponse(asked, ms),
  average_response_time: responseTime,
  "average_response_time:started": responseTimeStarted,
  response_rate: responseRate,
  "response_rate:within(hours=24)": responseRateWithin(24),
  "response_rate:within(hours=3)": responseRateWithin(3),
}

/** Those that need a calendar; floors without one have nothing to say. */
export const businessOracle: Readonly<Record<string, (asked: Asked & { readonly hours: Hours }) => Expected>> = {
  "first_response_time:business": (asked) => firstResponse(asked, (from_at, to_at) => openMs(asked.hours, from_at, to_at)),
}
