import type { Condition, Term } from "../expression.ts"
import { conditionOf, meant, numberOf, type Read } from "./reading.ts"
import { Misread } from "./tokens.ts"

type Steps = Extract<Term, { readonly kind: "step_before" }>["times"]

/** What a function is given, in order, and what it makes. Where one takes a condition, it is told so. */
interface Made {
  readonly takes: readonly ("term" | "condition")[]
  readonly make: (given: readonly Term[], conditions: readonly Condition[], at: number) => Term
}

const two = (make: (left: Term, right: Term) => Term): Made => ({
  takes: ["term", "term"],
  make: ([left, right]) => make(left!, right!),
})
const one = (make: (of: Term) => Term): Made => ({ takes: ["term"], make: ([of]) => make(of!) })

const FUNCTION: Readonly<Record<string, Made>> = {
  most: two((left, right) => ({ kind: "most", left, right })),
  either: two((left, right) => ({ kind: "either", left, right })),
  between: two((from, to) => ({ kind: "between", from, to })),
  clocked: two((calendar, business) => ({ kind: "clocked", calendar, business })),
  open_before: two((calendar, at) => ({ kind: "open_before", calendar, at })),
  local_hour: one((of) => ({ kind: "local_hour", of })),
  thousandths: one((of) => ({ kind: "thousandths", of })),
  if: {
    takes: ["condition", "term", "term"],
    make: ([holds, otherwise], [when]) => ({ kind: "if", when: when!, holds: holds!, otherwise: otherwise! }),
  },
  step_before: {
    takes: ["term", "term", "term"],
    make: ([at, times, values], _, place) => ({
      kind: "step_before",
      at: at!,
      times: stepsOf(times!, place),
      values: stepsOf(values!, place),
    }),
  },
}

export const FUNCTIONS = Object.keys(FUNCTION)

/** A function of what it is given. */
export function called(name: string, at: number, given: readonly Read[]): Term {
  const found = FUNCTION[name]
  if (!found) throw new Misread(at, `there is no function "${name}"${meant(name, FUNCTIONS)}; there are ${FUNCTIONS.join(", ")}`)
  const { takes, make } = found
  if (given.length !== takes.length)
    throw new Misread(
      at,
      `${name} takes ${takes.length === 1 ? "one value" : `${takes.length} values`}, and here are ${given.length}`,
    )
  const terms = given.filter((_, i) => takes[i] === "term").map(numberOf)
  const conditions = given.filter((_, i) => takes[i] === "condition").map(conditionOf)
  return make(terms, conditions, at)
}

function stepsOf(term: Term, at: number): Steps {
  // A column says its own type.
  if (term.kind === "column" && term.type === "steps") return term as Steps
  throw new Misread(at, "step_before takes a moment and two columns of steps")
}
