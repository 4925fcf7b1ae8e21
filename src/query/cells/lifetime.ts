import type { Value } from "../../metrics/metric.ts"
import type { Cell } from "../question.ts"
import { cappedLifetimeValue, discountedLifetimeValue, lifetimeValue } from "../statistics/index.ts"
import { numberOf, PARTS } from "./quotient.ts"

type Lifetime = Extract<Value, { readonly kind: "lifetime" }>

/** Revenue each, times the margin, as long as customers stay at the churn of a month. Nobody left: nothing to say. */
export function lifetimeOf(revenue: Cell, churn: Cell, value: Lifetime, months: number): Cell {
  const margin = numberOf(value.margin) / PARTS
  const discount = numberOf(value.discount) / PARTS
  const monthly = churn.value === null || months <= 0 ? null : 1 - (1 - churn.value) ** (1 / months)
  const known = revenue.value !== null && monthly !== null
  const worth = (lost: number, each: number) =>
    value.horizon
      ? cappedLifetimeValue(each * margin, lost, numberOf(value.horizon))
      : discount > 0
        ? discountedLifetimeValue(each * margin, lost, discount)
        : lifetimeValue(each * margin, lost)
  const found: number | null = known ? worth(monthly, revenue.value) : null
  const because =
    revenue.because ?? churn.because ?? (known && found === null ? "nobody left, so it would be endless" : undefined)
  return {
    value: found,
    n: revenue.n,
    low: null,
    high: null,
    method: discount > 0 ? "constant_churn_discounted" : "constant_churn",
    ...(found !== null && { numerator: revenue.value! * margin, denominator: monthly! }),
    pending: 0,
    censored: 0,
    excluded: churn.excluded,
    lowN: revenue.lowN || churn.lowN,
    also: { monthly_churn: monthly },
    ...(found === null && because !== undefined && { because }),
  }
}
