import { catalog } from "../../src/metrics/catalog/index.ts"
import { Problem } from "../../src/problem.ts"
import { planOf } from "../../src/query/plan/plan.ts"
import type { AnswerRow, Question } from "../../src/query/question.ts"

export type Cells = AnswerRow["cells"]

/** Every metric and each of its variants. */
export const refs: readonly string[] = catalog.flatMap(({ name, variants = {} }) => [
  name,
  ...Object.keys(variants).map((variant) => `${name}:${variant}`),
])

/** Those that can be asked in this shape. */
export function askable(shape: Partial<Question>, among = refs): readonly string[] {
  const found = among.filter((ref) => {
    try {
      planOf({ metrics: [ref], from: "2020-01-01", to: "2020-01-02", ...shape }, catalog)
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return false
    }
  })
  if (found.length < 25) throw new Error(`Only ${found.join(", ")} can be asked with ${JSON.stringify(shape)}.`)
  return found
}

/** A cell to nine digits, as what is added up in another order differs behind them. Its parts are in no order. */
export function plain(cell: Cells[string] | undefined): string {
  return JSON.stringify(cell ?? null, (_, value: unknown) => {
    if (typeof value === "number") return Number(value.toPrecision(9))
    if (value === null || typeof value !== "object") return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
