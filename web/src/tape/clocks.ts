import type { Clock, ClockNote } from "../../../src/warehouse/fold/tape.ts"

/** The lanes of the tape, in the order they are drawn. */
export const CLOCK_TITLES = {
  first_reply: "Wait for the first reply",
  since_handoff: "… since the bot handed over",
  wait: "Customer waits for a reply",
  unsolved: "Unsolved",
  new: "New",
  open: "Open",
  pending: "Waiting for the customer",
  on_hold: "On hold",
  unassigned: "Without an assignee",
  assigned: "Assigned",
} as const satisfies Record<Clock, string>

export const CLOCKS_IN_ORDER = Object.keys(CLOCK_TITLES) as readonly Clock[]

export const DID_MARKS = {
  starts: "▶",
  stops: "■",
  restarts: "↻",
  "runs on": "…",
  "stays off": "○",
} as const satisfies Record<ClockNote["did"], string>

/** Waiting is what a customer feels; the rest is bookkeeping. */
export const isWaiting = (clock: Clock): boolean => clock === "first_reply" || clock === "since_handoff" || clock === "wait"
