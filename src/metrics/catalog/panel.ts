import { revenue } from "../../warehouse/tables.ts"
import { stretch as r } from "../columns.ts"
import { above, all, any, atLeast, below, instant, known, minus, not, opening, same, stepBefore, when } from "../expression.ts"

/** Money is counted in ten-thousandths. */
export const MONEY = 10_000
/** And so are shares among the parameters. */
export const PARTS = 10_000

/** Each customer who ever paid, once a bucket: the stretch that covers its end, which also knows what was paid at its beginning. */
export const panel = {
  table: revenue,
  at: { basis: "window", from: r.from_at, to: r.to_at },
} as const

/** Of a customer's stretches in the bucket, the one at its end. */
export const atEnd = any(not(known(r.to_at)), atLeast(r.to_at, instant))
/** Monthly revenue of the customer at the beginning of the bucket and at its end. */
export const before = stepBefore(opening, r.steps_at, r.steps_mrr)
export const after = r.mrr

/** Who paid at the beginning. */
export const started = all(atEnd, above(before, 0))
export const paying = all(atEnd, above(after, 0))
export const left = same(after, 0)

const begun = all(same(before, 0), above(after, 0))
export const grown = all(above(before, 0), above(after, before))
export const isNew = all(begun, atLeast(r.first_paid_at, opening))
export const isBack = all(begun, below(r.first_paid_at, opening))
export const gained = when(grown, minus(after, before), 0)
export const kept = when(below(after, before), after, before)
export const shrunk = all(below(after, before), above(after, 0))
export const lost = all(same(after, 0), above(before, 0))
export const cohort = { ...panel, where: started } as const
export const needs = ["subscription.changed"] as const
