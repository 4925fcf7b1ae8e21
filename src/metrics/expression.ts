import type { ColumnType } from "../warehouse/tables.ts"

/** A column of a fact table. */
export interface ColumnTerm<Type extends ColumnType = ColumnType> {
  readonly kind: "column"
  readonly name: string
  readonly type: Type
}

export interface AttributeTerm {
  readonly kind: "attribute"
  readonly name: string
}

/** What has a value on a row. */
export type Term =
  | ColumnTerm
  /** One of the source's own fields, as text. */
  | AttributeTerm
  /** The number that the text says; not known where it says none. */
  | { readonly kind: "numeric"; readonly of: AttributeTerm }
  | { readonly kind: "number"; readonly value: number }
  /** A parameter of the metric, times `each`: hours to microseconds. */
  | { readonly kind: "parameter"; readonly name: string; readonly each: number }
  /** `as_of`: up to when running things are measured; `instant`: the moment a snapshot is of; `opening`: where its bucket began. */
  | { readonly kind: "moment"; readonly which: "as_of" | "instant" | "opening" }
  /** The last of a row's steps before a moment; 0 before the first. */
  | { readonly kind: "step_before"; readonly times: ColumnTerm<"steps">; readonly values: ColumnTerm<"steps">; readonly at: Term }
  /** The same duration on both clocks; the metric's clock picks one. */
  | { readonly kind: "clocked"; readonly calendar: Term; readonly business: Term }
  /** Open milliseconds of the row's calendar before a moment. */
  | { readonly kind: "open_before"; readonly calendar: Term; readonly at: Term }
  | { readonly kind: "arithmetic"; readonly op: "+" | "-" | "*" | "/"; readonly left: Term; readonly right: Term }
  /** The larger of two; the second where the first is not known. */
  | { readonly kind: "most" | "either"; readonly left: Term; readonly right: Term }
  | { readonly kind: "if"; readonly when: Condition; readonly holds: Term; readonly otherwise: Term }
  /** Whole milliseconds between two moments, not below 0. */
  | { readonly kind: "between"; readonly from: Term; readonly to: Term }
  /** A number with a fraction as whole thousandths, because engines add whole numbers exactly and others not. */
  | { readonly kind: "thousandths"; readonly of: Term }
  /** The hour of the local day, 0…23. */
  | { readonly kind: "local_hour"; readonly of: Term }

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">="

/** What is true or not of a row. What is not known makes it not true. */
export type Condition =
  | { readonly kind: "compare"; readonly op: Comparison; readonly left: Term; readonly right: Term }
  | { readonly kind: "word"; readonly of: Term; readonly words: readonly string[] }
  | { readonly kind: "known"; readonly of: Term }
  | { readonly kind: "flag"; readonly of: Term }
  | { readonly kind: "has"; readonly of: Term; readonly words: readonly string[] }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }

type Value = Term | number
/** What was made of columns: a number, whatever the columns were. */
type Made = Exclude<Term, ColumnTerm>
type Countable = ColumnTerm<"count" | "ms" | "number" | "moment" | "money"> | Made | number

const term = (value: Value): Term => (typeof value === "number" ? { kind: "number", value } : value)
const compare =
  (op: Comparison) =>
  (left: Countable, right: Countable): Condition => ({ kind: "compare", op, left: term(left), right: term(right) })

export const same = compare("=")
export const below = compare("<")
export const atMost = compare("<=")
export const above = compare(">")
export const atLeast = compare(">=")

export const is = (of: ColumnTerm<"code">, ...words: readonly string[]): Condition => ({ kind: "word", of, words })
export const known = (of: Term): Condition => ({ kind: "known", of })
export const flag = (of: ColumnTerm<"boolean">): Condition => ({ kind: "flag", of })
export const has = (of: ColumnTerm<"codes">, ...words: readonly string[]): Condition => ({ kind: "has", of, words })
/** One alone is itself. */
export const all = (...of: readonly Condition[]): Condition => (of.length === 1 ? of[0]! : { kind: "all", of })
export const any = (...of: readonly Condition[]): Condition => (of.length === 1 ? of[0]! : { kind: "any", of })
export const not = (of: Condition): Condition => ({ kind: "not", of })

export const plus = (left: Value, right: Value): Made => ({ kind: "arithmetic", op: "+", left: term(left), right: term(right) })
export const minus = (left: Value, right: Value): Made => ({ kind: "arithmetic", op: "-", left: term(left), right: term(right) })
export const times = (left: Value, right: Value): Made => ({ kind: "arithmetic", op: "*", left: term(left), right: term(right) })
export const most = (left: Term, right: Term): Made => ({ kind: "most", left, right })
export const either = (left: Term, right: Term): Made => ({ kind: "either", left, right })
export const between = (from: Term, to: Term): Made => ({ kind: "between", from, to })
export const number = (value: number): Made => ({ kind: "number", value })
export const parameter = (name: string, each = 1): Made => ({ kind: "parameter", name, each })
export const localHour = (of: ColumnTerm<"moment">): Made => ({ kind: "local_hour", of })
export const when = (condition: Condition, holds: Value, otherwise: Value): Made => ({
  kind: "if",
  when: condition,
  holds: term(holds),
  otherwise: term(otherwise),
})
export const divided = (left: Value, right: Value): Made => ({
  kind: "arithmetic",
  op: "/",
  left: term(left),
  right: term(right),
})
export const thousandths = (of: Term): Made => ({ kind: "thousandths", of })
export const openBefore = (calendar: ColumnTerm, at: Term): Made => ({ kind: "open_before", calendar, at })
export const clocked = (calendar: Term, business: Term): Made => ({ kind: "clocked", calendar, business })
export const asOf: Made = { kind: "moment", which: "as_of" }
export const instant: Made = { kind: "moment", which: "instant" }
export const opening: Made = { kind: "moment", which: "opening" }
export const stepBefore = (at: Term, times: ColumnTerm<"steps">, values: ColumnTerm<"steps">): Made => ({
  kind: "step_before",
  times,
  values,
  at,
})

/** Moments are microseconds, durations milliseconds. */
export const SECOND_MS = 1_000
export const HOUR_MS = 3_600_000
export const HOUR_US = 3_600_000_000
export const DAY_US = 86_400_000_000
