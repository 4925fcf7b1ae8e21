import type { Clock } from "./promise-clock.ts"

/** What can be promised. Each has its place in a book, so that nothing is looked up by name for every event. */
export const PROMISES = ["first_response", "next_response", "resolution", "requester_wait"] as const
export const FIRST = PROMISES.indexOf("first_response")
export const NEXT = PROMISES.indexOf("next_response")
export const REQUESTER_WAIT = PROMISES.indexOf("requester_wait")
/** Kept by the solve. */
export const BY_SOLVE = [PROMISES.indexOf("resolution"), REQUESTER_WAIT] as const

/** From `at` until the next piece: its status, and what decides which calendar is in force. */
export interface Piece {
  readonly at: number
  readonly status: number
  readonly team: number
  readonly brand: number
  readonly channel: number
  readonly priority: number
}

/** How a promise is measured. `still` has a bit for each status in which its clock stands still. */
export interface Measure {
  readonly target_ms: number
  readonly business: boolean
  readonly still: number
}

/** What a policy promises. */
export interface Terms extends Measure {
  readonly place: number
  readonly at: number
  readonly policy: number
  readonly priority: number
}

/** A promise whose clock stopped: `met` or without. Whose it was is as of then. */
export interface Settled {
  readonly terms: Terms
  readonly turn: number
  readonly from: number
  readonly to: number
  readonly met: boolean
  readonly whose: Whose
  /** As it stood then. */
  readonly clock: Clock
}

export interface Whose {
  readonly team: number
  readonly agent: number
  readonly brand: number
  readonly priority: number
  readonly type: number
  readonly topic: number
}

/** A promise that runs, as it has stood since the moment `since`. Moments are NaN where there is none. */
export interface Running {
  readonly terms: Terms
  readonly turn: number
  /** Where its clock started. */
  readonly from: number
  readonly clock: Clock
  since: number
  shown: Shown
  whose: Whose
  /** How many pieces of the conversation it was read from. */
  pieces: number
}

/** What a promise that runs shows, as long as nothing happens. */
export interface Shown {
  readonly due: number
  readonly late: number
  readonly noCalendar: number
  /** What is left of it in milliseconds, while its clock stands still. */
  readonly left: number
  readonly still: boolean
}

/** The promises of the story that is told. Made only where there are any. */
export interface PromiseBook {
  /** By their places among PROMISES. */
  readonly terms: (Terms | undefined)[]
  readonly pieces: Piece[]
  /** In the order in which they were first settled, also those that are not any more. */
  readonly settled: Map<number, Settled | undefined>
  /** Waits that a reply or an end has settled. */
  readonly waits: Settled[]
  readonly running: (Running | undefined)[]
}
