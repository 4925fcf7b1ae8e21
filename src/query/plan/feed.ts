import type { Frame, Range } from "../time/frame.ts"
import type { Pass } from "./plan.ts"
import type { Writer } from "./writer.ts"

/** What a statement is written with: time, codes, and the writer of terms. */
export interface Scope {
  readonly schema: string
  readonly frame: Frame
  readonly writer: Writer
}

/** A pass over one run of ranges (or over the instants), as a named part of the statement. */
export interface Feed {
  readonly id: number
  readonly pass: Pass
  /** null: snapshots. */
  readonly run: readonly Range[] | null
  /** No other shares the scan: all that is read is its own. */
  readonly alone: boolean
  /** Which of its rows, as a condition on `base`; "" for all. */
  readonly among: string
  /** What the named parts of the statement that are made of its rows end with. */
  readonly suffix: string
  /** What it counts is worked out where the table is read; not where that depends on the bucket, or its rows are few. */
  readonly early: boolean
  /** The columns of the facts that its rows keep. */
  readonly columns: readonly string[]
}

/** Cells made by one GROUP BY. */
export interface Grouping {
  readonly name: string
  /** The rows it groups: a named part of the statement, with a condition where not all of them are. */
  readonly rows: string
  readonly sets: readonly GroupingSet[]
  /** The first bucket of the comparison: a bucket says which period it belongs to. */
  readonly firstBefore: number
  /** What every cell is grouped by besides. */
  readonly each?: readonly string[]
}

export interface GroupingSet {
  readonly key: "bucket" | "period"
  readonly splits: readonly string[]
}

/** The period that a bucket belongs to. */
export function writePeriod(bucket: string, firstBefore: number): string {
  return `CASE WHEN ${bucket} >= ${firstBefore} THEN 1 ELSE 0 END AS period`
}
