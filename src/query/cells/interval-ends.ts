import { GRID } from "../plan/aggregates.ts"
import { type Moments, quantileFractions, type Ranks } from "../statistics/index.ts"

/** By fraction: its place in the grid. */
const PLACES = new Map(GRID.map((fraction, place) => [fraction, place]))

const known = new Map<string, Ranks | null>()
/** The most sizes whose ends are kept. */
const MOST_KEPT = 10_000

/**
 * The places in the grid of the values that enclose a quantile of `n` rows, worth so many independent ones; null where they cannot. Cells of
 * equal size have the same, and finding them is most of a cell's work.
 */
export function endsAt(n: number, level: number, independent: number): Ranks | null {
  const key = `${n} ${level} ${Math.floor(independent)}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const fractions = quantileFractions(n, level, GRID, independent)
  const found = fractions && { lower: PLACES.get(fractions.lower)!, upper: PLACES.get(fractions.upper)! }
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, found)
  return found
}

/** As many independent rows as `n` are worth if those of a cluster were all equal, which is the most they can have in common. */
export function independentAmong(n: number, clusters: Moments | null): number {
  return clusters && clusters.yy > 0 ? Math.min(n, (clusters.y * clusters.y) / clusters.yy) : n
}
