import { assert } from "../assert.ts"
import type { KindName } from "../events/kinds.ts"
import { type Table, tables } from "../warehouse/tables.ts"
import type { ColumnTerm, Condition, Term } from "./expression.ts"
import type { Unit } from "./unit.ts"
import { termsOf } from "./walk.ts"

/** What puts a row into a period. */
export type Anchor =
  | {
      readonly basis: "created" | "solved" | "event"
      readonly column: ColumnTerm<"moment">
      /** It may lie ahead of what is known, as what is due does: then periods are not cut where the data end. */
      readonly ahead?: true
    }
  /** At an instant: the rows that began before it and have not ended before it. */
  | { readonly basis: "instant"; readonly from: Term; readonly to: Term }
  /** Over the whole bucket: the rows that touch it, each once, however long it lasted. `opening` and `instant` are its ends. */
  | { readonly basis: "window"; readonly from: Term; readonly to: Term }

/** A duration: how long the finished ones took and how long the others have lasted. */
export interface Duration {
  readonly kind: "duration"
  /** Milliseconds of the finished ones, NULL for the others. */
  readonly took: Term
  /** Whether it is finished, where `took` may be NULL for want of a calendar. */
  readonly finished: Condition
  /** Milliseconds so far of the others. Without it nothing is censored: unfinished rows are not of this metric. */
  readonly soFar?: Term
  readonly headline: "median" | "mean"
  /** Rows that share this are not independent, as the waits of one conversation: the doubt of a mean is that of its clusters. */
  readonly cluster?: Term
}

/** What customers will buy, by the models BG/NBD and Gamma–Gamma, fitted to the customers of the cell: a row is one customer's latest order. */
export interface Purchases {
  readonly kind: "purchases"
  /** Days on which the customer bought again. */
  readonly repeats: Term
  /** Milliseconds from the first purchase to the last, and to the end of what is looked at. */
  readonly last: Term
  readonly age: Term
  /** What was spent on those days, in ten-thousandths. */
  readonly spent: Term
  /** What tells customers apart. */
  readonly customer: Term
  readonly weeks: Term
  /** Shares in ten-thousandths; the discount is that of a month. */
  readonly margin: Term
  readonly discount: Term
  readonly says: "worth" | "purchases" | "alive"
}

/** What a metric makes of its rows. */
export type Value =
  | { readonly kind: "count"; readonly parts?: Readonly<Record<string, Condition>> }
  | { readonly kind: "distinct"; readonly of: Term }
  | { readonly kind: "sum"; readonly of: Term; readonly divide: number }
  | {
      readonly kind: "share"
      readonly of: Condition
      readonly parts?: Readonly<Record<string, Condition>>
      /** Told for a year: what is left is multiplied. */
      readonly yearly?: boolean
      /** Rows that share this are not independent, as the contacts of one customer: the doubt is that of as many rows as they are worth. */
      readonly cluster?: Term
    }
  /** The share behind that of labels, by how these did on the rows of which the truth is `known` (Rogan and Gladen). */
  | { readonly kind: "prevalence"; readonly of: Condition; readonly truth: Condition; readonly known: Condition }
  /** Each group's share of the rows whose `of` is known. Of a list a row is in several groups: whole in each, or `divided` among them. */
  | { readonly kind: "mix"; readonly of: string; readonly divided?: boolean }
  /** A mean, or a ratio of two sums over the same rows. Whole numbers only: `divide` brings back the unit. */
  | {
      readonly kind: "mean"
      readonly of: Term
      readonly per?: Term
      readonly divide: number
      /** Of a ratio: what brings back the unit of both sums, where they are shown. */
      readonly shown?: number
      /** Of a ratio: the upper sum is a part of the lower one, so neither end of the doubt passes 0 or 1. */
      readonly part?: boolean
      readonly parts?: Readonly<Record<string, Condition>>
    }
  /** So many of these for each of those, two counts of the same period. */
  | { readonly kind: "ratio"; readonly of: Condition; readonly per: Condition }
  | Duration
  | { readonly kind: "score"; readonly up: Condition; readonly down: Condition }
  /** So many of these for as long as the others were there: leavings by headcount, exposures in milliseconds. */
  | { readonly kind: "exposure"; readonly of: Condition; readonly during: Term; readonly times: "window" | "year" }
  /** How much one sum is more than another, as a steady growth a month. */
  | { readonly kind: "growth"; readonly of: Term; readonly from: Term; readonly divide: number }
  /** Rows per hour that the bucket lasted. */
  | { readonly kind: "rate" }
  /** The longest of the rows, in milliseconds. */
  | { readonly kind: "longest"; readonly of: Term }
  /** One metric divided by another of the same basis. `times` brings the unit: 28 days of solves → a day's. */
  | {
      readonly kind: "quotient"
      readonly of: string
      /** Several are added. */
      readonly per: string | readonly string[]
      readonly times: number
      /** Each group bears the whole's upper number by its part of these, added. */
      readonly sharedBy?: readonly string[]
      /** The lower one counts with this share of it, in ten-thousandths. */
      readonly over?: Term
      /** The upper one is a count, and the doubt is its own. */
      readonly counts?: boolean
    }
  /** How many points one share is more than another, of other rows that count by the same. */
  | { readonly kind: "difference"; readonly of: string; readonly from: string }
  /** How many people so many contacts of such a length need, by Erlang C, or A where patience is known. */
  | {
      readonly kind: "staffing"
      readonly of: "agents" | "scheduled"
      readonly contacts: string
      readonly handle: string
      readonly goal: Term
      readonly within: Term
      readonly mostOccupancy: Term
      readonly shrinkage: Term
      readonly patience: Term
    }
  | Purchases
  /** What a customer is worth: revenue each, times the margin, as long as customers stay. Discounted by the month, or not. */
  | {
      readonly kind: "lifetime"
      readonly revenue: string
      readonly churn: string
      readonly margin: Term
      readonly discount: Term
      /** So many months at most. */
      readonly horizon?: Term
    }

