import { assert } from "../../assert.ts"
import { bisect } from "./bisect.ts"
import { gammaQ } from "./gamma.ts"

/** The two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959963984540054

/** The chance that a standard normal variable is at most `z`. */
export function normalCdf(z: number): number {
  const tail = gammaQ(0.5, (z * z) / 2) / 2
  return z > 0 ? 1 - tail : tail
}

/** The z below which a share `p` of a standard normal lies. */
export function normalQuantile(p: number): number {
  assert(p > 0 && p < 1, `normal quantile ${p}`)
  if (p === 0.5) return 0
  // The lower tail keeps its digits where the upper would round to 1.
  return p < 0.5 ? bisect((z) => normalCdf(z) - p, -40, 0) : -normalQuantile(1 - p)
}
