import { describe, expect, test } from "vitest"
import { compoundGrowth, discountedLifetimeValue, lifetimeValue, mean, nps, npsDifference, xmr, yearlyLoss } from "./index.ts"

const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits
const counts = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

describe("the net promoter score", () => {
  test("5 promoters, 3 passives, 2 detractors", () => {
    const score = nps(counts(5, 3, 2))!
    expect([score.value, round(score.se, 1)]).toEqual([30, 24.7])
    expect([round(score.wald.low, 1), round(score.wald.high, 1)]).toEqual([-18.4, 78.4])
    expect([round(score.centre, 1), round(score.low, 1), round(score.high, 1)]).toEqual([23.1, -19.1, 65.2])
  })
  test("50, 30, 20 of a hundred", () => {
    const score = nps(counts(50, 30, 20))!
    expect([score.value, round(score.wald.low, 1), round(score.wald.high, 1)]).toEqual([30, 14.7, 45.3])
  })
  test("ten tens leave some doubt below, none above", () => {
    const score = nps(counts(10, 0, 0))!
    expect([score.value, round(score.low, 1), score.high]).toEqual([100, 47.5, 100])
  })
  test("one each of 0…10", () => expect(round(nps(counts(2, 2, 7))!.value, 1)).toBe(-45.5))
  test("half, a third, a sixth", () => {
    const score = nps(counts(3, 2, 1))!
    expect([round(score.value, 1), round(score.variance, 12)]).toEqual([33.3, round(5 / 9, 12)])
  })
  test("nobody answered", () => expect(nps(counts(0, 0, 0))).toBeNull())
  test("a difference has both errors", () => {
    const difference = npsDifference(counts(50, 30, 20), counts(40, 30, 30))!
    const se = Math.hypot(nps(counts(50, 30, 20))!.se, nps(counts(40, 30, 30))!.se)
    expect(difference.value).toBe(20)
    expect(difference.high - difference.low).toBeCloseTo(2 * 1.959963984540054 * se, 9)
    expect(npsDifference(counts(1, 0, 0), counts(0, 0, 0))).toBeNull()
  })
})

test("natural limits of ten measurements", () => {
  const limits = xmr([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])!
  expect([round(limits.mean, 2), round(limits.range, 4), round(limits.low, 2), round(limits.high, 2)]).toEqual([
    50.81, 1.8778, 45.82, 55.8,
  ])
  expect(xmr([3])).toBeNull()
})

test("means, growth, loss, lifetime value", () => {
  expect(mean([])).toBeNull()
  expect(mean([1, 1, 4])).toBe(2)
  expect(compoundGrowth(100, 121, 2)).toBeCloseTo(0.1, 12)
  expect(compoundGrowth(0, 121, 2)).toBeNull()
  expect(round(yearlyLoss(0.05), 3)).toBe(0.46)
  expect(round(yearlyLoss(0.03), 3)).toBe(0.306)
  expect(lifetimeValue(50 * 0.8, 0.05)).toBe(800)
  expect(round(discountedLifetimeValue(40, 0.05, 0.01)!, 2)).toBe(673.33)
  expect(lifetimeValue(40, 0)).toBeNull()
})
