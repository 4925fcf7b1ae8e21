import type { Cell } from "../question.ts"

/** One cell divided by another, times what brings the unit. The rows behind it are those of the upper one. */
export function quotientOf(of: Cell, per: Cell, times: number): Cell {
  const known = of.value !== null && per.value !== null && per.value !== 0
  const because = of.because ?? per.because ?? (per.value === 0 ? "nothing to divide by" : undefined)
  return {
    value: known ? (of.value / per.value) * times : null,
    n: of.n,
    low: null,
    high: null,
    method: "quotient",
    ...(known && { numerator: of.value, denominator: per.value / times }),
    pending: of.pending,
    censored: of.censored,
    excluded: of.excluded,
    lowN: of.lowN || per.lowN,
    ...(!known && because !== undefined && { because }),
  }
}
