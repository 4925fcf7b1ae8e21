import { AGENTS, TEAMS } from "../warehouse/tables.ts"
import type { Condition, Term } from "./expression.ts"

/** The terms right under a term. */
export function termsUnder(term: Term): readonly Term[] {
  switch (term.kind) {
    case "column":
    case "attribute":
    case "number":
    case "parameter":
    case "moment":
      return []
    case "clocked":
      return [term.calendar, term.business]
    case "open_before":
      return [term.calendar, term.at]
    case "arithmetic":
    case "most":
    case "either":
      return [term.left, term.right]
    case "if":
      return [...termsRightIn(term.when), term.holds, term.otherwise]
    case "between":
      return [term.from, term.to]
    case "step_before":
      return [term.times, term.values, term.at]
    case "numeric":
    case "local_hour":
    case "thousandths":
      return [term.of]
    default:
      return term satisfies never
  }
}

/** Every term inside a term, itself first. */
export function termsOf(term: Term): readonly Term[] {
  return [term, ...termsUnder(term).flatMap(termsOf)]
}

/** Every term inside a condition. */
export function termsIn(condition: Condition): readonly Term[] {
  return termsRightIn(condition).flatMap(termsOf)
}

function termsRightIn(condition: Condition): readonly Term[] {
  switch (condition.kind) {
    case "compare":
      return [condition.left, condition.right]
    case "word":
    case "known":
    case "flag":
    case "has":
      return [condition.of]
    case "all":
    case "any":
      return condition.of.flatMap(termsRightIn)
    case "not":
      return termsRightIn(condition.of)
    default:
      return condition satisfies never
  }
}

/** Whether its value is a whole number wherever it is known: one of text, of a column with fractions or of a division need not be. */
export function isWhole(term: Term): boolean {
  switch (term.kind) {
    case "attribute":
    case "numeric":
      return false
    case "column":
      return term.type !== "number"
    case "number":
      return Number.isInteger(term.value)
    case "arithmetic":
      return term.op !== "/" && isWhole(term.left) && isWhole(term.right)
    case "most":
    case "either":
      return isWhole(term.left) && isWhole(term.right)
    case "if":
      return isWhole(term.holds) && isWhole(term.otherwise)
    case "clocked":
      return isWhole(term.calendar) && isWhole(term.business)
    default:
      // Durations are whole milliseconds, moments whole microseconds.
      return true
  }
}

/** What a word is compared with: a column of words, of agents, of teams or of subjects, or the text of an attribute. */
export type Named = "words" | "agents" | "teams" | "subjects" | "texts"

export function namedBy(term: Term): Named {
  if (term.kind === "attribute") return "texts"
  if (term.kind === "either") return namedBy(term.left)
  if (term.kind === "if") return namedBy(term.holds)
  if (term.kind !== "column") return "words"
  if (term.type === "subject") return "subjects"
  if (AGENTS.has(term.name)) return "agents"
  return TEAMS.has(term.name) ? "teams" : "words"
}

/** Every word that is compared with such columns, in any plain data that holds conditions: a term, a value, an anchor. */
export function namesWithin(value: unknown, named: Named): readonly string[] {
  if (value === null || typeof value !== "object") return []
  if (isNaming(value)) return namedBy(value.of) === named ? value.words : []
  return Object.values(value).flatMap((inner) => namesWithin(inner, named))
}

function isNaming(value: object): value is Extract<Condition, { readonly kind: "word" | "has" }> {
  return "kind" in value && (value.kind === "word" || value.kind === "has")
}

/** The same value with each term changed. Works on any plain data that holds terms: a condition, a value, an anchor. */
export function mapTerms<T>(value: T, change: (term: Term) => Term): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapTerms(item, change)) as T
  if (value === null || typeof value !== "object") return value
  const mapped = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTerms<unknown>(item, change)]))
  // Same keys, same kinds: only parameters, clocks and moments turn into other terms.
  return (isTerm(mapped) ? change(mapped) : mapped) as T
}

function isTerm(value: object): value is Term {
  return "kind" in value && (value.kind === "parameter" || value.kind === "moment" || value.kind === "clocked")
}
