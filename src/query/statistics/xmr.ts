export interface XmrLimits {
  readonly mean: number
  /** Mean moving range: how far neighbours lie apart. */
  readonly range: number
  readonly low: number
  readonly high: number
}

/** 3 sigma through the mean moving range of neighbours: 3 / 1.128. */
export const RANGE_TO_LIMIT = 3 / 1.128

/** The natural process limits of values in the order of time. `null` below two. */
export function xmr(values: readonly number[]): XmrLimits | null {
  if (values.length < 2) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const range = values.slice(1).reduce((sum, value, i) => sum + Math.abs(value - values[i]!), 0) / (values.length - 1)
  return { mean, range, low: mean - RANGE_TO_LIMIT * range, high: mean + RANGE_TO_LIMIT * range }
}
