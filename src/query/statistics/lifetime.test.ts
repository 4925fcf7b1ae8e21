import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, test } from "vitest"
import type { BgNbd } from "./bgnbd.ts"
import type { GammaGamma } from "./gamma-gamma.ts"
import { random } from "./random.ts"
import {
  aliveChance,
  type Buyer,
  createPace,
  expectedPurchases,
  expectedSpending,
  fitBgNbd,
  fitBuying,
  fitGammaGamma,
  normalQuantile,
  predictPurchases,
  type Purchases,
  type Spending,
} from "./index.ts"

const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits
const DAY_MS = 86_400_000

describe("the published model of CDNOW", () => {
  const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

  test("two repeats, the last after 30.43 of 38.86 weeks: 1.226 purchases in the next 39", () => {
    expect(round(expectedPurchases(model, { repeats: 2, last: 30.43, age: 38.86 }, 39), 3)).toBe(1.226)
  })
  test("who never came back is alive to this model, and one long silent hardly", () => {
    expect(aliveChance(model, { repeats: 0, last: 0, age: 38 })).toBe(1)
    expect(aliveChance(model, { repeats: 20, last: 8, age: 38 })).toBeLessThan(0.01)
  })
  test("worth of the next purchase", () => {
    const spending = { p: 6.25, q: 3.74, v: 15.44 }
    // The definitions print 24.65, worked with unrounded parameters; these rounded ones give 24.66.
    expect(Math.abs(expectedSpending(spending, { repeats: 2, mean: 22.35 })! - 24.65)).toBeLessThan(0.015)
    expect(Math.abs(expectedSpending(spending, { repeats: 0, mean: 0 })! - 35.17)).toBeLessThan(0.06)
    expect(expectedSpending({ p: 1, q: 0.5, v: 2 }, { repeats: 0, mean: 0 })).toBeNull()
  })
  test("nobody came back: nothing to fit", async () => {
    expect(await fitBgNbd([{ repeats: 0, last: 0, age: 9 }], createPace())).toBeNull()
    expect(await fitGammaGamma([{ repeats: 0, mean: 0 }], createPace())).toBeNull()
  })
})

describe("quick ways are the same as slow ones", () => {
  const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

  test("as many customers as one likes, each with the purchases that the series gives", async () => {
    const buyers = Array.from({ length: 200 }, (_, i) => {
      const repeats = i % 3
      return { repeats, last: repeats === 0 ? 0 : i / 9, age: 23 + i / 7, mean: repeats === 0 ? 0 : 20 + (i % 11) }
    })
    const buying = { model, logLikelihood: 0, covariance: null }
    const none = { spending: null, correlation: null, repeaters: 0 }
    const found = await predictPurchases(buyers, { buying, ...none }, { weeks: 39, discount: 0 }, createPace())
    const each = buyers.map((buyer) => expectedPurchases(model, buyer, 39))
    expect(found.purchases.value).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / 200, 11)
    expect(found).toMatchObject({ purchases: { low: null, high: null }, worth: null })
  })
  test("a chance to leave of a = 1 is between those beside it", () => {
    const customer = { repeats: 2, last: 30, age: 38 }
    const [below, at, above] = [0.99, 1, 1.01].map((a) => expectedPurchases({ ...model, a }, customer, 39))
    expect(at! / ((below! + above!) / 2)).toBeCloseTo(1, 4)
  })
})

describe("customers drawn from a model", () => {
  const model = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 }
  const money = { p: 6.2, q: 3.7, v: 15 }
  const ahead = { weeks: 26, discount: 0.01 }
  const CUSTOMERS = 400
  const WORLDS = 60

  test("the intervals hold what is truly to be expected of them about 95 times in 100", async () => {
    const next = random(20_240_601)
    const held = { purchases: 0, alive: 0, worth: 0 }
    for (let world = 0; world < WORLDS; world++) {
      const buyers = Array.from({ length: CUSTOMERS }, () => drawnBuyer(model, money, next))
      const models = (await fitBuying(buyers, createPace()))!
      const truth = { ...models, buying: { ...models.buying, model }, spending: { ...models.spending!, model: money } }
      const [found, expected] = [models, truth].map((one) => predictPurchases(buyers, one, ahead, createPace()))
      const [told, real] = [await found!, await expected!]
      for (const of of ["purchases", "alive", "worth"] as const)
        if (told[of]!.low! <= real[of]!.value && real[of]!.value <= told[of]!.high!) held[of]++
    }
    for (const times of Object.values(held)) expect(times / WORLDS).toBeGreaterThan(0.88)
    expect((held.purchases + held.alive + held.worth) / WORLDS / 3).toBeLessThan(0.995)
  }, 180_000)

  test("of a handful nothing is ever said that is no number", async () => {
    const next = random(3)
    for (let world = 0; world < 150; world++) {
      const buyers = Array.from({ length: 2 + Math.floor(next() * 12) }, () => {
        const age = next() < 0.1 ? 0 : next() * 100
        const repeats = age === 0 ? 0 : Math.floor(next() * next() * (world % 3 === 0 ? 3 : 60))
        const mean = repeats === 0 ? 0 : world % 5 === 0 ? 20 : 10 + 90 * next()
        return { repeats, last: repeats === 0 ? 0 : age * next(), age, mean }
      })
      const models = await fitBuying(buyers, createPace())
      if (!models) continue
      const found = await predictPurchases(buyers, models, { weeks: 52, discount: 0.01 }, createPace())
      for (const one of [found.purchases, found.alive, found.worth]) {
        if (one === null) continue
        expect(one.value).toBeGreaterThanOrEqual(0)
        if (one.low === null) continue
        expect(one.low).toBeLessThanOrEqual(one.value)
        expect(one.high).toBeGreaterThanOrEqual(one.value)
      }
    }
  })

  test("others get their turn while a hundred thousand are looked at", async () => {
    const next = random(7)
    const some = Array.from({ length: 2_000 }, () => drawnBuyer(model, money, next))
    const many = Array.from({ length: 100_000 }, (_, i) => some[i % some.length]!)
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    const [few, all] = [await fitBgNbd(some, createPace()), await fitBgNbd(many, createPace())]
    clearInterval(timer)
    expect(turns).toBeGreaterThan(20)
    // Fifty times the same customers have the same most likely model.
    expect(all!.model.r / few!.model.r).toBeCloseTo(1, 6)
    expect(all!.logLikelihood / few!.logLikelihood).toBeCloseTo(50, 6)
  })
})

