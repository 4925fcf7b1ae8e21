import type { KnownEvent } from "../events/event.ts"
import type { Dialect } from "../query/plan/dialect.ts"
import type { FoldOptions } from "../warehouse/fold/begin.ts"
import type { Part } from "../warehouse/fold/part.ts"
import type { Refolded } from "../warehouse/fold/refold.ts"
import type { Rules } from "../warehouse/fold/rules.ts"
import type { Tape } from "../warehouse/fold/tape.ts"
import type { TapeOptions } from "../warehouse/fold/tell-tape.ts"
import type { Ledger } from "../warehouse/ledger/ledger.ts"
import type { Reading } from "../warehouse/ledger/read.ts"
import type { Verdict, Verifying } from "../warehouse/ledger/verify.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"

/** Where a folder keeps its ledger and its facts: in an engine of its own, or on a server. */
export interface Store {
  readonly ledger: Ledger
  readonly dialect: Dialect
  /** The schema of the usual fold. */
  readonly facts: string
  /** All statements of the work see the same facts. An aborted signal stops the engine. */
  read<T>(work: (reader: Warehouse) => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Brings the facts up to the end of the ledger. One call at a time, as all that write. */
  refold(options: FoldOptions): Promise<Refolded>
  /** Folds everything again. */
  rebuild(options: FoldOptions, progress?: (done: number, of: number) => void): Promise<void>
  /** Facts beside the usual ones. */
  readonly beside: Beside
  tape(options: TapeOptions): Promise<Tape>
  events(reading: Reading): AsyncIterable<readonly KnownEvent[]>
  verify(verifying: Verifying): Promise<Verdict>
  close(): void
}

export interface NamedFold {
  readonly name: string
  readonly rules: Rules
}

/** Facts of the same ledger by other rules, or of an earlier day, under names of their own: `shadow_1`. */
export interface Beside {
  /** Folds into facts of this name. Returns the schema that is asked. */
  fold(name: string, options: FoldOptions): Promise<string>
  /** Folds by each of these rules what a question needs of the facts, where a store can. Returns the schemas that are asked, in order. */
  foldParts?(folds: readonly NamedFold[], options: Omit<FoldOptions, "rules">, part: Part): Promise<readonly string[]>
  drop(name: string): Promise<void>
  /** The names there are. */
  names(): Promise<readonly string[]>
}
