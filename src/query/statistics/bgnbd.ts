import { type Maximum, maximize, type Slope } from "./maximize.ts"
import type { Matrix, Vector } from "./matrix.ts"
import { inPieces, type Pace } from "./pace.ts"

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

export interface FittedBgNbd {
  readonly model: BgNbd
  readonly logLikelihood: number
  /** Of the logarithms of r, alpha, a and b. `null` where the customers do not tell them apart. */
  readonly covariance: Matrix | null
}

/** The most likely parameters and their log-likelihood. `null` where there is nothing to fit or the fit does not settle. */
export async function fitBgNbd(customers: readonly Purchases[], pace: Pace): Promise<FittedBgNbd | null> {
  const most = customers.reduce((most, { repeats }) => Math.max(most, repeats), 0)
  if (most === 0) return null
  // The search runs over logarithms: all four are positive.
  const top: Maximum | null = await maximize((at) => slopeOf(customers, bgNbdAt(at), most, pace), [0, 0, 0, 0])
  return top && { model: bgNbdAt(top.at), logLikelihood: top.value, covariance: top.covariance }
}

export function bgNbdAt(logarithms: Vector): BgNbd {
  const [r, alpha, a, b] = logarithms.map(Math.exp)
  return { r: r!, alpha: alpha!, a: a!, b: b! }
}

/** The log-likelihood, and its slope by the logarithms of the parameters. */
async function slopeOf(customers: readonly Purchases[], model: BgNbd, most: number, pace: Pace): Promise<Slope> {
  const { r, alpha, a, b } = model
  const byCount = byCountOf(model, most)
  let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0]
  await inPieces(customers.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const { repeats: x, last, age } = customers[i]!
      const count = byCount[x]!
      const lasting = Math.log(alpha + age)
      sum += count.value - (r + x) * lasting
      byR += count.byR - lasting
      byAlpha -= (r + x) / (alpha + age)
      byA += count.byA
      byB += count.byB
      if (x === 0) continue
      const silent = lasting - Math.log(alpha + last)
      const odds = (a / (b + x - 1)) * Math.exp((r + x) * silent)
      const gone = odds === Infinity ? 1 : odds / (1 + odds)
      sum += odds === Infinity ? Math.log(a / (b + x - 1)) + (r + x) * silent : Math.log1p(odds)
      byR += gone * silent
      byAlpha += gone * (r + x) * (1 / (alpha + age) - 1 / (alpha + last))
      byA += gone / a
      byB -= gone / (b + x - 1)
    }
  })
  return { value: sum, gradient: [byR * r, byAlpha * alpha + customers.length * r, byA * a, byB * b] }
}

/** What depends on the count alone, by recurrence: Γ(r+x)/Γ(r), B(a, b+x)/B(a, b), and their slopes. */
function byCountOf({ r, alpha, a, b }: BgNbd, most: number) {
  let count = { value: r * Math.log(alpha), byR: Math.log(alpha), byA: 0, byB: 0 }
  const all = [count]
  for (let x = 0; x < most; x++) {
    count = {
      value: count.value + Math.log(r + x) + Math.log(b + x) - Math.log(a + b + x),
      byR: count.byR + 1 / (r + x),
      byA: count.byA - 1 / (a + b + x),
      byB: count.byB + 1 / (b + x) - 1 / (a + b + x),
    }
    all.push(count)
  }
  return all
}

/** The chance that the customer still buys. 1 without repeats: the model has no drop-out before the second purchase. */
export function aliveChance({ r, alpha, a, b }: BgNbd, { repeats: x, last, age }: Purchases): number {
  if (x === 0) return 1
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x))
}

/** The purchases to expect of the customer in the next `ahead` units of time. */
export function expectedPurchases(model: BgNbd, customer: Purchases, ahead: number): number {
  return purchasesIfAlive(model, customer, ahead) * aliveChance(model, customer)
}

/** At a = 1 the formula is 0/0; next to it the value is the same to six digits. */
const BESIDE_ONE = 1e-6

const TRANSFORMED_BELOW = 2

/** The same of one who still buys, whenever the last purchase was. */
export function purchasesIfAlive(
  { r, alpha, a: fitted, b }: BgNbd,
  { repeats: x, age }: Pick<Purchases, "repeats" | "age">,
  ahead: number,
): number {
  const a = Math.abs(fitted - 1) < BESIDE_ONE ? 1 + BESIDE_ONE : fitted
  const left = (alpha + age) / (alpha + age + ahead)
  // By Euler's transformation the published formula is another one, whose terms vanish sooner as long as a is small and grow where it is not.
  const gone =
    a < TRANSFORMED_BELOW
      ? left ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, 1 - left)
      : left ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, 1 - left)
  return ((a + b + x - 1) / (a - 1)) * (1 - gone)
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
