import { minimize } from "./nelder-mead.ts"

/** A customer's purchases, in one unit of time: repeat purchase days, when the last one was, how old the customer is. */
export interface Purchases {
  readonly repeats: number
  /** From the first purchase to the last; 0 without repeats. */
  readonly last: number
  /** From the first purchase to the end of the observation. */
  readonly age: number
}

/** Buying at a gamma(r, alpha) rate, and dropping out after a purchase with a beta(a, b) chance. */
export interface BgNbd {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** The most likely parameters and their log-likelihood. `null` where there is nothing to fit or the fit does not settle. */
export function fitBgNbd(customers: readonly Purchases[]): (BgNbd & { readonly logLikelihood: number }) | null {
  if (!customers.some(({ repeats }) => repeats > 0)) return null
  // The search runs over logarithms: all four are positive.
  const minimum = minimize((at) => -logLikelihood(customers, modelOf(at)), [0, 0, 0, 0])
  return minimum && { ...modelOf(minimum.at), logLikelihood: -minimum.value }
}

function modelOf(at: readonly number[]): BgNbd {
  const [r, alpha, a, b] = at.map(Math.exp)
  return { r: r!, alpha: alpha!, a: a!, b: b! }
}

export function logLikelihood(customers: readonly Purchases[], { r, alpha, a, b }: BgNbd): number {
  const most = customers.reduce((most, { repeats }) => Math.max(most, repeats), 0)
  // What depends on the count alone, by recurrence: Γ(r+x)/Γ(r) and B(a, b+x)/B(a, b).
  const byCount = [r * Math.log(alpha)]
  for (let x = 0; x < most; x++) byCount.push(byCount[x]! + Math.log(r + x) + Math.log(b + x) - Math.log(a + b + x))
  let sum = 0
  for (const { repeats: x, last, age } of customers) {
    const alive = -(r + x) * Math.log(alpha + age)
    sum += byCount[x]! + alive
    if (x > 0) sum += Math.log1p(Math.exp(Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + last) - alive))
  }
  return sum
}

/** The chance that the customer still buys. 1 without repeats: the model has no drop-out before the second purchase. */
export function aliveChance({ r, alpha, a, b }: BgNbd, { repeats: x, last, age }: Purchases): number {
  if (x === 0) return 1
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x))
}

/** The purchases to expect of the customer in the next `ahead` units of time. */
export function expectedPurchases(model: BgNbd, customer: Purchases, ahead: number): number {
  const { r, alpha, a, b } = model
  const { repeats: x, age } = customer
  const z = ahead / (alpha + age + ahead)
  const gone = ((alpha + age) / (alpha + age + ahead)) ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, z)
  // At a = 1 the formula is 0/0; next to it the value is the same to nine digits.
  const free = Math.abs(a - 1) < 1e-9 ? 1e-9 : a - 1
  return ((a + b + x - 1) / free) * (1 - gone) * aliveChance(model, customer)
}

const MOST_TERMS = 1_000_000

/** Gauss's ₂F₁ for 0 ≤ z < 1, by its series. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let k = 0; k < MOST_TERMS && Math.abs(term) > Math.abs(sum) * 1e-16; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z
    sum += term
  }
  return sum
}
