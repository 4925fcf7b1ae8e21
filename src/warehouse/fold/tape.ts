/**
 * The tape of one conversation: what happened, which clocks it started and stopped, and why, told by the fold itself while it folds.
 * The page draws it too, so nothing here needs the warehouse.
 */
export interface Tape {
  /** `conversation:917` */
  readonly conversation: string
  /** Where it went on; null unless it was merged. */
  readonly mergedInto: string | null
  /** Fold rules that differ from the defaults, as `name=value`. */
  readonly rules: readonly string[]
  /** The first and the last moment of the tape, UTC microseconds. The last is that of the last event, or while something runs up to when everything is known. */
  readonly from: number
  readonly to: number
  readonly events: readonly TapeEvent[]
  readonly spans: readonly TapeSpan[]
  /** The calendars in force, one after another, and the stretches of open time inside them, from `from` to `to`. */
  readonly hours: readonly TapeHours[]
  /** The fact row as words, in the table's order. NULL columns are left out. */
  readonly row: readonly TapeValue[]
  readonly totals: readonly TapeTotal[]
}

export interface TapeEvent {
  readonly at: number
  /** `message.sent` */
  readonly kind: string
  /** The conversation it was written in, where that is not the tape's own: one merged into it. */
  readonly from: string | null
  /** One plain sentence: "Ana replied." */
  readonly sentence: string
  readonly clocks: readonly ClockNote[]
}

/** What the stretches of the tape measure. */
export const CLOCKS = [
  "first_reply",
  "since_handoff",
  "wait",
  "unsolved",
  "new",
  "open",
  "pending",
  "on_hold",
  "unassigned",
  "assigned",
] as const
export type Clock = (typeof CLOCKS)[number]

/** What an event did to a clock, and why. */
export interface ClockNote {
  readonly clock: Clock
  readonly did: "starts" | "stops" | "restarts" | "runs on" | "stays off"
  /** "a note is for colleagues" */
  readonly why: string
}

export interface TapeSpan {
  readonly clock: Clock
  readonly from: number
  /** null: it still runs. */
  readonly to: number | null
  /** Up to the end, or up to the end of the tape while it runs. */
  readonly elapsedMs: number
  /** In open hours; null where no calendar was in force all the time. */
  readonly openMs: number | null
  readonly started: string
  readonly stopped: string | null
  /** It ended with what it waited for: a reply, a solve. */
  readonly reached: boolean
}

export interface TapeHours {
  readonly calendar: string
  readonly zone: string
  readonly open: readonly { readonly from: number; readonly to: number }[]
}

export interface TapeValue {
  readonly name: string
  readonly means: string
  readonly value: string | number | boolean
  /** What people know an agent or a team by, where that is not the value. */
  readonly shown?: string | undefined
  readonly unit: "text" | "moment" | "ms" | "count" | "boolean"
}

export interface TapeTotal {
  readonly clock: Clock
  readonly elapsedMs: number
  readonly openMs: number | null
  readonly running: boolean
}

const BRIEF_MS = 5 * 60_000

/** How finely its moments are told: beside a stretch of seconds, two equal minutes would say nothing. */
export function finenessOf({ spans }: Pick<Tape, "spans">): "minute" | "second" {
  return spans.some(({ elapsedMs }) => elapsedMs < BRIEF_MS) ? "second" : "minute"
}
