import { betaI } from "./beta.ts"

/** The chance of at most `k` successes in `n` trials of chance `p`. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return betaI(1 - p, n - k, k + 1)
}
