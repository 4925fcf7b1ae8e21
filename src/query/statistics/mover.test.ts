import { expect, test } from "vitest"
import { abcRatio, momentsOf, normalQuantile, productInterval, quantile, wilson } from "./index.ts"
import { random } from "./random.ts"

const CUSTOMERS = 2_000
const RESAMPLED = 1_000

/** Who paid at the beginning, who pays at the end, and how much. */
interface Customer {
  readonly began: boolean
  readonly pays: boolean
  readonly mrr: number
}

test("a lifetime value's interval is that of drawing the customers again", () => {
  const next = random(11)
  const drawn = Array.from({ length: CUSTOMERS }, (): Customer => {
    const began = next() < 0.9
    return { began, pays: !began || next() >= 0.08, mrr: Math.exp(4 + 0.6 * normalQuantile(0.001 + 0.998 * next())) }
  })
  const worths = Array.from({ length: RESAMPLED }, () => {
    const again = drawn.map(() => drawn[Math.floor(next() * CUSTOMERS)]!)
    const { paid, churn } = partsOf(again)
    return paid / churn
  }).sort((a, b) => a - b)
  const { paid, churn, lost, began, paying } = partsOf(drawn)
  const each = { ...abcRatio(momentsOf(paying.map(({ mrr }) => ({ x: mrr, y: 1 }))))!, value: paid }
  const { low, high } = wilson(lost, began)!
  const found = productInterval(each, { value: 1 / churn, low: 1 / high, high: 1 / low })
  expect(found.low! / quantile(worths, 0.025)!).toBeCloseTo(1, 1)
  expect(found.high! / quantile(worths, 0.975)!).toBeCloseTo(1, 1)
})

test("an end that one of both does not have is not had by their product", () => {
  const known = { value: 2, low: 1, high: 4 }
  expect(productInterval(known, { value: 3, low: null, high: 6 })).toMatchObject({ low: null })
  expect(productInterval(known, { value: 3, low: 3, high: 3 })).toEqual({ low: 3, high: 12 })
})

function partsOf(customers: readonly Customer[]) {
  const began = customers.filter((one) => one.began)
  const paying = customers.filter(({ pays }) => pays)
  const lost = began.filter(({ pays }) => !pays).length
  const paid = paying.reduce((sum, { mrr }) => sum + mrr, 0) / paying.length
  return { paid, churn: lost / began.length, lost, began: began.length, paying }
}
