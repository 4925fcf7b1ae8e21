import { nearest } from "../../near.ts"
import type { ColumnType } from "../../warehouse/tables.ts"
import type { Condition, Term } from "../expression.ts"
import { Misread } from "./tokens.ts"

/** What a term's value is: a column's own type, the text of an attribute, or a number that was made. */
export type TermType = ColumnType | "text" | "made"

export interface ReadTerm {
  readonly is: "term"
  readonly term: Term
  readonly type: TermType
  readonly at: number
}
export interface ReadCondition {
  readonly is: "condition"
  readonly condition: Condition
  readonly at: number
}
export type Read = ReadTerm | ReadCondition

export function termOf(read: Read): ReadTerm {
  if (read.is === "term") return read
  throw new Misread(read.at, "here should be a value, and this is a condition")
}

/** The same where a number is due: what an attribute says is read as one. */
export function numberOf(read: Read): Term {
  const { term } = termOf(read)
  return term.kind === "attribute" ? { kind: "numeric", of: term } : term
}

export function conditionOf(read: Read): Condition {
  if (read.is === "condition") return read.condition
  if (read.type === "boolean") return { kind: "flag", of: read.term }
  throw new Misread(read.at, "here should be a condition, and this is a value: compare it, or say `is known`")
}

export function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near === undefined ? "" : `, did you mean "${near}"?`
}
