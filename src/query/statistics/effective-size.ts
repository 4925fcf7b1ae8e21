import type { Moments } from "./abc.ts"
import { betaI } from "./beta.ts"
import { bisect } from "./bisect.ts"
import { Z95 } from "./normal.ts"

/** From so many clusters on the normal distribution stands for Student's: their 95 % points differ by less than one in a thousand. */
const MANY = 2_000
const STEEPEST = 13

/**
 * How many independent rows a share's rows are worth, where those of a cluster are alike (Korn and Graubard): their number by the design
 * effect, which is the variance by clusters over that of as many rows drawn alone, and less where the clusters are too few to tell it.
 * `x` is a cluster's rows that count, `y` all its rows.
 */
export function effectiveSize({ n: clusters, x, y, xx, xy, yy }: Moments): number {
  if (y === 0) return 0
  // All or nothing says nothing of how alike they are, nor does one cluster: then the most that they can have in common is taken.
  const alike = (y * y) / yy
  const p = x / y
  if (x === 0 || x === y || clusters < 2) return alike
  const variance = ((clusters / (clusters - 1)) * (xx - 2 * p * xy + p * p * yy)) / (y * y)
  const worth = variance > 0 ? Math.min(y, (p * (1 - p)) / variance) : y
  return Math.max(Math.min(1, alike), worth * (Z95 / student(clusters - 1)) ** 2)
}

const known = new Map<number, number>()

/** The two-sided 95 % point of Student's distribution. */
function student(freedom: number): number {
  if (freedom >= MANY) return Z95
  const found = known.get(freedom) ?? bisect((t) => 0.05 - betaI(freedom / (freedom + t * t), freedom / 2, 0.5), 1, STEEPEST)
  known.set(freedom, found)
  return found
}
