import { prevalence } from "../statistics/index.ts"
import type { Estimate } from "./estimate.ts"
import type { Values } from "./values.ts"

/** What labels say, corrected by how they did where the truth is known. */
export function prevalenceOf(values: Values): Estimate {
  const count = (part: string) => values.count(part)
  const [n, labelled] = [count("n"), count("numerator")]
  const [isTrue, found, isFalse, denied] = [count("checked_true"), count("found"), count("checked_false"), count("denied")]
  const estimate = prevalence({ labelled, n, found, isTrue, denied, isFalse })
  const rate = (of: number, among: number) => (among === 0 ? null : of / among)
  return {
    value: estimate?.value ?? null,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
    method: "rogan_gladen",
    numerator: labelled,
    also: {
      apparent: rate(labelled, n),
      sensitivity: rate(found, isTrue),
      specificity: rate(denied, isFalse),
      checked: isTrue + isFalse,
    },
    ...(n > 0 && estimate === null && { because: whyNot(isTrue, isFalse) }),
  }
}

function whyNot(isTrue: number, isFalse: number): string {
  return isTrue === 0 || isFalse === 0 ? "too few were read by people to tell how good the labels are" : "the labels tell nothing"
}
