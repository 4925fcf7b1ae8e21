import { assert } from "../../assert.ts"
import type { Condition, Term } from "../../metrics/expression.ts"
import { namedBy } from "../../metrics/walk.ts"
import type { Param } from "../../warehouse/warehouse.ts"
import { quote } from "../../warehouse/schema.ts"
import type { Dictionary } from "../dictionary.ts"
import type { Piece } from "../time/steps.ts"
import type { Offset } from "../time/zone.ts"
import type { Dialect } from "./dialect.ts"

/** The moments of a snapshot, and how long each calendar had been open by then. */
export interface Instants {
  readonly at: readonly number[]
  readonly openBefore_ms: readonly (readonly number[])[]
}

/** All that turns terms and conditions into SQL text and values. */
export interface Writer {
  readonly dialect: Dialect
  readonly params: Param[]
  readonly codes: Dictionary
  /** What stands for a text, which is bound once. */
  text(text: string): string
  /** What stands for an attribute: the map itself, or the column it was taken out into. */
  attribute(name: string): string
  readonly asOf: number
  /** By calendar: open milliseconds before `asOf`. */
  readonly openBefore_ms: readonly number[]
  readonly instants: Instants
  /** Where the buckets of windows begin, in the order of `instants`, which are their ends then. */
  readonly openings: readonly number[]
  /** What says which of the instants a row is looked at: a column, or a number. */
  readonly instant: string
  readonly offsets: readonly Offset[]
}

export function writeTerm(term: Term, w: Writer): string {
  switch (term.kind) {
    case "column":
      return quote(term.name)
    case "attribute":
      return w.attribute(term.name)
    case "numeric":
      return w.dialect.toNumber(writeTerm(term.of, w))
    case "number":
      return String(term.value)
    case "moment":
      return writeMoment(term.which, w)
    case "step_before":
      return w.dialect.stepBefore(quote(term.times.name), quote(term.values.name), writeTerm(term.at, w))
    case "open_before":
      return writeOpenBefore(term, w)
    case "arithmetic":
      return `(${writeTerm(term.left, w)} ${term.op} ${writeTerm(term.right, w)})`
    case "most":
      return writeMost(writeTerm(term.left, w), writeTerm(term.right, w))
    case "either":
      return `coalesce(${writeTerm(term.left, w)}, ${writeTerm(term.right, w)})`
    case "if":
      return `CASE WHEN ${writeCondition(term.when, w)} THEN ${writeTerm(term.holds, w)} ELSE ${writeTerm(term.otherwise, w)} END`
    case "between":
      return writeBetween(writeTerm(term.from, w), writeTerm(term.to, w), w)
    case "thousandths":
      return w.dialect.thousandths(writeTerm(term.of, w))
    case "local_hour":
      return `${w.dialect.divide(writeLocal(writeTerm(term.of, w), w.offsets), "3600000000")} % 24`
    case "parameter":
    case "clocked":
      throw new Error(`A ${term.kind} reached the printer: the metric was not bound.`)
    default:
      return term satisfies never
  }
}

function writeMoment(which: "as_of" | "instant" | "opening", w: Writer): string {
  if (which === "as_of") return String(w.asOf)
  return w.dialect.element(list(which === "opening" ? w.openings : w.instants.at), w.instant)
}

/** What writes the terms of windows: their ends are its instants. */
export function windowWriter(w: Writer, windows: readonly { readonly from: number; readonly to: number }[]): Writer {
  return { ...w, instants: { at: windows.map(({ to }) => to), openBefore_ms: [] }, openings: windows.map(({ from }) => from) }
}