export interface Parameter {
  readonly default: number
  readonly means: string
  /** The largest it may be, where that is less than any may. */
  readonly most?: number
}

/** What a variant says differently. */
export type Override = Partial<
  Pick<
    Metric,
    "at" | "where" | "value" | "leaves" | "matures" | "splits" | "unit" | "better" | "formula" | "statistic" | "table" | "clock"
  >
>

export interface Variant extends Override {
  readonly means: string
  /** It is another number beside the metric, not another way to count the same. */
  readonly another?: true | undefined
}

/** A number that can be asked for. Plain data: it can be printed, compared, listed and documented. */
export interface Metric {
  readonly name: string
  /** Its card in the book of definitions. */
  readonly card: number
  readonly title: string
  /** The question it answers, as a team lead would put it. */
  readonly asks: string
  readonly means: string
  readonly formula: string
  readonly synonyms: readonly string[]
  readonly table: Table
  readonly at: Anchor
  readonly unit: Unit
  readonly better: "higher" | "lower" | "neutral"
  /** How the doubt is told. */
  readonly statistic: string
  /** Which rows it is about at all. */
  readonly where?: Condition
  /** Rows that cannot count, each with its reason, in this order; always beside spam, deleted, test, merged and backfill. */
  readonly leaves?: Readonly<Record<string, Condition>>
  readonly value: Value
  /** Which clock its durations run on; the calendar's where nothing is said. */
  readonly clock?: "calendar" | "business"
  /** True once a row's window has elapsed; until then it is pending. */
  readonly matures?: Condition
  /**
   * For so many hours after a row's moment what is counted of it usually happens yet, and is counted whenever it does. Younger rows are
   * in the number, but it is not judged against one of older rows.
   */
  readonly settles_h?: number
  /** A split or filter that means another column here: an agent's replies are those of who replied. */
  readonly splits?: Readonly<Record<string, Term>>
  readonly variants?: Readonly<Record<string, Variant>>
  readonly parameters?: Readonly<Record<string, Parameter>>
  /** What its rows show beside what its number is made of. */
  readonly shows?: readonly ColumnTerm[]
  /** Its rows are listed by this, the soonest first; else the latest by what puts them into a period first. */
  readonly soonest?: ColumnTerm<"moment">
  /** The kinds of events without which there is nothing to measure. */
  readonly needs: readonly KindName[]
  readonly pitfalls: readonly string[]
  readonly example: string
}

/** Whether one can be divided by the other. What happened in a period and what was there in it can be: contacts by those who were customers. */
export function countAlike({ at: one }: Pick<Metric, "at">, { at: other }: Pick<Metric, "at">): boolean {
  const inPeriod = ({ basis }: Anchor) => (basis === "window" ? "event" : basis)
  return inPeriod(one) === inPeriod(other)
}

/** A metric, checked and frozen. */
export function metric(definition: Metric): Metric {
  assert(/^[a-z][a-z0-9_]*$/.test(definition.name), `"${definition.name}" is no name for a metric`)
  assert(tables.includes(definition.table), `${definition.name} is about no table of the fold`)
  for (const term of termsInside(definition)) {
    const missing = term.kind === "parameter" && !(term.name in (definition.parameters ?? {}))
    assert(!missing, `${definition.name} uses a parameter it does not declare`)
  }
  return frozen(definition)
}

/** All terms anywhere inside plain data. */
function* termsInside(value: unknown): Generator<Term> {
  if (value === null || typeof value !== "object") return
  if ("kind" in value && value.kind === "parameter") yield* termsOf(value as Term)
  for (const inner of Object.values(value)) yield* termsInside(inner)
}

function frozen<T>(value: T): T {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
