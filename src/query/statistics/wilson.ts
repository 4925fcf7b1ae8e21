import type { Bounds } from "./interval.ts"
import { Z95 } from "./normal.ts"

/** Wilson's score interval of a share. `null` where nobody was asked. */
export function wilson(successes: number, n: number, z: number = Z95): Bounds | null {
  if (n <= 0) return null
  const p = successes / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  // At 0 and n the end is exact; the subtraction would leave a rounding crumb.
  return { low: successes === 0 ? 0 : centre - half, high: successes === n ? 1 : centre + half }
}
