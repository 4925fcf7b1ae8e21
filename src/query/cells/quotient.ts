import type { Term } from "../../metrics/expression.ts"
import type { Value } from "../../metrics/metric.ts"
import type { Cell } from "../question.ts"
import { poissonCount } from "../statistics/index.ts"

/** Shares among the parameters come as whole ten-thousandths. */
export const PARTS = 10_000

type Quotient = Extract<Value, { readonly kind: "quotient" }>

/** One cell divided by another, times what brings the unit. The rows behind it are those of the upper one. */
export function quotientOf(of: Cell, whole: Cell, quotient: Quotient): Cell {
  const { times } = quotient
  const per = quotient.over === undefined ? whole : partOf(whole, numberOf(quotient.over) / PARTS)
  const known = of.value !== null && per.value !== null && per.value !== 0
  const because = of.because ?? per.because ?? (per.value === 0 ? "nothing to divide by" : undefined)
  const bounds = known && quotient.counts ? poissonCount(of.value) : null
  const scaled = (count: number | undefined) => (known && count !== undefined ? (count / per.value) * times : null)
  return {
    value: known ? (of.value / per.value) * times : null,
    n: of.n,
    low: scaled(bounds?.low),
    high: scaled(bounds?.high),
    method: bounds ? "garwood" : "quotient",
    ...(known && { numerator: of.value, denominator: per.value / times }),
    pending: of.pending,
    censored: of.censored,
    excluded: bothOf(of.excluded, per.excluded),
    lowN: of.lowN || per.lowN,
    ...(!known && because !== undefined && { because }),
  }
}

function partOf(cell: Cell, share: number): Cell {
  return { ...cell, value: cell.value === null ? null : cell.value * share }
}

/** Counts added up; what has no value adds nothing. */
export function sumOf(cells: readonly Cell[]): Cell {
  const [first, ...others] = cells
  if (others.length === 0) return first!
  const known = cells.filter(({ value }) => value !== null)
  const n = cells.reduce((sum, cell) => sum + cell.n, 0)
  return { ...(known[0] ?? first!), n, value: known.length === 0 ? null : known.reduce((sum, { value }) => sum + value!, 0) }
}

/** The part of a sum that a group bears. */
export function shareOf(whole: Cell, own: Cell, all: Cell): Cell {
  if (whole.value === null || !all.value) return { ...whole, value: null, because: whole.because ?? "nothing to share by" }
  return { ...whole, value: (whole.value * (own.value ?? 0)) / all.value }
}

/** A parameter is a number by now. */
export function numberOf(term: Term): number {
  if (term.kind === "number") return term.value
  throw new Error(`A ${term.kind} stands where a number is needed: the metric was not bound.`)
}

/** What was left out above and below; where both leave out the same, the larger count is told. */
export function bothOf(of: Cell["excluded"], per: Cell["excluded"]): Cell["excluded"] {
  const reasons = new Set([...Object.keys(of), ...Object.keys(per)])
  return Object.fromEntries([...reasons].map((reason) => [reason, Math.max(of[reason] ?? 0, per[reason] ?? 0)]))
}
