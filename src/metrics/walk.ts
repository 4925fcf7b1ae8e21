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

/** Every word a condition names, also inside the terms it compares. */
export function wordsIn(condition: Condition): readonly string[] {
  return [...ownWords(condition), ...termsIn(condition).flatMap((term) => (term.kind === "if" ? wordsIn(term.when) : []))]
}

/** Every word a term names. */
export function wordsOfTerm(term: Term): readonly string[] {
  return termsOf(term).flatMap((inner) => (inner.kind === "if" ? wordsIn(inner.when) : []))
}

function ownWords(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "word":
    case "has":
      return condition.words
    case "all":
    case "any":
      return condition.of.flatMap(ownWords)
    case "not":
      return ownWords(condition.of)
    default:
      return []
  }
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
