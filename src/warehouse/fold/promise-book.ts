export const FIRST = "first_response"
export const NEXT = "next_response"
/** Kept by the solve. */
export const BY_SOLVE = ["resolution", "requester_wait"] as const
type Kind = typeof FIRST | typeof NEXT | (typeof BY_SOLVE)[number]

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
  readonly kind: Kind
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
  readonly since: number
  readonly due: number
  readonly late: number
  /** What is left of it in milliseconds, while its clock stands still. */
  readonly left: number
  readonly still: boolean
  readonly whose: Whose
  /** How many pieces of the conversation it was read from. */
  pieces: number
}

/** The promises of the story that is told. Made only where there are any. */
export interface PromiseBook {
  readonly terms: { [Name in Kind]?: Terms | undefined }
  readonly pieces: Piece[]
  readonly settled: { [Name in Kind]?: Settled | undefined }
  /** Waits that a reply or an end has settled. */
  readonly waits: Settled[]
  readonly running: { [Name in Kind]?: Running | undefined }
}