export function writeCondition(condition: Condition, w: Writer): string {
  switch (condition.kind) {
    case "compare":
      return `${writeTerm(condition.left, w)} ${condition.op} ${writeTerm(condition.right, w)}`
    case "word":
      return `${writeTerm(condition.of, w)} IN (${writeWords(condition, w).join(", ")})`
    case "known":
      return isList(condition.of) ? w.dialect.filled(writeTerm(condition.of, w)) : `${writeTerm(condition.of, w)} IS NOT NULL`
    case "flag":
      return writeTerm(condition.of, w)
    case "has":
      return w.dialect.holds(writeTerm(condition.of, w), codesOf(condition.of, condition.words, w))
    case "all":
      return condition.of.length === 0 ? "TRUE" : condition.of.map((part) => inner(part, w)).join(" AND ")
    case "any":
      return condition.of.length === 0 ? "FALSE" : condition.of.map((part) => inner(part, w)).join(" OR ")
    case "not":
      if (condition.of.kind === "not") return `(${writeCondition(condition.of.of, w)})`
      if (condition.of.kind === "known" && !isList(condition.of.of)) return `${writeTerm(condition.of.of, w)} IS NULL`
      return w.dialect.not(writeCondition(condition.of, w))
    default:
      return condition satisfies never
  }
}

function writeWords({ of, words }: Extract<Condition, { kind: "word" }>, w: Writer): readonly (string | number)[] {
  return namedBy(of) === "texts" ? words.map((word) => w.text(word)) : codesOf(of, words, w)
}

/** The codes of words as this term has them. */
export function codesOf(of: Term, words: readonly string[], w: Writer): readonly number[] {
  const named = namedBy(of)
  return words.map(w.codes[named === "texts" ? "words" : named])
}

/** Of a list it is known whether anything is in it: an engine may have no other nothing. */
export function isList(term: Term): boolean {
  return term.kind === "column" && term.type === "codes"
}

/** A moment on the local clock, still in microseconds. */
export function writeLocal(at: string, offsets: readonly Offset[]): string {
  const [only] = offsets
  assert(only, "a period has an offset")
  if (offsets.length === 1) return `(${at} + ${only.ahead_us})`
  const ahead = halved(
    offsets,
    at,
    ({ from_at }) => from_at,
    ({ ahead_us }) => String(ahead_us),
  )
  return `(${at} + ${ahead})`
}

/** The place of a moment among pieces. */
export function writePieces(pieces: readonly Piece[], at: string, dialect: Dialect): string {
  return halved(
    pieces,
    at,
    ({ from }) => from,
    ({ first, step, zero }) =>
      step === null ? String(first) : `${first} + ${dialect.divide(`(${at} - ${zero})`, String(step))}`,
  )
}

/** Found by halving, so a hundred pieces cost seven comparisons a row. */
function halved<T>(sorted: readonly T[], at: string, from: (item: T) => number, write: (item: T) => string): string {
  if (sorted.length === 1) return write(sorted[0]!)
  const middle = Math.ceil(sorted.length / 2)
  const [low, high] = [sorted.slice(0, middle), sorted.slice(middle)]
  return `CASE WHEN ${at} < ${from(high[0]!)} THEN ${halved(low, at, from, write)} ELSE ${halved(high, at, from, write)} END`
}

function writeOpenBefore({ calendar, at }: Extract<Term, { kind: "open_before" }>, w: Writer): string {
  assert(at.kind === "moment", "open time is known before the as-of moment and at instants")
  const which = writeTerm(calendar, w)
  if (at.which === "instant") return w.dialect.entry(list(w.instants.openBefore_ms.map(list)), which, w.instant)
  if (w.openBefore_ms.length === 0) return "NULL"
  return `CASE ${which} ${w.openBefore_ms.map((ms, calendar) => `WHEN ${calendar} THEN ${ms}`).join(" ")} END`
}

/** The larger; where the first is not known, the second. */
function writeMost(left: string, right: string): string {
  return `CASE WHEN ${left} >= ${right} THEN ${left} ELSE ${right} END`
}

/** Whole milliseconds; 0 where the end came first; NULL where an end is not known. */
function writeBetween(from: string, to: string, w: Writer): string {
  return `CASE WHEN ${to} > ${from} THEN ${w.dialect.divide(`(${to} - ${from})`, "1000")} WHEN ${to} <= ${from} THEN 0 END`
}

function inner(condition: Condition, w: Writer): string {
  const text = writeCondition(condition, w)
  return condition.kind === "any" || condition.kind === "all" ? `(${text})` : text
}

const list = (items: readonly (string | number)[]): string => `[${items.join(", ")}]`
