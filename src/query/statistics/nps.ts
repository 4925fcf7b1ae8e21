import type { Bounds } from "./interval.ts"
import { Z95 } from "./normal.ts"

export interface NpsCounts {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

export interface Nps extends Bounds {
  /** Points, −100…100. */
  readonly value: number
  readonly n: number
  /** p + d − (p − d)², on the unit scale. */
  readonly variance: number
  /** Standard error in points. */
  readonly se: number
  /** The plain Wald interval: zero width when all agree, so it is not the one shown. */
  readonly wald: Bounds
  /** Centre of the shown interval: three answers added, Rocks 2016. */
  readonly centre: number
}

/** The net promoter score; `low` and `high` are the adjusted Wald interval, kept within ±100. */
export function nps(counts: NpsCounts): Nps | null {
  const plain = moments(counts)
  if (!plain) return null
  const { promoters, passives, detractors } = counts
  const adjusted = moments({ promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 })!
  return { ...plain, wald: around(plain.value, plain.se), centre: adjusted.value, ...around(adjusted.value, adjusted.se) }
}

/** `now − before` in points, with √(SE₁² + SE₂²). */
export function npsDifference(now: NpsCounts, before: NpsCounts): (Bounds & { readonly value: number }) | null {
  const a = moments(now)
  const b = moments(before)
  if (!a || !b) return null
  const value = a.value - b.value
  const half = Z95 * Math.hypot(a.se, b.se)
  return { value, low: value - half, high: value + half }
}

function moments({ promoters, passives, detractors }: NpsCounts) {
  const n = promoters + passives + detractors
  if (n <= 0) return null
  const balance = (promoters - detractors) / n
  const variance = (promoters + detractors) / n - balance * balance
  // All agree: the subtraction may leave −1e-17.
  return { value: 100 * balance, n, variance, se: 100 * Math.sqrt(Math.max(0, variance) / n) }
}

function around(centre: number, se: number): Bounds {
  return { low: Math.max(-100, centre - Z95 * se), high: Math.min(100, centre + Z95 * se) }
}
