import { assert } from "../../assert.ts"
import type { Bounds, Interval } from "./interval.ts"
import { Z95 } from "./normal.ts"

/** At this duration so many finished and so many were last seen unfinished. */
export interface Step {
  readonly at: number
  readonly completed: number
  readonly censored: number
}

/** The Kaplan–Meier curve: after `at[i]` the share `survival[i]` still runs, with Greenwood's sum for its variance. */
export interface Curve {
  readonly n: number
  readonly completed: number
  readonly at: readonly number[]
  readonly survival: readonly number[]
  readonly greenwood: readonly number[]
}

/** From steps in ascending order. Who finished at a duration was still at risk then, and so was who was last seen there. */
export function curveOfSteps(steps: readonly Step[]): Curve {
  const n = steps.reduce((sum, step) => sum + step.completed + step.censored, 0)
  const at: number[] = []
  const survival: number[] = []
  const greenwood: number[] = []
  let risk = n
  let share = 1
  let variance = 0
  for (const [i, step] of steps.entries()) {
    assert(i === 0 || steps[i - 1]!.at < step.at, "steps must ascend")
    if (step.completed > 0) {
      share *= (risk - step.completed) / risk
      variance += step.completed / (risk * (risk - step.completed))
      at.push(step.at)
      survival.push(share)
      greenwood.push(variance)
    }
    risk -= step.completed + step.censored
  }
  return { n, completed: steps.reduce((sum, step) => sum + step.completed, 0), at, survival, greenwood }
}

/** From two sorted lists: how long the finished took, and how long the others have lasted so far. */
export function curveOf(completed: ArrayLike<number>, censored: ArrayLike<number>): Curve {
  const steps: { at: number; completed: number; censored: number }[] = []
  let c = 0
  let o = 0
  while (c < completed.length || o < censored.length) {
    const at = Math.min(completed[c] ?? Infinity, censored[o] ?? Infinity)
    const step = { at, completed: 0, censored: 0 }
    for (; c < completed.length && completed[c] === at; c++) step.completed++
    for (; o < censored.length && censored[o] === at; o++) step.censored++
    assert(step.completed + step.censored > 0, "durations must be sorted numbers")
    steps.push(step)
  }
  return curveOfSteps(steps)
}

/** `value` null: not reached, too many still run. An end is null where the data cannot bound it. */
export interface SurvivalQuantile extends Interval {
  readonly value: number | null
}

/** Products of fractions miss a level by a crumb that must not count as "above it". */
const CRUMB = 1e-9

/** The first duration by which a share `q` has finished, with the interval of Brookmeyer and Crowley on the log-log scale. */
export function survivalQuantile(curve: Curve, q: number): SurvivalQuantile {
  const level = 1 - q
  const first = (share: (i: number) => number): number | null => {
    const i = curve.at.findIndex((_, i) => share(i) <= level + CRUMB)
    return i < 0 ? null : curve.at[i]!
  }
  return {
    value: first((i) => curve.survival[i]!),
    low: first((i) => bounds(curve, i).low),
    high: first((i) => bounds(curve, i).high),
  }
}

/** The share still running after a duration, with its log-log interval. */
export function survivalAt(curve: Curve, duration: number): Bounds & { readonly value: number } {
  const i = curve.at.findLastIndex((at) => at <= duration)
  return i < 0 ? { value: 1, low: 1, high: 1 } : { value: curve.survival[i]!, ...bounds(curve, i) }
}

/** Greenwood's variance on the log-log scale keeps the interval inside 0…1. */
function bounds(curve: Curve, i: number): Bounds {
  const share = curve.survival[i]!
  // When the last one finishes nothing is left to estimate a spread from.
  if (share <= 0) return { low: 0, high: 1 }
  const width = (Z95 * Math.sqrt(curve.greenwood[i]!)) / Math.abs(Math.log(share))
  return { low: share ** Math.exp(width), high: share ** Math.exp(-width) }
}
