/** A 95 % interval. `null` on a side: the data cannot bound it there. */
export interface Interval {
  readonly low: number | null
  readonly high: number | null
}

/** An interval with both ends. */
export interface Bounds extends Interval {
  readonly low: number
  readonly high: number
}

/** Every interval of the house is at this level. */
export const CONFIDENCE = 0.95
