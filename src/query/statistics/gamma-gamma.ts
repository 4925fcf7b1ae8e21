import { lnGamma } from "./gamma.ts"
import { minimize } from "./nelder-mead.ts"

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

/** The most likely parameters, over customers with a repeat purchase. `null` where there are none or the fit does not settle. */
export function fitGammaGamma(
  customers: readonly Spending[],
): (GammaGamma & { readonly logLikelihood: number; readonly n: number }) | null {
  const known = customers.filter(({ repeats, mean }) => repeats > 0 && mean > 0)
  if (known.length === 0) return null
  const minimum = minimize((at) => -logLikelihoodOf(known, modelOf(at)), [0, 0, 0])
  return minimum && { ...modelOf(minimum.at), logLikelihood: -minimum.value, n: known.length }
}

function modelOf(at: readonly number[]): GammaGamma {
  const [p, q, v] = at.map(Math.exp)
  return { p: p!, q: q!, v: v! }
}

function logLikelihoodOf(customers: readonly Spending[], { p, q, v }: GammaGamma): number {
  const byCount = new Map<number, number>()
  let sum = 0
  for (const { repeats: x, mean } of customers) {
    let known = byCount.get(x)
    if (known === undefined) {
      known = lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + q * Math.log(v) + p * x * Math.log(x)
      byCount.set(x, known)
    }
    sum += known + (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(x * mean + v)
  }
  return sum
}

/** What the customer's next purchase is worth. `null` where the fitted tail has no mean. */
export function expectedSpending({ p, q, v }: GammaGamma, { repeats: x, mean }: Spending): number | null {
  const free = p * x + q - 1
  return free > 0 ? (p * (v + x * mean)) / free : null
}
