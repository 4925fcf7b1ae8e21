import { describe, expect, test } from "vitest"
import { countLimits, newcombe, seasonalIndexes, shareLimits, valueLimits, xmr } from "./index.ts"

const NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

describe("limits of usual variation", () => {
  test("the NIST values about 50.81", () => {
    const limits = xmr(NIST)!
    expect(limits.mean).toBeCloseTo(50.81, 10)
    expect(limits.range).toBeCloseTo(1.8778, 4)
    expect([limits.low, limits.high].map((end) => Math.round(end * 100) / 100)).toEqual([45.82, 55.8])
    for (const point of valueLimits(NIST.map((value) => ({ value, index: 1 }))))
      expect(point).toEqual({ centre: limits.mean, low: limits.low, high: limits.high })
  })

  test("Mondays of 140 where all are 100: an index of 1.4, and a Monday of 150 is 107.1 without it", () => {
    const days = [140, 95, 95, 95, 95, 90, 90].map((value, i) => ({ season: String(i), value }))
    const index = seasonalIndexes(days).get("0")!
    expect(index).toBeCloseTo(1.4, 12)
    expect(150 / index).toBeCloseTo(107.142857, 6)
  })

  test("a share's limits are wider where there were fewer", () => {
    const [many, few] = shareLimits([
      { of: 360, n: 400 },
      { of: 90, n: 100 },
    ])
    expect(many).toEqual({ centre: 0.9, low: expect.closeTo(0.855, 10), high: expect.closeTo(0.945, 10) })
    expect(few).toEqual({ centre: 0.9, low: expect.closeTo(0.81, 10), high: expect.closeTo(0.99, 10) })
  })

  test("a count's limits follow what its time lets expect, and do not go below nothing", () => {
    const [whole, half] = countLimits([
      { count: 22, exposure: 24 },
      { count: 2, exposure: 8 },
    ])
    expect(whole!.centre).toBe(18)
    expect(whole!.high).toBeCloseTo(18 + 3 * Math.sqrt(18), 10)
    expect(half).toEqual({ centre: 6, low: 0, high: expect.closeTo(6 + 3 * Math.sqrt(6), 10) })
  })
})

test("56 of 70 beside 48 of 80: 20 points more, between 5.2 and 33.4", () => {
  const { value, low, high } = newcombe({ successes: 56, n: 70 }, { successes: 48, n: 80 })!
  expect([value, low, high].map((end) => Math.round(end * 1000) / 10)).toEqual([20, 5.2, 33.4])
})
