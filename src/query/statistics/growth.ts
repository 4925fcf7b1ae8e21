/** The plain mean. `null` of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The steady monthly growth that leads from `start` to `end` in `months`. `null` from nothing. */
export function compoundGrowth(start: number, end: number, months: number): number | null {
  return start <= 0 || end < 0 || months <= 0 ? null : (end / start) ** (1 / months) - 1
}

/** The share lost in a year at a monthly loss: what is left is multiplied, not added. */
export function yearlyLoss(monthly: number): number {
  return 1 - (1 - monthly) ** 12
}

/** Lifetime value at a constant monthly churn, undiscounted. `null` without churn: it would be endless. */
export function lifetimeValue(monthlyMargin: number, churn: number): number | null {
  return churn > 0 ? monthlyMargin / churn : null
}

/** The same over so many months at most, which also holds where nobody leaves. */
export function cappedLifetimeValue(monthlyMargin: number, churn: number, months: number): number {
  return churn > 0 ? (monthlyMargin * (1 - (1 - churn) ** months)) / churn : monthlyMargin * months
}

/** The same with each month's payment, made at its start, discounted. */
export function discountedLifetimeValue(monthlyMargin: number, churn: number, discount: number): number | null {
  return churn > 0 ? (monthlyMargin * (1 + discount)) / (discount + churn) : null
}
