import { z } from "zod"
import { closed } from "../closed.ts"
import { type Answer, type Cell, type Definition, MOST_ROWS, Question, type RowList } from "../question.ts"
import type { Theirs } from "./theirs.ts"

/** Which rows make a product's number another than ours: of the period, through the question's filters. */
export const DifferenceQuestion = closed({
  /** With `as`; its grain and splits are left out. */
  question: Question,
  metric: z.string(),
  /** Only the rows of this step, from 1; null for those of all. */
  step: z.number().int().min(1).nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(MOST_ROWS).default(100),
})
export type DifferenceQuestion = z.infer<typeof DifferenceQuestion>

/** What several rows add to a number. */
export interface Added {
  readonly rows: number
  /** How many more still run. */
  readonly running: number
  /** In the unit of the metric: of durations the median, of shares the share, of counts how many. */
  readonly value: number | null
}

/** Rows that one step made another: `both` count in either number, with another value. */
export interface Differing {
  readonly change: "both" | "only_ours" | "only_theirs"
  readonly count: number
  readonly ours: Added
  readonly theirs: Added
}

/** One step from our number towards the product's. */
export interface DifferenceStep {
  readonly because: string
  /** How many conversations, calls or surveys differ for it. */
  readonly count: number
  readonly differing: readonly Differing[]
  /** The number after it. */
  readonly cell: Cell
}

/** Why a product shows another number: step by step, and a page of the conversations, calls or surveys that make it so. */
export interface Difference extends RowList {
  readonly product: string
  readonly theirs: Theirs
  readonly definition: Definition
  readonly period: Answer["period"]
  /** Our number; the product's is that of the last step. */
  readonly cell: Cell
  /** How many differ in all: the sum of the steps' counts. `count` is that of the step asked for. */
  readonly differing: number
  readonly steps: readonly DifferenceStep[]
}
