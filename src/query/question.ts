import { z } from "zod"
import { type Unit, UNITS } from "../metrics/unit.ts"
import { closed } from "./closed.ts"
import type { Definition } from "./definition.ts"
import type { DisplayNames } from "./display-names.ts"
import type { Attainment, Judgement, Limits } from "./judged/judgement.ts"
import type { LensAnswer } from "./lens/theirs.ts"

export const GRAINS = ["hour", "day", "week", "month", "quarter", "year", "hour_of_week"] as const
export type Grain = (typeof GRAINS)[number]

/** A condition on an attribute: one of these words, none of them, or a range of numbers. `null` means "not known". */
export const Filter = closed({
  field: z.string().min(1).max(200),
  in: z
    .array(z.union([z.string().max(500), z.null()]))
    .max(1000)
    .optional(),
  notIn: z
    .array(z.union([z.string().max(500), z.null()]))
    .max(1000)
    .optional(),
  least: z.number().optional(),
  most: z.number().optional(),
})
export type Filter = z.infer<typeof Filter>

/** What a metric should be. Where it changed in time there are several, each from a local date on; the last one begun holds. */
export const Target = closed({ metric: z.string().min(1).max(200), value: z.number(), from: z.string().optional() })
export type Target = z.infer<typeof Target>

/** The most metrics in one question. */
export const MOST_METRICS = 60

/**
 * What is asked. A metric is named `first_response_time`, with variants after a colon and parameters in brackets:
 * `first_response_time:business`, `aged_backlog_share:business(hours=24)`.
 * `from` and `to` are local dates or local date-times in `zone`, half-open; or RFC 3339 moments.
 */
export const Question = closed({
  metrics: z.array(z.string().min(1).max(200)).min(1).max(MOST_METRICS),
  from: z.string(),
  to: z.string(),
  zone: z.string().optional(),
  /** None: only the total of the period. */
  grain: z.enum(GRAINS).optional(),
  by: z.array(z.string().min(1).max(200)).max(3).optional(),
  where: z.array(Filter).max(50).optional(),
  compare: z.enum(["previous", "last_year"]).optional(),
  /** As it was known at that moment: RFC 3339 or a local date (its end). */
  asOf: z.string().optional(),
  /** Fold rules other than the defaults, by name: `bot_stops_clock=true`. */
  rules: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** A product, `zendesk`: beside each number what that product would show. */
  as: z.string().min(1).max(100).optional(),
  /** Every variant of these metrics beside them, counted in the same scan, and how far they differ. */
  variants: z.boolean().optional(),
  /** Which numbers meet these, and in how many buckets or groups. */
  targets: z.array(Target).max(200).optional(),
  /** The limits of each metric's usual variation by bucket, and which buckets lie outside. */
  limits: z.boolean().optional(),
  /** The group of the only split that the others are compared with, in place of an earlier period. null: the one not known. */
  against: z.string().max(500).nullable().optional(),
  /** Carry the statement that made the answer. */
  explain: z.boolean().optional(),
})
export type Question = z.infer<typeof Question>

/** One number with its doubt. `null` is "nothing to say", never zero. */
export interface Cell {
  readonly value: number | null
  /** How many rows stand behind the value: the count of the drill-down's rows equals it. */
  readonly n: number
  readonly low: number | null
  readonly high: number | null
  /** How value and interval were computed: `km`, `order_statistic`, `wilson`, `census`, … */
  readonly method: string
  readonly numerator?: number | undefined
  readonly denominator?: number | undefined
  /** Too young to judge: their window has not elapsed. */
  readonly pending: number
  /** Still running: longer than their age. */
  readonly censored: number
  readonly excluded: Readonly<Record<string, number>>
  /** Few rows: n < 30, or fewer than 5 expected successes or failures. */
  readonly lowN: boolean
  /** Other statistics of the same rows: median, p90, mean, completed_median, share_completed, … */
  readonly also?: Readonly<Record<string, number | null>> | undefined
  /** Parts of the whole, where the metric has them: 0, 1, 2, 3+ replies; backlog by status; scores 1…5. */
  readonly parts?: Readonly<Record<string, number>> | undefined
  /** Why there is no value: "no calendar", "no such events", … */
  readonly because?: string | undefined
}

/** How a cell differs from the same bucket of the comparison period, or of the group compared with. */
export interface Change {
  readonly before: Cell
  /** Percent, or points for shares and scores; null where one side has no value or the first is zero. */
  readonly amount: number | null
  readonly unit: "percent" | "points"
  /** Whether the move is an improvement; null where the metric has no direction, nothing moved, or it is settling. */
  readonly good: boolean | null
  /** The later rows had less time for what is counted than those before, so the move says nothing yet. */
  readonly settling?: boolean | undefined
  /** Interval of the difference, in the unit of the amount, where both numbers have one. */
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
}

