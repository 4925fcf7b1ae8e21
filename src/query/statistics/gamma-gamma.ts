import { digamma, lnGamma } from "./gamma.ts"
import { maximize, type Slope } from "./maximize.ts"
import type { Matrix, Vector } from "./matrix.ts"
import { inPieces, type Pace } from "./pace.ts"

/** What a customer spent: on how many repeat purchase days, and how much a day on average. */
export interface Spending {
  readonly repeats: number
  readonly mean: number
}

/** Spending a purchase is gamma(p, ν) with ν gamma(q, v) among customers. */
export interface GammaGamma {
  readonly p: number
  readonly q: number
  readonly v: number
}

export interface FittedGammaGamma {
  readonly model: GammaGamma
  readonly logLikelihood: number
  /** How many customers it is fitted to. */
  readonly n: number
  /** Of the logarithms of p, q and v. `null` where the customers do not tell them apart. */
  readonly covariance: Matrix | null
}

/** The most likely parameters, over customers with a repeat purchase. `null` where there are none or the fit does not settle. */
export async function fitGammaGamma(customers: readonly Spending[], pace: Pace): Promise<FittedGammaGamma | null> {
  const known = customers.filter(({ repeats, mean }) => repeats > 0 && mean > 0)
  if (known.length === 0) return null
  // Amounts can be cents or thousands, so the scale v is first taken to be the customers' geometric mean.
  const usual = known.reduce((sum, { mean }) => sum + Math.log(mean), 0) / known.length
  const top = await maximize((at) => slopeOf(known, gammaGammaAt(at), pace), [0, 0, usual])
  return top && { model: gammaGammaAt(top.at), logLikelihood: top.value, n: known.length, covariance: top.covariance }
}

export function gammaGammaAt(logarithms: Vector): GammaGamma {
  const [p, q, v] = logarithms.map(Math.exp)
  return { p: p!, q: q!, v: v! }
}

/** The log-likelihood, and its slope by the logarithms of the parameters. */
async function slopeOf(customers: readonly Spending[], model: GammaGamma, pace: Pace): Promise<Slope> {
  const { p, q, v } = model
  const known = new Map<number, ReturnType<typeof byCountOf>>()
  let [sum, byP, byQ, byV] = [0, 0, 0, 0]
  await inPieces(customers.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const { repeats: x, mean } = customers[i]!
      let count = known.get(x)
      if (count === undefined) known.set(x, (count = byCountOf(model, x)))
      const each = Math.log(mean)
      const all = Math.log(x * mean + v)
      sum += count.value + (p * x - 1) * each - (p * x + q) * all
      byP += count.byP + x * (each - all)
      byQ += count.byQ - all
      byV += q / v - (p * x + q) / (x * mean + v)
    }
  })
  return { value: sum, gradient: [byP * p, byQ * q, byV * v] }
}

/** What depends on the count alone. */
function byCountOf({ p, q, v }: GammaGamma, x: number) {
  const both = digamma(p * x + q)
  return {
    value: lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + q * Math.log(v) + p * x * Math.log(x),
    byP: x * (both - digamma(p * x) + Math.log(x)),
    byQ: both - digamma(q) + Math.log(v),
  }
}

/** What the customer's next purchase is worth. `null` where the fitted tail has no mean. */
export function expectedSpending({ p, q, v }: GammaGamma, { repeats: x, mean }: Spending): number | null {
  const free = p * x + q - 1
  return free > 0 ? (p * (v + x * mean)) / free : null
}
