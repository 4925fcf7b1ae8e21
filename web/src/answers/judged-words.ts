import { show } from "../../../src/format.ts"
import type { Judgement, Unit } from "../../../src/query/question.ts"

/** `met 90.0 %, not certain`: the number's side of its target, and whether its whole interval lies there. */
export function judgedInWords({ target, met, certain }: Judgement, unit: Unit): string {
  if (met === null) return `target ${show(target, unit)}: nothing to judge`
  return `${met ? "met" : "missed"} ${show(target, unit)}${certain ? "" : ", not certain"}`
}