const file = resolve(import.meta.dirname, "../../../../shared/data/cdnow/CDNOW_sample.txt")
const there = existsSync(file)
if (!there) process.stderr.write(`skipped: the fit to CDNOW, for want of ${file}\n`)

describe.skipIf(!there)("the fit to the raw purchases of CDNOW", () => {
  test("gives the published parameters", async () => {
    const fit = (await fitBgNbd(
      customers().map(({ purchases }) => purchases),
      createPace(),
    ))!
    const { r, alpha, a, b } = fit.model
    expect([r, alpha, a, b].map((x) => round(x, 4))).toEqual([0.2426, 4.4136, 0.7929, 2.4259])
    expect(round(fit.logLikelihood, 2)).toBe(-9582.43)
  })
  test("and those of the spending, over the 946 who came back", async () => {
    const fit = (await fitGammaGamma(
      customers().map(({ spending }) => spending),
      createPace(),
    ))!
    const { p, q, v } = fit.model
    expect([fit.n, round(p, 2), round(q, 2)]).toEqual([946, 6.25, 3.74])
    // Printed as 15.44 by the model's authors and as 15.45 by others; the likelihood is flat here.
    expect(Math.abs(v - 15.445)).toBeLessThan(0.006)
  })
})

/** Buys at a rate of his own until he leaves, up to two years ago. */
function drawnBuyer(model: BgNbd, { p, q, v }: GammaGamma, next: () => number): Buyer {
  const [rate, x, y] = [drawnGamma(model.r, next) / model.alpha, drawnGamma(model.a, next), drawnGamma(model.b, next)]
  const age = 10 + next() * 94
  let [at, repeats, last] = [0, 0, 0]
  do {
    at -= Math.log(1 - next()) / rate
    if (at > age) break
    repeats++
    last = at
  } while (next() >= x / (x + y))
  const scale = drawnGamma(q, next) / v
  return { repeats, last, age, mean: repeats === 0 ? 0 : drawnGamma(p * repeats, next) / scale / repeats }
}

/** Marsaglia and Tsang's way. */
function drawnGamma(shape: number, next: () => number): number {
  if (shape < 1) return drawnGamma(shape + 1, next) * (1 - next()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, next())))
    const cube = (1 + x / Math.sqrt(9 * d)) ** 3
    if (cube > 0 && Math.log(1 - next()) < x ** 2 / 2 + d - d * cube + d * Math.log(cube)) return d * cube
  }
}

/** Each customer up to the end of September 1997, in weeks; several purchases on one day are one. */
function customers(): { purchases: Purchases; spending: Spending }[] {
  const days = new Map<string, Map<number, number>>()
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const [, customer, date, , amount] = line.trim().split(/\s+/)
    const day = Date.parse(date!.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3")) / DAY_MS
    const own = days.get(customer!) ?? new Map<number, number>()
    own.set(day, (own.get(day) ?? 0) + Number(amount))
    days.set(customer!, own)
  }
  const end = Date.parse("1997-09-30") / DAY_MS
  return [...days.values()].map((own) => {
    const seen = [...own].filter(([day]) => day <= end).sort(([a], [b]) => a - b)
    const first = seen[0]![0]
    const repeats = seen.slice(1)
    const spent = repeats.reduce((sum, [, amount]) => sum + amount, 0)
    return {
      purchases: { repeats: repeats.length, last: (seen.at(-1)![0] - first) / 7, age: (end - first) / 7 },
      spending: { repeats: repeats.length, mean: repeats.length === 0 ? 0 : spent / repeats.length },
    }
  })
}
