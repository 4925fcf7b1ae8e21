import type { CanonicalEvent } from "../events/event.ts"
import type { Problem } from "../problem.ts"

/** A line that is no event, kept aside with where it stood and what is wrong. */
export interface Reject {
  readonly file: string
  readonly line: number
  readonly field: string | null
  readonly reason: string
  readonly text: string
}

/** Some of what a source has, and where reading goes on after it. */
export interface Page<Position> {
  readonly events: readonly CanonicalEvent[]
  /** For events of another ledger: when that one learned each, and as which version. */
  readonly learned?: readonly { readonly learned_at: number; readonly event_version: number }[] | undefined
  readonly rejects: readonly Reject[]
  readonly lines: number
  readonly position: Position
  /** Why the source ends here although it should go on. What was read before is kept. */
  readonly broken?: Problem | undefined
}

/** A thread takes a third of a second to begin; a smaller file is read by then. */
export const WORTH_A_THREAD_BYTES = 1024 * 1024

/** A module, its function that gives the source, and what the function is given: plain data. */
export interface Elsewhere {
  readonly module: string
  readonly open: string
  readonly given: readonly unknown[]
}

/** Anything that can be imported: a file of events, a table read by a recipe, a connector. */
export interface Source<Position> {
  /** Its own name, the same each time: `file:/data/events.ndjson`. */
  readonly name: string
  /** What the file of its rejects is called after. */
  readonly title: string
  /** The recipe its rows are read through, where it is a table. */
  readonly recipe?: string | undefined
  /** Whether what was read up to that position is still the same, so that reading may go on behind it. */
  goesOn(position: Position): boolean
  /**
   * How another thread opens the same source. One that is long enough to be worth a thread has it, and is read while this thread writes.
   */
  readonly elsewhere?: Elsewhere | undefined
  /**
   * Reads from a position on; from the beginning where there is none. A position is plain data: it is kept as JSON. `room` says how many
   * events the next page may have, so that the batches are of the size the engine likes best; a source need not care.
   */
  pages(from: Position | null, room?: () => number): AsyncIterable<Page<Position>>
}
