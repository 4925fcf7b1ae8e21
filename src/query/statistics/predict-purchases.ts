import { grouped } from "../grouped.ts"
import { aliveChance, type BgNbd, bgNbdAt, fitBgNbd, type FittedBgNbd, type Purchases, purchasesIfAlive } from "./bgnbd.ts"
import { interpolated, POINTS } from "./chebyshev.ts"
import {
  expectedSpending,
  fitGammaGamma,
  type FittedGammaGamma,
  type GammaGamma,
  gammaGammaAt,
  type Spending,
} from "./gamma-gamma.ts"
import type { Interval } from "./interval.ts"
import { dot, type Matrix, times, type Vector } from "./matrix.ts"
import type { Measured } from "./mover.ts"
import { Z95 } from "./normal.ts"
import { inPieces, type Pace } from "./pace.ts"

/** A customer's purchases so far, in weeks, and what a repeat purchase day brought on average. */
export type Buyer = Purchases & Spending

/** Both models, fitted to the same customers. */
export interface BuyingModels {
  readonly buying: FittedBgNbd
  /** `null` where what they spend follows no such model. */
  readonly spending: FittedGammaGamma | null
  /** Of how often and how much, over those who came back: the model takes both for independent. `null` where one does not vary. */
  readonly correlation: number | null
  /** How many came back. */
  readonly repeaters: number
}

/** The intervals follow from how well the customers tell the parameters. */
export interface Prediction {
  /** Purchases to expect of a customer, on average. */
  readonly purchases: Measured
  readonly alive: Measured
  /** What they bring, each month's discounted. `null` where the spending follows no model. */
  readonly worth: Measured | null
}

export interface Ahead {
  readonly weeks: number
  /** Of a month. */
  readonly discount: number
}

const WEEKS_A_MONTH = 365.2425 / 12 / 7

/** Fits both models. `null` where too few came back. */
export async function fitBuying(buyers: readonly Buyer[], pace: Pace): Promise<BuyingModels | null> {
  const buying = await fitBgNbd(buyers, pace)
  if (!buying) return null
  const repeaters = buyers.filter(({ repeats }) => repeats > 0)
  const spending = await fitGammaGamma(repeaters, pace)
  return { buying, spending, correlation: correlation(repeaters), repeaters: repeaters.length }
}

/** What the models say of these customers in the weeks ahead, on average. The intervals are those of the delta method. */
export async function predictPurchases(
  buyers: readonly Buyer[],
  { buying, spending }: BuyingModels,
  ahead: Ahead,
  pace: Pace,
): Promise<Prediction> {
  const look: Look = { counts: [...grouped(buyers, ({ repeats }) => repeats).values()], ahead, pace }
  const { r, alpha, a, b } = buying.model
  const base = await meansOf(look, buying.model)
  const worth = spending && (await worthOf(look, base.discounted, spending.model))
  const [purchaseSlope, aliveSlope, worthSlope]: [number[], number[], (number | null)[]] = [[], [], []]
  const slope = (there: number | null, here: number | null) => (there === null || here === null ? null : (there - here) / APART)
  for (const at of beside([r, alpha, a, b])) {
    const there = await meansOf(look, bgNbdAt(at))
    purchaseSlope.push(slope(there.purchases, base.purchases)!)
    aliveSlope.push(slope(there.alive, base.alive)!)
    worthSlope.push(slope(spending && (await worthOf(look, there.discounted, spending.model)), worth))
  }
  const spendingSlope: (number | null)[] = []
  for (const at of spending ? beside([spending.model.p, spending.model.q, spending.model.v]) : [])
    spendingSlope.push(slope(await worthOf(look, base.discounted, gammaGammaAt(at)), worth))
  const ofBuying = varianceOf(worthSlope, buying.covariance)
  const ofSpending = varianceOf(spendingSlope, spending?.covariance ?? null)
  return {
    purchases: { value: base.purchases, ...aboveZero(base.purchases, varianceOf(purchaseSlope, buying.covariance)) },
    alive: { value: base.alive, ...insideOne(base.alive, varianceOf(aliveSlope, buying.covariance)) },
    worth:
      worth === null
        ? null
        : { value: worth, ...aboveZero(worth, ofBuying === null || ofSpending === null ? null : ofBuying + ofSpending) },
  }
}

/** How far apart the logarithms of a parameter are for a slope. */
const APART = 1e-4

/** The logarithms of parameters, each in turn a little larger. */
function beside(parameters: Vector): readonly Vector[] {
  const logarithms = parameters.map(Math.log)
  return logarithms.map((_, i) => logarithms.map((x, j) => (i === j ? x + APART : x)))
}

