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

/** Up to so many values the grid holds fractions of exactly the ranks; above, of ranks a little outside them. */
export const EXACT_UP_TO = 200

/** Fractions have at most so many digits, so that any engine finds their ranks in whole numbers. */
const PARTS = 1_000_000

/** The rank, from 1, of the value at a fraction: the least that at least so large a part of `n` values is not above. */
export function rankAt(n: number, fraction: number): number {
  return Math.max(1, n - Math.floor((n * (PARTS - Math.round(fraction * PARTS))) / PARTS))
}

/**
 * Fractions of a fixed grid (read in the same scan, before `n` is known) whose values enclose the quantile with at least 95 %.
 * Where values come in clusters, `independent` says how many independent ones they are worth.
 */
export function quantileFractions(n: number, q: number, grid: readonly number[], independent: number = n): Ranks | null {
  const ranks = quantileRanks(Math.floor(independent), q)
  if (!ranks) return null
  const { lower, upper } = scaledTo(n, ranks, Math.floor(independent))
  const below = grid.findLast((f) => rankAt(n, f) <= lower)
  const above = grid.find((f) => rankAt(n, f) >= upper)
  return below === undefined || above === undefined ? null : { lower: below, upper: above }
}

/** The ranks among all values at which the middles of those ranks among fewer lie. */
function scaledTo(n: number, { lower, upper }: Ranks, among: number): Ranks {
  const at = (rank: number) => (n * (rank - 0.5)) / among + 0.5
  return among === n ? { lower, upper } : { lower: Math.floor(at(lower)), upper: Math.ceil(at(upper)) }
}

/** The sizes beyond the exact ones between which the grid of a quantile is made to fit. */
const GRID_SIZES = [350, 700, 1_500, 4_000, 12_000, 40_000, 130_000, 420_000, 1_400_000]

/** Ascending fractions around `q`: the fewest that hold every exact rank up to `EXACT_UP_TO` values, and some closer ones for more. */
export function quantileGrid(q: number): readonly number[] {
  const sizes = Array.from({ length: EXACT_UP_TO }, (_, i) => i + 1)
  const wanted = sizes.flatMap((n) => {
    const ranks = quantileRanks(n, q)
    return ranks ? [ranks.lower, ranks.upper].map((rank): Stretch => ({ above: (rank - 1) / n, most: rank / n })) : []
  })
  const steps = GRID_SIZES.map((n) => 2.1 * Math.sqrt((q * (1 - q)) / n))
  const closer = steps.flatMap((step) => [q - step, q + step]).map((f) => Math.round(f * 100_000) / 100_000)
  return [...new Set([...touching(wanted), ...closer])].sort((a, b) => a - b)
}

/** The fractions at which a rank is found: more than `above`, at most `most`. */
interface Stretch {
  readonly above: number
  readonly most: number
}

/** The fewest points of which every stretch has one: each time the end of the stretch that ends first among those without. */
function touching(stretches: readonly Stretch[]): readonly number[] {
  const points: number[] = []
  let left = [...stretches].sort((a, b) => a.most - b.most)
  while (left.length > 0) {
    const { most } = left[0]!
    const together = left.filter(({ above }) => above < most)
    points.push(
      roundest(
        together.reduce((highest, { above }) => Math.max(highest, above), 0),
        most,
      ),
    )
    left = left.filter(({ above }) => above >= most)
  }
  return points
}

/** The number with the fewest digits that is more than `above` and at most `most`. */
function roundest(above: number, most: number): number {
  for (let scale = 10; scale < PARTS; scale *= 10) {
    const rounded = Math.floor(most * scale + 1e-9) / scale
    if (rounded > above + 1e-9) return rounded
  }
  return Math.floor(most * PARTS) / PARTS
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
