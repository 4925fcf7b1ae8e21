import { duration, type Expected, share, tally } from "./estimates.ts"
import { countedAt, type Plain } from "./plain.ts"
import { type FirstReply, firstReplyOf, handedOffAt, replySinceHandoff, waitsOf } from "./responses.ts"

/** Milliseconds of a conversation between two moments on some clock; null where that clock does not know. */
export type Clock = (conversation: Plain, from_at: number, to_at: number) => number | null

/** What is asked: the conversations of one floor, a period, and the moment of looking. Moments are UTC microseconds. */
export interface Asked {
  readonly all: readonly Plain[]
  readonly clock: Clock
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

function firstResponse(asked: Asked): Expected {
  return responded(asked, firstReplyOf)
}

function sinceHandoff(asked: Asked): Expected {
  return responded(
    asked,
    replySinceHandoff,
    cohort(asked).filter((conversation) => handedOffAt(conversation) !== null),
  )
}

function responded(asked: Asked, replyOf: (conversation: Plain) => FirstReply | null, list = cohort(asked)): Expected {
  const all = valid(list).map((conversation) => ({ conversation, reply: replyOf(conversation) }))
  const waiting = all.flatMap(({ conversation, reply }) =>
    reply === null || reply.solvedWithout ? [] : [{ conversation, ...reply }],
  )
  const without = all.filter(({ reply }) => reply?.solvedWithout === true).length
  return measured(
    waiting,
    ({ conversation, from_at, replied_at }) => ({
      done: replied_at !== null,
      took: asked.clock(conversation, from_at, replied_at ?? asked.asOf),
    }),
    { ...left(list), ...(without > 0 && { solved_without_reply: without }) },
  )
}

/** What is not known of a row, for it had no calendar all the time, is left out. */
export function measured<Row>(
  rows: readonly Row[],
  measure: (row: Row) => { readonly done: boolean; readonly took: number | null },
  excluded: Readonly<Record<string, number>> | undefined,
): Expected {
  const all = rows.map(measure)
  const known = (done: boolean) => all.flatMap((one) => (one.done === done && one.took !== null ? [one.took] : []))
  const unknown = all.filter(({ took }) => took === null).length
  return {
    ...duration(known(true), known(false)),
    ...(excluded && { excluded: { ...excluded, ...(unknown > 0 && { no_calendar: unknown }) } }),
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length / 1000
}

const waitsIn = (asked: Asked) =>
  valid(asked.all).flatMap((conversation) => waitsOf(conversation).map((wait) => ({ conversation, ...wait })))

function responseTime(asked: Asked): Expected {
  const took = waitsIn(asked)
    .filter(({ replied_at }) => within(replied_at, asked))
    .flatMap(({ conversation, from_at, replied_at }) => asked.clock(conversation, from_at, replied_at!) ?? [])
  return { value: mean(took), n: took.length }
}

function responseTimeStarted(asked: Asked): Expected {
  const waits = waitsIn(asked)
    .filter(({ from_at }) => within(from_at, asked))
    .map(({ conversation, from_at, replied_at, ended_at }) => ({
      replied: replied_at !== null,
      took: asked.clock(conversation, from_at, replied_at ?? ended_at ?? asked.asOf),
    }))
  const known = waits.filter(({ took }) => took !== null)
  const replied = known.filter((wait) => wait.replied).map(({ took }) => took!)
  return { value: mean(replied), n: replied.length, censored: known.length - replied.length }
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

/** A team once named stays, whoever names it of the conversation. */
function teamKnown(asked: Asked): Expected {
  const all = valid(cohort(asked))
  const naming = ["conversation.opened", "conversation.assigned", "conversation.changed", "conversation.handed_off"]
  const named = all.filter(({ own }) =>
    own.some(
      ({ kind, team, to }) =>
        team !== undefined && (naming.includes(kind) || (kind === "conversation.escalated" && to === "team")),
    ),
  )
  return { ...share(named.length, all.length), excluded: left(cohort(asked)) }
}

/** By the name under which `ask` knows it. */
export const oracle: Readonly<Record<string, (asked: Asked) => Expected>> = {
  ticket_volume: ticketVolume,
  first_response_time: firstResponse,
  "first_response_time:since_handoff": sinceHandoff,
  "data_coverage:team": teamKnown,
  average_response_time: responseTime,
  "average_response_time:started": responseTimeStarted,
  response_rate: responseRate,
  "response_rate:within(hours=24)": responseRateWithin(24),
  "response_rate:within(hours=3)": responseRateWithin(3),
}
