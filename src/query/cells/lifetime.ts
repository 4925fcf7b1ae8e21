import type { Value } from "../../metrics/metric.ts"
import type { Cell } from "../question.ts"
import { cappedLifetimeValue, discountedLifetimeValue, lifetimeValue, productInterval } from "../statistics/index.ts"
import { numberOf, PARTS } from "./quotient.ts"

type Lifetime = Extract<Value, { readonly kind: "lifetime" }>

/** Revenue each, times the margin, as long as customers stay at the churn of a month. Nobody left: nothing to say. */
export function lifetimeOf(revenue: Cell, churn: Cell, value: Lifetime, months: number): Cell {
  const margin = numberOf(value.margin) / PARTS
  const monthly = (lost: number | null) => (lost === null || months <= 0 ? null : 1 - (1 - lost) ** (1 / months))
  const staying = (lost: number | null) => (lost === null ? null : monthsPaid(value, lost))
  const each = (amount: number | null) => (amount === null ? null : amount * margin)
  const lost = monthly(churn.value)
  const paid = { value: each(revenue.value), low: each(revenue.low), high: each(revenue.high) }
  // The more are lost, the shorter they stay.
  const stay = { value: staying(lost), low: staying(monthly(churn.high)), high: staying(monthly(churn.low)) }
  const found = paid.value === null || stay.value === null ? null : paid.value * stay.value
  const endless = revenue.value !== null && lost !== null && found === null ? "nobody left, so it would be endless" : undefined
  const because = revenue.because ?? churn.because ?? endless
  return {
    value: found,
    n: revenue.n,
    low: null,
    high: null,
    ...(found !== null && productInterval({ ...paid, value: paid.value! }, { ...stay, value: stay.value! })),
    method: numberOf(value.discount) > 0 ? "constant_churn_discounted" : "constant_churn",
    ...(found !== null && { numerator: paid.value!, denominator: lost! }),
    pending: 0,
    censored: 0,
    excluded: churn.excluded,
    lowN: revenue.lowN || churn.lowN,
    also: { monthly_churn: lost },
    ...(found === null && because !== undefined && { because }),
  }
}

/** How many months' payments a customer is worth at so much churn. `null` where it would be endless. */
function monthsPaid(value: Lifetime, lost: number): number | null {
  const discount = numberOf(value.discount) / PARTS
  if (value.horizon) return cappedLifetimeValue(1, lost, numberOf(value.horizon))
  return discount > 0 ? discountedLifetimeValue(1, lost, discount) : lifetimeValue(1, lost)
}
