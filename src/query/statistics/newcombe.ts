import type { Bounds } from "./interval.ts"
import { wilson } from "./wilson.ts"

export interface Share {
  readonly successes: number
  readonly n: number
}

export interface Difference extends Bounds {
  readonly value: number
}

/** Newcombe's hybrid score interval of `now − before`, two independent shares. */
export function newcombe(now: Share, before: Share): Difference | null {
  const a = wilson(now.successes, now.n)
  const b = wilson(before.successes, before.n)
  if (!a || !b) return null
  const p = now.successes / now.n
  const q = before.successes / before.n
  return {
    value: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  }
}
