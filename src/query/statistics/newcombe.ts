import type { Bounds } from "./interval.ts"
import { wilson } from "./wilson.ts"

export interface Share {
  readonly successes: number
  readonly n: number
}

export interface Difference extends Bounds {
  readonly value: number
}

/** A number with its interval. */
export interface Estimated extends Bounds {
  readonly value: number
}

/**
 * The interval of `now − before`, two independent numbers, from the interval of each: their distances to the ends, put together as
 * independent ones are (Zou and Donner's "method of variance estimates recovery"). It asks nothing of their distributions.
 */
export function difference(now: Estimated, before: Estimated): Difference {
  const value = now.value - before.value
  return {
    value,
    low: value - Math.hypot(now.value - now.low, before.high - before.value),
    high: value + Math.hypot(now.high - now.value, before.value - before.low),
  }
}

/** Newcombe's hybrid score interval of `now − before`, two independent shares: the same from Wilson's intervals. */
export function newcombe(now: Share, before: Share): Difference | null {
  const [a, b] = [estimated(now), estimated(before)]
  return a && b ? difference(a, b) : null
}

function estimated({ successes, n }: Share): Estimated | null {
  const bounds = wilson(successes, n)
  return bounds && { ...bounds, value: successes / n }
}
