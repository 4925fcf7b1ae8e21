import type { Condition, Term } from "../expression.ts"

/** How tightly what is written holds together: what holds less needs brackets inside what holds more. */
const [OR, AND, NOT, COMPARE, SUM, PRODUCT, ALONE] = [0, 1, 2, 3, 4, 5, 6]

/** A term as the language writes it: reading it gives the same term. */
export function printTerm(term: Term, inside: number = OR): string {
  switch (term.kind) {
    case "column":
      return term.name
    case "attribute":
      return /^[\p{L}\p{N}_]+$/u.test(term.name) ? `attributes.${term.name}` : `attributes[${JSON.stringify(term.name)}]`
    case "numeric":
      // Where a number is due, the language reads the text as one.
      return printTerm(term.of)
    case "number":
      return String(term.value)
    case "parameter":
      return term.each === 1 ? `$${term.name}` : bracketed(`$${term.name} * ${term.each}`, PRODUCT, inside)
    case "moment":
      return term.which
    case "arithmetic":
      return printArithmetic(term, inside)
    case "most":
    case "either":
      return call(term.kind, term.left, term.right)
    case "between":
      return call("between", term.from, term.to)
    case "clocked":
      return call("clocked", term.calendar, term.business)
    case "open_before":
      return call("open_before", term.calendar, term.at)
    case "step_before":
      return call("step_before", term.at, term.times, term.values)
    case "if":
      return `if(${printCondition(term.when)}, ${printTerm(term.holds)}, ${printTerm(term.otherwise)})`
    case "thousandths":
    case "local_hour":
      return call(term.kind, term.of)
    default:
      return term satisfies never
  }
}

function printArithmetic({ op, left, right }: Extract<Term, { readonly kind: "arithmetic" }>, inside: number): string {
  const holds = op === "+" || op === "-" ? SUM : PRODUCT
  return bracketed(`${printTerm(left, holds)} ${op} ${printTerm(right, holds + 1)}`, holds, inside)
}

function call(name: string, ...given: readonly Term[]): string {
  return `${name}(${given.map((term) => printTerm(term)).join(", ")})`
}

/** A condition as the language writes it. */
export function printCondition(condition: Condition, inside: number = OR): string {
  switch (condition.kind) {
    case "compare":
      return bracketed(`${printTerm(condition.left, SUM)} ${condition.op} ${printTerm(condition.right, SUM)}`, COMPARE, inside)
    case "word":
      return bracketed(`${printTerm(condition.of, SUM)} in (${quoted(condition.words)})`, COMPARE, inside)
    case "has":
      return bracketed(`${printTerm(condition.of, SUM)} has (${quoted(condition.words)})`, COMPARE, inside)
    case "known":
      return bracketed(`${printTerm(condition.of, SUM)} is known`, COMPARE, inside)
    case "flag":
      return printTerm(condition.of, ALONE)
    case "all":
      return condition.of.length === 0 ? "always" : chained(condition.of, "and", AND, inside)
    case "any":
      return condition.of.length === 0 ? "never" : chained(condition.of, "or", OR, inside)
    case "not":
      return bracketed(`not ${printCondition(condition.of, NOT)}`, NOT, inside)
    default:
      return condition satisfies never
  }
}

function chained(of: readonly Condition[], word: "and" | "or", holds: number, inside: number): string {
  return bracketed(of.map((one) => printCondition(one, holds + 1)).join(` ${word} `), holds, inside)
}

function quoted(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(", ")
}

function bracketed(text: string, holds: number, inside: number): string {
  return holds < inside ? `(${text})` : text
}
