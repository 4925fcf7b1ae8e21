import type { Interval } from "./interval.ts"

/** A number with what is known of its interval. */
export interface Measured extends Interval {
  readonly value: number
}

/**
 * The interval of a product of two independent estimates above zero, from their own: how far each end is from its value, as a factor,
 * put together as the sides of a right angle (MOVER, after Donner and Zou).
 */
export function productInterval(one: Measured, other: Measured): Interval {
  const value = one.value * other.value
  const far = (from: (number: Measured) => number | null) => {
    const [a, b] = [from(one), from(other)]
    return a === null || b === null ? null : Math.exp(Math.hypot(a, b))
  }
  const down = far(({ value, low }) => factorOf(low, value))
  const up = far(({ value, high }) => factorOf(value, high))
  return { low: down === null ? null : value / down, high: up === null ? null : value * up }
}

function factorOf(low: number | null, high: number | null): number | null {
  return low === null || high === null || low <= 0 || high === Infinity ? null : Math.log(high / low)
}
