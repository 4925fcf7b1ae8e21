import type { FactRow } from "./facts.ts"
import type { Draw } from "./random-contacts.ts"

const HOUR_US = 3_600_000_000

/** Any value a promise may have. */
export function randomPromise(i: number, at: number, draw: Draw, { calendar: _, ...shared }: FactRow): FactRow {
  const some = <T>(share: number, value: () => T): T | null => (draw.share() < share ? value() : null)
  const later = (share: number) => some(share, () => at + draw.whole(100) * HOUR_US)
  return {
    ...shared,
    conversation: `conversation:${i}`,
    promise: draw.one(["first_response", "next_response", "resolution", "requester_wait"]),
    turn: 1 + draw.whole(3),
    policy: draw.one(["gold", "silver"]),
    clock: draw.one(["calendar", "business"]),
    from_at: at,
    promised_at: at,
    due_at: later(0.9),
    late_at: later(0.5),
    met_at: later(0.6),
    ended_at: later(0.1),
    target_ms: draw.whole(1e8),
    elapsed_ms: some(0.7, () => draw.whole(1e8)),
    no_calendar_at: later(0.1),
    speaks_for_all: draw.share() < 0.5,
    all_met_at: later(0.5),
    any_late_at: later(0.3),
  }
}

/** Any value a stretch of a running promise may have. */
export function randomPromiseStretch(i: number, at: number, draw: Draw, { calendar: _, ...shared }: FactRow): FactRow {
  const later = (share: number) => (draw.share() < share ? at + draw.whole(100) * HOUR_US : null)
  const still = draw.share() < 0.1
  return {
    ...shared,
    conversation: `conversation:${i}`,
    promise: draw.one(["first_response", "next_response", "resolution", "requester_wait"]),
    turn: 1 + draw.whole(3),
    policy: draw.one(["gold", "silver"]),
    clock: draw.one(["calendar", "business"]),
    from_at: at,
    to_at: later(0.6),
    started_at: at,
    target_ms: draw.whole(1e8),
    due_at: still ? null : later(0.9),
    late_at: later(0.5),
    stands_still: still,
    left_ms: still ? draw.whole(1e8) : null,
  }
}
