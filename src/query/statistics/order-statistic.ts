import { binomialCdf } from "./binomial.ts"
import { CONFIDENCE } from "./interval.ts"

/** Ranks from 1: the values of these ranks enclose the quantile with at least 95 % confidence, whatever the distribution. */
export interface Ranks {
  readonly lower: number
  readonly upper: number
}

const TAIL = (1 - CONFIDENCE) / 2

/** The narrowest ranks with at most 2.5 % on each side; `null` where `n` values cannot enclose it (fewer than 6 for the median, than 36 for the 90th percentile). */
export function quantileRanks(n: number, q: number): Ranks | null {
  if (n <= 0 || q <= 0 || q >= 1) return null
  // Ranks follow the binomial number of values below the quantile.
  const lower = firstAbove(n, q, TAIL)
  const upper = firstAtLeast(n, q, 1 - TAIL) + 1
  return lower >= 1 && upper <= n ? { lower, upper } : null
}

/** Fractions of a fixed grid (read in the same scan, before `n` is known) whose values enclose the quantile with at least 95 %. */
export function quantileFractions(n: number, q: number, grid: readonly number[]): Ranks | null {
  const ranks = quantileRanks(n, q)
  if (!ranks) return null
  // Type 7 at fraction f lies (n − 1)·f steps above the least; the conservative side also holds for discrete quantiles.
  const lower = grid.findLast((f) => (n - 1) * f <= ranks.lower - 1)
  const upper = grid.find((f) => (n - 1) * f >= ranks.upper - 1)
  return lower === undefined || upper === undefined ? null : { lower, upper }
}

/** The sizes between which the grid of a quantile is made to fit closely. */
const GRID_SIZES = [6, 9, 14, 20, 30, 50, 80, 130, 200, 350, 600, 1_000, 2_000, 5_000, 20_000, 100_000, 1_000_000]

/** Ascending fractions around `q`, close enough that the interval from the grid is a little wider than the exact one at any size. */
export function quantileGrid(q: number): readonly number[] {
  const steps = GRID_SIZES.map((n) => 2.1 * Math.sqrt((q * (1 - q)) / n))
  const inside = steps.flatMap((step) => [q - step, q + step]).filter((f) => f > 0 && f < 1)
  return [...new Set([0, ...inside.map((f) => Math.round(f * 10_000) / 10_000), 1])].sort((a, b) => a - b)
}

/** The least k with P(B ≤ k) ≥ p: found by halving, so ten million values cost two dozen looks. */
function firstAtLeast(n: number, q: number, p: number): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (binomialCdf(middle, n, q) >= p) high = middle
    else low = middle + 1
  }
  return low
}

/** The largest rank l with P(B ≤ l − 1) ≤ p; 0 where there is none. */
function firstAbove(n: number, q: number, p: number): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (binomialCdf(middle - 1, n, q) <= p) low = middle
    else high = middle - 1
  }
  return low
}
