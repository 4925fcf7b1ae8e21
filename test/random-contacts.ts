import type { FactRow } from "./facts.ts"

/** Chance with a seed. */
export interface Draw {
  readonly share: () => number
  /** A whole number from 0 until just before `below`. */
  readonly whole: (below: number) => number
  readonly one: <T>(of: readonly T[]) => T
}

const HOUR_US = 3_600_000_000

const laterThan = (draw: Draw, at: number, days: number, share: number): number | null =>
  draw.share() < share ? at + draw.whole(days * 24) * HOUR_US : null

/** Any value a contact may have. */
export function randomContact(i: number, at: number, draw: Draw, { calendar: _, ...shared }: FactRow): FactRow {
  const ended = laterThan(draw, at, 5, 0.8)
  return {
    ...shared,
    ...(draw.share() < 0.2 ? { call: `call:${i}`, contact: draw.one(["call", "ivr_only"]) } : { contact: "turn" }),
    conversation: `conversation:${i}`,
    customer: draw.share() < 0.9 ? shared["customer"]! : null,
    at,
    handled_by: draw.one(["agent", "agent", "bot", null]),
    starts: draw.share() < 0.7,
    ended_at: ended,
    next_at: ended === null ? null : laterThan(draw, ended, 10, 0.6),
    next_same_topic_at: ended === null ? null : laterThan(draw, ended, 20, 0.4),
  }
}

/** Any value a first solve may have. */
export function randomResolution(i: number, at: number, draw: Draw, { calendar: _, ...shared }: FactRow): FactRow {
  return {
    ...shared,
    conversation: `conversation:${i}`,
    customer: draw.share() < 0.9 ? shared["customer"]! : null,
    solved_at: at,
    bot_only: draw.share() < 0.1,
    reply_messages: draw.whole(4),
    customer_messages_after_first: draw.whole(3),
    participants: draw.whole(3),
    solves: 1 + draw.whole(2),
    escalations: draw.whole(2),
    hand_overs: draw.whole(2),
    reopened_at: laterThan(draw, at, 12, 0.2),
    next_at: laterThan(draw, at, 20, 0.5),
    next_same_topic_at: laterThan(draw, at, 20, 0.4),
    next_related_at: laterThan(draw, at, 20, 0.4),
  }
}