function varianceOf(slope: readonly (number | null)[], covariance: Matrix | null): number | null {
  const known = slope.filter((one) => one !== null)
  return covariance === null || known.length < slope.length ? null : dot(known, times(covariance, known))
}

/** The ends are as many times as far from the value: what cannot fall below 0 is uncertain by a factor. */
function aboveZero(value: number, variance: number | null): Interval {
  if (variance === null || value <= 0) return UNBOUNDED
  const factor = Math.exp((Z95 * Math.sqrt(variance)) / value)
  return Number.isFinite(factor) ? { low: value / factor, high: value * factor } : UNBOUNDED
}

function insideOne(value: number, variance: number | null): Interval {
  if (variance === null || value <= 0 || value >= 1) return UNBOUNDED
  const odds = value / (1 - value)
  const factor = Math.exp((Z95 * Math.sqrt(variance)) / (value * (1 - value)))
  return { low: 1 / (1 + factor / odds), high: 1 / (1 + 1 / (odds * factor)) }
}

const UNBOUNDED: Interval = { low: null, high: null }

/** The customers by how many repeats they have, and what of the future is asked. */
interface Look {
  readonly counts: readonly (readonly Buyer[])[]
  readonly ahead: Ahead
  readonly pace: Pace
}

interface Means {
  readonly purchases: number
  readonly alive: number
  /** Of each customer, the purchases to expect, discounted. */
  readonly discounted: Float64Array
}

/** Those with as many repeats after each other: but for the last purchase they differ in age alone. */
async function meansOf({ counts, ahead, pace }: Look, model: BgNbd): Promise<Means> {
  const n = counts.reduce((sum, { length }) => sum + length, 0)
  const discounted = new Float64Array(n)
  let [seen, purchases, alive] = [0, 0, 0]
  for (const buyers of counts) {
    const bought = byAge(purchasesBy(ahead, model), buyers, model)
    const worth = byAge(discountedBy(ahead, model), buyers, model)
    await inPieces(buyers.length, pace, (from, to) => {
      for (let i = from; i < to; i++) {
        const buyer = buyers[i]!
        const chance = aliveChance(model, buyer)
        alive += chance
        purchases += chance * bought(buyer)
        discounted[seen++] = chance * worth(buyer)
      }
    })
  }
  return { purchases: purchases / n, alive: alive / n, discounted }
}

/** `null` where a customer's spending has no mean. */
async function worthOf({ counts, pace }: Look, discounted: Float64Array, spending: GammaGamma): Promise<number | null> {
  let [seen, sum] = [0, 0]
  for (const buyers of counts)
    await inPieces(buyers.length, pace, (from, to) => {
      for (let i = from; i < to; i++) sum += discounted[seen++]! * (expectedSpending(spending, buyers[i]!) ?? NaN)
    })
  return Number.isNaN(sum) ? null : sum / discounted.length
}

type ByAge = (buyer: Pick<Purchases, "repeats" | "age">) => number

function purchasesBy({ weeks }: Ahead, model: BgNbd): ByAge {
  return (buyer) => purchasesIfAlive(model, buyer, weeks)
}

/** Each month's purchases count as much as is left of money by its end. */
function discountedBy({ weeks, discount }: Ahead, model: BgNbd): ByAge {
  const ends = Array.from({ length: Math.ceil(weeks / WEEKS_A_MONTH) }, (_, i) => Math.min(weeks, (i + 1) * WEEKS_A_MONTH))
  return (buyer) => {
    let [sum, before] = [0, 0]
    for (const end of ends) {
      const until = purchasesIfAlive(model, buyer, end)
      sum += (until - before) / (1 + discount) ** (end / WEEKS_A_MONTH)
      before = until
    }
    return sum
  }
}

/** Of many customers with as many repeats, what depends on the age is worked out at some ages only; by its logarithm it is smooth. */
function byAge(of: ByAge, buyers: readonly Buyer[], { alpha }: BgNbd): ByAge {
  if (buyers.length <= POINTS) return of
  const { repeats } = buyers[0]!
  let [from, to] = [Infinity, 0]
  for (const { age } of buyers) [from, to] = [Math.min(from, age), Math.max(to, age)]
  const smooth = interpolated((x) => of({ repeats, age: Math.exp(x) - alpha }), Math.log(alpha + from), Math.log(alpha + to))
  return ({ age }) => smooth(Math.log(alpha + age))
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
