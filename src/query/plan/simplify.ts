import { all, any, type Condition, known, not, type Term } from "../../metrics/expression.ts"

/** Of a term, as text: whether it is known. */
type Facts = ReadonlyMap<string, boolean>

const TRUE = all()
const FALSE = any()

/**
 * A condition that is true of the same rows with less to work out on each. A metric says of each part of its number all that makes a row
 * one, and much of it follows from the rest: a first reply that is known was not missed.
 */
export function simplified(condition: Condition): Condition {
  return under(condition, new Map())
}

/** What it comes to among the rows of which a term is known, or of which it is not. */
export function simplifiedWhere(condition: Condition, term: Term, known: boolean): Condition {
  return under(condition, new Map([[JSON.stringify(term), known]]))
}

/** Whether a simplified one is true of no row. */
export function isFalse(condition: Condition): boolean {
  return isSame(condition, FALSE)
}

/** What the condition comes to where these facts hold. */
function under(condition: Condition, facts: Facts): Condition {
  switch (condition.kind) {
    case "known":
      return underKnown(condition.of, facts)
    case "not":
      return opposite(under(condition.of, facts))
    case "all":
      return joined(condition.of, facts, "all")
    case "any":
      return joined(condition.of, facts, "any")
    case "word":
    case "flag":
    case "has":
      // What is not known is none of the words.
      return facts.get(JSON.stringify(condition.of)) === false ? FALSE : condition
    case "compare":
      return condition
    default:
      return condition satisfies never
  }
}

function underKnown(term: Term, facts: Facts): Condition {
  const parts = partsOfKnowing(term)
  if (parts) return under(parts, facts)
  const fact = facts.get(JSON.stringify(term))
  return fact === undefined ? known(term) : fact ? TRUE : FALSE
}

/** A made value is known where what it is made of is. null for one of which only its value tells. */
function partsOfKnowing(term: Term): Condition | null {
  switch (term.kind) {
    case "number":
      return TRUE
    case "moment":
      return term.which === "as_of" ? TRUE : null
    case "between":
      return all(known(term.from), known(term.to))
    case "either":
      return any(known(term.left), known(term.right))
    case "most":
      return known(term.right)
    case "arithmetic":
      // What is divided by 0 is not known.
      return term.op === "/" ? null : all(known(term.left), known(term.right))
    default:
      return null
  }
}

/** "Not" means not true: of what is compared and not known neither a comparison nor its opposite is true, so it stays as it is. */
function opposite(condition: Condition): Condition {
  if (condition.kind === "not") return condition.of
  if (condition.kind === "all" && condition.of.every(isOfKnowing)) return any(...condition.of.map(opposite))
  if (condition.kind === "any" && condition.of.every(isOfKnowing)) return all(...condition.of.map(opposite))
  return not(condition)
}

function isOfKnowing(condition: Condition): boolean {
  switch (condition.kind) {
    case "known":
      return true
    case "not":
      return isOfKnowing(condition.of)
    case "all":
    case "any":
      return condition.of.every(isOfKnowing)
    default:
      return false
  }
}

/**
 * Each part says something for all the others: beside "the reply is known", whatever else must hold may count on it; and where one of
 * several may hold, the others matter only where it does not.
 */
function joined(of: readonly Condition[], facts: Facts, kind: "all" | "any"): Condition {
  const [nothing, everything] = kind === "all" ? [TRUE, FALSE] : [FALSE, TRUE]
  let parts = of
  for (let before = ""; before !== JSON.stringify(parts);) {
    before = JSON.stringify(parts)
    const said = new Map<string, boolean>()
    const next: Condition[] = []
    // What is known alone first, so that all others hear of it.
    for (const part of [...parts].sort((a, b) => Number(isFact(b)) - Number(isFact(a)))) {
      const simple = under(part, new Map([...facts, ...said]))
      if (isSame(simple, everything)) return everything
      for (const one of simple.kind === kind ? simple.of : [simple]) {
        const fact = factOf(one)
        if (fact) said.set(fact.term, fact.known === (kind === "all"))
        if (!next.some((other) => isSame(other, one))) next.push(one)
      }
    }
    parts = next
  }
  if (parts.length === 0) return nothing
  return kind === "all" ? all(...parts) : any(...parts)
}

function factOf(condition: Condition): { readonly term: string; readonly known: boolean } | null {
  if (condition.kind === "known") return { term: JSON.stringify(condition.of), known: true }
  if (condition.kind === "not" && condition.of.kind === "known") return { term: JSON.stringify(condition.of.of), known: false }
  return null
}

function isFact(condition: Condition): boolean {
  return factOf(condition) !== null
}

function isSame(one: Condition, other: Condition): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
