import { gammaQuantile } from "./gamma.ts"
import { CONFIDENCE, type Bounds } from "./interval.ts"

/** Garwood's exact interval of the mean of a Poisson count. */
export function poissonCount(count: number): Bounds {
  const tail = (1 - CONFIDENCE) / 2
  return { low: count === 0 ? 0 : gammaQuantile(count, tail), high: gammaQuantile(count + 1, 1 - tail) }
}

/** The same for a rate: a count per so much exposure. `null` without exposure. */
export function poissonRate(count: number, exposure: number): (Bounds & { readonly value: number }) | null {
  if (exposure <= 0) return null
  const { low, high } = poissonCount(count)
  return { value: count / exposure, low: low / exposure, high: high / exposure }
}
