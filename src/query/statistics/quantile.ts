/** Where the type 7 quantile lies among `n` sorted values: between the values of rank `rank` and `rank + 1` (from 1), by `weight`. */
export interface Place {
  readonly rank: number
  readonly weight: number
}

/** Hyndman and Fan's type 7: `(n − 1)·q` steps above the least. */
export function place(n: number, q: number): Place | null {
  if (n <= 0) return null
  const steps = (n - 1) * q
  // 0.9 × 10 is 9.000000000000002 for some products; a crumb must not pull the next value in.
  const whole = Math.floor(steps + 1e-9)
  return { rank: whole + 1, weight: Math.max(0, steps - whole) < 1e-9 ? 0 : steps - whole }
}

/** The quantile of values sorted ascending. `null` of nothing. */
export function quantile(sorted: ArrayLike<number>, q: number): number | null {
  const at = place(sorted.length, q)
  return at && between(sorted[at.rank - 1]!, sorted[at.rank] ?? null, at.weight)
}

/** The quantile from its two neighbours, which are all that an engine must return. */
export function between(below: number, above: number | null, weight: number): number {
  return weight === 0 || above === null ? below : below + (above - below) * weight
}
