import { oncePerKey } from "../../once.ts"
import { GRID } from "../plan/aggregates.ts"
import { type Moments, quantileFractions, type Ranks } from "../statistics/index.ts"

/** By fraction: its place in the grid. */
const PLACES = new Map(GRID.map((fraction, place) => [fraction, place]))

/** Of so many sizes the ends are kept. */
const kept = oncePerKey<Ranks | null>(10_000)

/**
 * The places in the grid of the values that enclose a quantile of `n` rows, worth so many independent ones; null where they cannot. Cells of
 * equal size have the same, and finding them is most of a cell's work.
 */
export function endsAt(n: number, level: number, independent: number): Ranks | null {
  const key = `${n} ${level} ${Math.floor(independent)}`
  return kept(key, () => {
    const fractions = quantileFractions(n, level, GRID, independent)
    return fractions && { lower: PLACES.get(fractions.lower)!, upper: PLACES.get(fractions.upper)! }
  })
}

/** As many independent rows as `n` are worth if those of a cluster were all equal, which is the most they can have in common. */
export function independentAmong(n: number, clusters: Moments | null): number {
  return clusters && clusters.yy > 0 ? Math.min(n, (clusters.y * clusters.y) / clusters.yy) : n
}
