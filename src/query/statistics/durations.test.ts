import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  binomialCdf,
  curveOf,
  curveOfSteps,
  EXACT_UP_TO,
  quantile,
  quantileFractions,
  quantileGrid,
  quantileRanks,
  rankAt,
  survivalAt,
  survivalQuantile,
} from "./index.ts"

describe("type 7 quantiles", () => {
  test.each<[string, number[], number, number | null]>([
    ["of nothing", [], 0.5, null],
    ["of one", [7], 0.9, 7],
    ["the median of two lies between", [1, 31], 0.5, 16],
    ["the median of three", [10, 20, 60], 0.5, 20],
    ["p90 of 0…10 is a value itself", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    ["p90 of 1…4", [1, 2, 3, 4], 0.9, 3.7],
    ["the least and the most", [3, 9], 0, 3],
  ])("%s", (_, sorted, q, expected) => {
    const value = quantile(sorted, q)
    if (expected === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(expected, 12)
  })
})

describe("ranks that enclose a quantile", () => {
  test.each<[number, number, { lower: number; upper: number } | null]>([
    [0, 0.5, null],
    [5, 0.5, null],
    [6, 0.5, { lower: 1, upper: 6 }],
    [10, 0.5, { lower: 2, upper: 9 }],
    [20, 0.5, { lower: 6, upper: 15 }],
    [100, 0.5, { lower: 40, upper: 61 }],
    [35, 0.9, null],
    [36, 0.9, { lower: 29, upper: 36 }],
  ])("of %i values at %f", (n, q, ranks) => expect(quantileRanks(n, q)).toEqual(ranks))

  const size = fc.integer({ min: 1, max: 20_000 })
  const level = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9, 0.95)

  test("cover at least 95 %, and one rank narrower on a side would leave more than 2.5 % there", () => {
    fc.assert(
      fc.property(size, level, (n, q) => {
        const ranks = quantileRanks(n, q)
        if (!ranks) return
        const below = binomialCdf(ranks.lower - 1, n, q)
        const above = 1 - binomialCdf(ranks.upper - 1, n, q)
        expect(1 - below - above).toBeGreaterThanOrEqual(0.95)
        expect(binomialCdf(ranks.lower, n, q)).toBeGreaterThan(0.025)
        expect(1 - binomialCdf(ranks.upper - 2, n, q)).toBeGreaterThan(0.025)
      }),
    )
  })

  test.each([0.5, 0.9])("up to 200 values the grid's fractions at %f are exactly the ranks", (q) => {
    const grid = quantileGrid(q)
    const sizes = Array.from({ length: EXACT_UP_TO }, (_, i) => i + 1)
    const found = sizes.map((n) => {
      const fractions = quantileFractions(n, q, grid)
      return fractions && { lower: rankAt(n, fractions.lower), upper: rankAt(n, fractions.upper) }
    })
    expect(found).toEqual(sizes.map((n) => quantileRanks(n, q)))
  })

  test("beyond, they enclose the exact ranks, and not twice as much", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.constantFrom(0.5, 0.9), (n, q) => {
        const ranks = quantileRanks(n, q)
        const fractions = quantileFractions(n, q, quantileGrid(q))
        expect(fractions === null).toBe(ranks === null)
        if (!ranks || !fractions) return
        const [lower, upper] = [rankAt(n, fractions.lower), rankAt(n, fractions.upper)]
        expect(lower).toBeLessThanOrEqual(ranks.lower)
        expect(upper).toBeGreaterThanOrEqual(ranks.upper)
        expect(upper - lower).toBeLessThanOrEqual(2 * (ranks.upper - ranks.lower) + 4)
      }),
    )
  })

  test("values that come in clusters of equals are worth as many as there are clusters", () => {
    const [clusters, each] = [40, 5]
    const alone = quantileRanks(clusters, 0.5)!
    const { lower, upper } = quantileFractions(clusters * each, 0.5, quantileGrid(0.5), clusters)!
    const clusterOf = (rank: number) => Math.ceil(rank / each)
    expect(clusterOf(rankAt(clusters * each, lower))).toBeLessThanOrEqual(alone.lower)
    expect(clusterOf(rankAt(clusters * each, lower))).toBeGreaterThanOrEqual(alone.lower - 2)
    expect(clusterOf(rankAt(clusters * each, upper))).toBeGreaterThanOrEqual(alone.upper)
    expect(clusterOf(rankAt(clusters * each, upper))).toBeLessThanOrEqual(alone.upper + 2)
  })
})

describe("survival", () => {
  test("first replies after 10, 20, 60 minutes and one unanswered at 90", () => {
    const curve = curveOf([10, 20, 60], [90])
    expect(curve.survival.map((s) => Math.round(s * 100))).toEqual([75, 50, 25])
    expect(survivalQuantile(curve, 0.5).value).toBe(20)
    expect(survivalQuantile(curve, 0.9).value).toBeNull()
    expect(curve.completed / curve.n).toBe(0.75)
  })
  test("one solved after a day, one open at twelve: the median is the one day", () => {
    expect(survivalQuantile(curveOf([1], [12]), 0.5).value).toBe(1)
  })
  test("1, 2, 2, 3, 8 hours solved, open at 10, 10, 12, 12: the median is 8, not 2", () => {
    expect(survivalQuantile(curveOf([1, 2, 2, 3, 8], [10, 10, 12, 12]), 0.5).value).toBe(8)
  })
  test("patience: a hang-up at 3 s with 9 still waiting", () => {
    const curve = curveOf([3, 4, 30], [0, 5, 19, 20, 21, 25, 120])
    expect(survivalAt(curve, 3).value).toBeCloseTo(8 / 9, 12)
  })

  test("remission under 6-MP, the textbook's curve and intervals", () => {
    const curve = curveOf([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
    const row = (at: number) => Object.values(survivalAt(curve, at)).map((x) => Math.round(x * 10_000) / 10_000)
    expect(row(6)).toEqual([0.8571, 0.6197, 0.9516])
    expect(row(10)).toEqual([0.7529, 0.5032, 0.8894])
    expect(row(13)).toEqual([0.6902, 0.4316, 0.8491])
    expect(row(23)).toEqual([0.4482, 0.1881, 0.6801])
    expect(survivalQuantile(curve, 0.5)).toEqual({ value: 23, low: 13, high: null })
  })

  test("nobody: no curve, no quantile, all survive", () => {
    const curve = curveOf([], [])
    expect(survivalQuantile(curve, 0.5)).toEqual({ value: null, low: null, high: null })
    expect(survivalAt(curve, 9).value).toBe(1)
  })
  test("unsorted durations are a defect", () => {
    expect(() =>
      curveOfSteps([
        { at: 2, completed: 1, censored: 0 },
        { at: 1, completed: 1, censored: 0 },
      ]),
    ).toThrow(/ascend/)
  })

  test("without open ones the curve is the share of the longer ones", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 30 }),
        (list, t) => {
          const sorted = [...list].sort((a, b) => a - b)
          expect(survivalAt(curveOf(sorted, []), t).value).toBeCloseTo(sorted.filter((x) => x > t).length / sorted.length, 10)
        },
      ),
    )
  })
})
