import { quantile } from "./quantile.ts"
import type { Bounds } from "./interval.ts"
import { normalCdf, normalQuantile, Z95 } from "./normal.ts"
import { random } from "./random.ts"

/** What is resampled together (a conversation, a customer): its part of the numerator and of the denominator. */
export interface Cluster {
  readonly x: number
  readonly y: number
}

export interface BootstrapInterval extends Bounds {
  readonly value: number
  readonly method: "bca" | "abc"
}

export const RESAMPLES = 2_000

/** Up to so many clusters are resampled; above, the analytic limit of the same interval is used. */
export const MOST_RESAMPLED = 500

const SEED = 20_240_229

/**
 * The BCa interval of Σx / Σy by resampling clusters. A mean is the same with y = how many values the cluster has.
 * Seeded, and the clusters are sorted first, so the same rows in any order give the same digits.
 */
export function bcaRatio(clusters: readonly Cluster[], seed: number = SEED): BootstrapInterval | null {
  const sorted = [...clusters].sort((a, b) => a.x - b.x || a.y - b.y)
  const sum = total(sorted)
  if (sum.y === 0 || sorted.length < 2) return null
  const value = sum.x / sum.y
  const estimates = resample(sorted, random(seed))
  if (estimates.length === 0) return null
  if (estimates[0] === estimates.at(-1)) return { value, low: value, high: value, method: "bca" }
  const bias = normalQuantile(shareBelow(estimates, value))
  const acceleration = accelerationOf(sorted.map((cluster) => leftOut(sum, cluster)))
  const end = (z: number) => {
    const w = bias + z
    return quantile(estimates, normalCdf(bias + w / (1 - acceleration * w)))!
  }
  return { value, low: end(-Z95), high: end(Z95), method: "bca" }
}

/** The same for plain values, each its own cluster. */
export function bcaMean(values: readonly number[], seed?: number): BootstrapInterval | null {
  return bcaRatio(
    values.map((x) => ({ x, y: 1 })),
    seed,
  )
}

function resample(clusters: readonly Cluster[], next: () => number): readonly number[] {
  const estimates: number[] = []
  for (let i = 0; i < RESAMPLES; i++) {
    let x = 0
    let y = 0
    for (let k = 0; k < clusters.length; k++) {
      const drawn = clusters[Math.floor(next() * clusters.length)]!
      x += drawn.x
      y += drawn.y
    }
    if (y !== 0) estimates.push(x / y)
  }
  return estimates.sort((a, b) => a - b)
}

/** Half of the ties count as below; kept off 0 and 1, where no bias could be told. */
function shareBelow(sorted: readonly number[], value: number): number {
  let below = 0
  for (const estimate of sorted) below += estimate < value ? 1 : estimate === value ? 0.5 : 0
  return Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length
}

function total(clusters: readonly Cluster[]): Cluster {
  return clusters.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 })
}

function leftOut(sum: Cluster, { x, y }: Cluster): number {
  return sum.y === y ? sum.x / sum.y : (sum.x - x) / (sum.y - y)
}

function accelerationOf(jackknife: readonly number[]): number {
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length
  let squares = 0
  let cubes = 0
  for (const value of jackknife) {
    squares += (mean - value) ** 2
    cubes += (mean - value) ** 3
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
}
