import { aliveChance, type BgNbd, expectedPurchases, fitBgNbd, type Purchases } from "./bgnbd.ts"
import { expectedSpending, fitGammaGamma, type GammaGamma, type Spending } from "./gamma-gamma.ts"

/** A customer's purchases so far, in weeks, and what a repeat purchase day brought on average. */
export type Buyer = Purchases & Spending

export interface Prediction {
  /** Purchases to expect of a customer, on average. */
  readonly purchases: number
  readonly alive: number
  /** What they bring, each month's discounted. `null` where the spending follows no model. */
  readonly worth: number | null
  readonly model: BgNbd & { readonly logLikelihood: number }
  readonly spending: GammaGamma | null
  /** Of how often and how much, over those who came back: the model takes both for independent. `null` where one does not vary. */
  readonly correlation: number | null
  /** How many came back. */
  readonly repeaters: number
}

const WEEKS_A_MONTH = 365.2425 / 12 / 7

/** Fits both models to these customers and asks them for the weeks ahead. `null` where too few came back. */
export function predictPurchases(
  buyers: readonly Buyer[],
  ahead: { readonly weeks: number; readonly discount: number },
): Prediction | null {
  const model = fitBgNbd(buyers)
  if (!model) return null
  const repeaters = buyers.filter(({ repeats }) => repeats > 0)
  const fitted = fitGammaGamma(repeaters)
  const spending = fitted && { p: fitted.p, q: fitted.q, v: fitted.v }
  return {
    purchases: mean(buyers.map((buyer) => expectedPurchases(model, buyer, ahead.weeks))),
    alive: mean(buyers.map((buyer) => aliveChance(model, buyer))),
    worth: spending && meanWorth(buyers, model, spending, ahead),
    model,
    spending,
    correlation: correlation(repeaters),
    repeaters: repeaters.length,
  }
}

function meanWorth(
  buyers: readonly Buyer[],
  model: BgNbd,
  spending: GammaGamma,
  { weeks, discount }: { readonly weeks: number; readonly discount: number },
): number | null {
  const ends = Array.from({ length: Math.ceil(weeks / WEEKS_A_MONTH) }, (_, i) => Math.min(weeks, (i + 1) * WEEKS_A_MONTH))
  let sum = 0
  for (const buyer of buyers) {
    const each = expectedSpending(spending, buyer)
    if (each === null) return null
    let before = 0
    for (const end of ends) {
      const until = expectedPurchases(model, buyer, end)
      sum += (each * (until - before)) / (1 + discount) ** (end / WEEKS_A_MONTH)
      before = until
    }
  }
  return sum / buyers.length
}

function correlation(buyers: readonly Buyer[]): number | null {
  const [x, y] = [mean(buyers.map(({ repeats }) => repeats)), mean(buyers.map((buyer) => buyer.mean))]
  let [xx, xy, yy] = [0, 0, 0]
  for (const buyer of buyers) {
    xx += (buyer.repeats - x) ** 2
    xy += (buyer.repeats - x) * (buyer.mean - y)
    yy += (buyer.mean - y) ** 2
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