/** How far the definitions of one metric differ: the least and the most of those that have a value. */
export interface Band {
  readonly least: number | null
  readonly most: number | null
  /** The refs it is of: those in the unit of the one that was asked for. */
  readonly of: readonly string[]
}

export interface AnswerRow {
  /** Index into `buckets`; null for the total over the period. */
  readonly bucket: number | null
  /** Value of each split; null where it is not known. Empty object for all together. */
  readonly by: Readonly<Record<string, string | null>>
  readonly cells: Readonly<Record<string, Cell>>
  readonly changes?: Readonly<Record<string, Change>> | undefined
  /** By metric, where `targets` were given. */
  readonly judged?: Readonly<Record<string, Judgement>> | undefined
  /** By metric: of a total its buckets, or without a grain of the whole its groups. */
  readonly attainment?: Readonly<Record<string, Attainment>> | undefined
  /** By metric, of buckets that are over, where `limits` were asked for. */
  readonly limits?: Readonly<Record<string, Limits>> | undefined
  /** By metric as asked, where `as` was given: what the product would show. */
  readonly theirs?: Readonly<Record<string, Cell>> | undefined
  /** By metric as asked, where `variants` was asked for. */
  readonly bands?: Readonly<Record<string, Band>> | undefined
}

export interface Bucket {
  /** RFC 3339 with the zone's offset. For hour_of_week there is no moment: `label` alone. */
  readonly from: string | null
  readonly to: string | null
  readonly label: string
  /** The data end inside it. */
  readonly partial: boolean
  /** The period begins or ends inside it: it is shorter than its label says. */
  readonly cut: boolean
  /** For hour_of_week: how often that hour occurred in the period, as far as the data reach; a part of one counts as that part. */
  readonly occurrences?: number | undefined
}

export type { Definition, Need, ProductShown } from "./definition.ts"
export type { DisplayNames } from "./display-names.ts"
export type { Attainment, Judgement, Limits }
export { type Unit, UNITS }

export interface Answer {
  /** As it was answered: with every variant named, where they were asked for. */
  readonly question: Question
  /** The rows by bucket and split; rows with `bucket: null` are totals of each split; the row with neither is the whole. */
  readonly rows: readonly AnswerRow[]
  readonly buckets: readonly Bucket[]
  readonly definitions: Readonly<Record<string, Definition>>
  /** Of splits by who works: what people know them by, where that is known. */
  readonly names: DisplayNames
  /** The period as moments, RFC 3339, and the one it is compared with, cut to the same length where this one is partial. */
  readonly period: { readonly from: string; readonly to: string; readonly zone: string }
  readonly comparedWith?: { readonly from: string; readonly to: string } | undefined
  readonly freshness: { readonly knownUntil: string | null; readonly lastLearned: string | null; readonly asOf: string | null }
  readonly coverage: { readonly rows: number; readonly missing: Readonly<Record<string, number>> }
  /** Where `as` was given: whose numbers stand beside ours, and what they mean. */
  readonly lens?: LensAnswer | undefined
  readonly notes: readonly string[]
  readonly sql?: readonly string[] | undefined
}

/** The most rows one page of a drill-down may have. */
export const MOST_ROWS = 10_000

/** The rows behind one number: the same question, the cell's bucket and split. */
export const RowsQuestion = closed({
  question: Question,
  metric: z.string(),
  /** The bucket's index in the answer; null for the total. */
  bucket: z.number().int().min(0).nullable(),
  by: z.record(z.string(), z.string().nullable()),
  /** The part of the number meant: the rows that count, those in the numerator, the open, the young, the left out. */
  part: z.enum(["counted", "numerator", "censored", "pending", "excluded"]).default("counted"),
  offset: z.number().int().min(0).default(0),
  limit: z
    .number()
    .int()
    .min(1)
    .max(MOST_ROWS, `a page has at most ${MOST_ROWS} rows; the next begins at an offset`)
    .default(100),
})
export type RowsQuestion = z.infer<typeof RowsQuestion>

export interface RowColumn {
  readonly name: string
  readonly title: string
  readonly unit: Unit | "text" | "moment" | "conversation" | "boolean"
}

/** A list of which this may be one page. */
export interface RowList {
  /** All rows of it. */
  readonly count: number
  readonly columns: readonly RowColumn[]
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[]
}

/** `count` equals the cell's `n` for `counted`, its `numerator` for `numerator`, and so on. */
export interface RowsAnswer extends RowList {
  /** Of columns that say who works: what people know them by, where that is known. */
  readonly names: DisplayNames
}
