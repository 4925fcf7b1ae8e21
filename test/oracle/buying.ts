import type { CanonicalEvent } from "../../src/events/event.ts"

/** A customer's purchases as an accountant lists them, in weeks; the first day is where it began. */
export interface Buyer {
  readonly repeats: number
  readonly last: number
  readonly age: number
  /** What a day of buying again brought. */
  readonly mean: number
}

const DAY_US = 86_400_000_000
const WEEK_US = 7 * DAY_US
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Everybody who bought before a moment; days are those of UTC. */
export function buyersIn(orders: readonly CanonicalEvent[], until: number): readonly Buyer[] {
  const past = orders.filter(({ at }) => at < until).toSorted((a, b) => a.at - b.at)
  const dayOf = ({ at }: CanonicalEvent): number => Math.floor(at / DAY_US)
  return [...new Set(past.map(({ customer }) => customer))].map((customer) => {
    const own = past.filter((order) => order.customer === customer)
    const again = own.filter((order) => dayOf(order) > dayOf(own[0]!))
    const repeats = new Set(again.map(dayOf)).size
    return {
      repeats,
      last: repeats === 0 ? 0 : (own.at(-1)!.at - own[0]!.at) / WEEK_US,
      age: (until - own[0]!.at) / WEEK_US,
      mean: repeats === 0 ? 0 : sum(again.map(({ amount }) => amount!)) / repeats,
    }
  })
}

/** What the fit found: customers' rates are gamma (r, alpha), their leavings beta (a, b), their spendings gamma-gamma (p, q, v). */
export interface Fitted {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
  readonly p: number
  readonly q: number
  readonly v: number
}

/** Kinds of customers and how many of them there are: points at equal distances, each with the logarithm of its weight. */
interface Kind {
  readonly x: number
  readonly weight: number
}

function kinds(from: number, to: number, step: number, of: (at: number) => Kind): readonly Kind[] {
  const list = Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => of(from + i * step))
  const most = list.reduce((max, { weight }) => Math.max(max, weight), -Infinity)
  const weights = list.map(({ weight }) => Math.exp(weight - most))
  const all = sum(weights)
  return list.map(({ x }, i) => ({ x, weight: weights[i]! / all }))
}

/** By the logarithm of the rate, as far as one of them counts: of a gamma density, and as fine as `seen` purchases make it. */
function gammas(shape: number, rate: number, seen = 0, from = rate, to = rate): readonly Kind[] {
  const all = shape + seen
  const step = Math.min(0.5, 1 / Math.sqrt(all + 1))
  const low = Math.log(all / to) - 45 / Math.min(shape, all) - 3
  const high = Math.log(all / from) + Math.log1p(60 / all) + 3
  return kinds(low, high, step, (s) => ({ x: Math.exp(s), weight: shape * s - rate * Math.exp(s) }))
}

/** By the logarithm of the odds: of a beta density. */
function betas(a: number, b: number): readonly Kind[] {
  const step = Math.min(0.4, Math.sqrt(1 / a + 1 / b) / 2)
  return kinds(-45 / a, 45 / Math.min(1, b), step, (y) => {
    const x = 1 / (1 + Math.exp(-y))
    return { x, weight: -a * Math.log1p(Math.exp(-y)) - b * Math.log1p(Math.exp(y)) }
  })
}

/** Of one kind of customer: how likely the history is, who still buys, and who left after the last purchase. */
function likely({ repeats, last, age }: Buyer, rate: number, leaves: number) {
  const alive = (1 - leaves) ** repeats * rate ** repeats * Math.exp(-rate * age)
  const gone = repeats === 0 ? 0 : leaves * (1 - leaves) ** (repeats - 1) * rate ** repeats * Math.exp(-rate * last)
  return { alive, gone }
}

const mean = (of: readonly Kind[], value: (x: number) => number): number => sum(of.map(({ x, weight }) => weight * value(x)))

/** How likely these histories are: rate and leaving are independent of each other. */
export function logLikelihood(buyers: readonly Buyer[], { r, alpha, a, b }: Fitted): number {
  const leavings = betas(a, b)
  const each = buyers.map(({ repeats, last, age }) => {
    const rates = gammas(r, alpha, repeats, alpha + last, alpha + age)
    const alive = mean(rates, (rate) => rate ** repeats * Math.exp(-rate * age)) * mean(leavings, (p) => (1 - p) ** repeats)
    if (repeats === 0) return alive
    const gone = mean(rates, (rate) => rate ** repeats * Math.exp(-rate * last))
    return alive + gone * mean(leavings, (p) => p * (1 - p) ** (repeats - 1))
  })
  return sum(each.map(Math.log))
}

const MONTH_WEEKS = 365.2425 / 12 / 7

/** Looked at through all kinds of customers there may be, each as likely as it would have bought so. */
function foreseen(buyer: Buyer, model: Fitted, ends: readonly number[]) {
  const { r, alpha, a, b } = model
  const [rates, leavings] = [gammas(r, alpha, buyer.repeats, alpha + buyer.last, alpha + buyer.age), betas(a, b)]
  let [all, alive] = [0, 0]
  const bought = ends.map(() => 0)
  for (const rate of rates)
    for (const leaving of leavings) {
      const weight = rate.weight * leaving.weight
      if (weight === 0) continue
      const one = likely(buyer, rate.x, leaving.x)
      all += weight * (one.alive + one.gone)
      alive += weight * one.alive
      // Who leaves with this chance after each purchase makes so many in that time.
      for (const [i, end] of ends.entries())
        bought[i]! += (weight * one.alive * -Math.expm1(-rate.x * leaving.x * end)) / leaving.x
    }
  return { alive: alive / all, bought: bought.map((one) => one / all) }
}

/** What the customer spends a time, on average, after what was seen. */
function spending({ repeats, mean }: Buyer, { p, q, v }: Fitted): number {
  return sum(gammas(q + p * repeats, v + repeats * mean).map(({ x, weight }) => (weight * p) / x))
}

export interface Ahead {
  readonly weeks: number
  readonly margin: number
  readonly discount: number
}

/** Everything that is said of these customers, on average. */
export function bought(buyers: readonly Buyer[], model: Fitted, { weeks, margin, discount }: Ahead) {
  const ends = Array.from({ length: Math.ceil(weeks / MONTH_WEEKS) }, (_, i) => Math.min(weeks, (i + 1) * MONTH_WEEKS))
  const each = buyers.map((buyer) => ({ ...foreseen(buyer, model, ends), brings: spending(buyer, model) }))
  const months = (list: readonly number[]) => list.map((until, i) => until - (list[i - 1] ?? 0))
  const left = (i: number) => (1 + discount) ** -(ends[i]! / MONTH_WEEKS)
  return {
    purchases: sum(each.map((one) => one.bought.at(-1)!)) / buyers.length,
    alive: sum(each.map(({ alive }) => alive)) / buyers.length,
    worth:
      (margin * sum(each.map((one) => one.brings * sum(months(one.bought).map((count, i) => count * left(i)))))) / buyers.length,
  }
}

type Said = ReturnType<typeof bought>

export const buying: Readonly<Record<string, (said: Said) => number>> = {
  clv_bgnbd: ({ worth }) => worth,
  "clv_bgnbd:purchases": ({ purchases }) => purchases,
  "clv_bgnbd:alive": ({ alive }) => alive,
}
