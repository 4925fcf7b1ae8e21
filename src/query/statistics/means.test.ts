import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { abcRatio, bcaMean, bcaRatio, momentsOf, type Cluster } from "./index.ts"
import { random } from "./random.ts"

const exponential = (n: number, seed: number) => {
  const next = random(seed)
  return Array.from({ length: n }, () => -Math.log(1 - next()) * 600)
}

describe("the bootstrap of a mean", () => {
  test("the same rows in another order give the same digits", () => {
    const values = exponential(40, 1)
    expect(bcaMean([...values].reverse())).toEqual(bcaMean(values))
  })
  test("one row bounds nothing, no rows say nothing, equal rows leave no doubt", () => {
    expect(bcaMean([5])).toBeNull()
    expect(bcaMean([])).toBeNull()
    expect(bcaMean([5, 5, 5])).toEqual({ value: 5, low: 5, high: 5, method: "bca" })
  })
  test("leans to the long side of skewed waits", () => {
    const { value, low, high } = bcaMean(exponential(60, 2))!
    expect(high - value).toBeGreaterThan(value - low)
  })
  test("encloses the truth about 95 times in 100", () => {
    const hits = Array.from({ length: 200 }, (_, seed) => bcaMean(exponential(100, 7_919 * seed + 10), seed)!)
    const share = hits.filter(({ low, high }) => low <= 600 && 600 <= high).length / hits.length
    expect(share).toBeGreaterThan(0.91)
    expect(share).toBeLessThan(0.99)
  })
})

describe("the bootstrap of a ratio of sums", () => {
  test("spans count, not conversations: {10,10,10} and {70} are 25 on average", () => {
    const interval = bcaRatio([
      { x: 30, y: 3 },
      { x: 70, y: 1 },
    ])!
    expect(interval.value).toBe(25)
    expect(interval.low).toBeGreaterThanOrEqual(10)
    expect(interval.high).toBeLessThanOrEqual(70)
  })
  test("nothing below the line is no ratio", () =>
    expect(
      bcaRatio([
        { x: 0, y: 0 },
        { x: 0, y: 0 },
      ]),
    ).toBeNull())
})

describe("the analytic limit", () => {
  test("agrees with the bootstrap within the bootstrap's own noise", () => {
    const next = random(7)
    const clusters: Cluster[] = exponential(400, 3).map((x) => {
      const y = 1 + Math.floor(next() * 4)
      return { x: x * y, y }
    })
    const bootstrap = bcaRatio(clusters)!
    const limit = abcRatio(momentsOf(clusters))!
    const width = bootstrap.high - bootstrap.low
    expect(limit.value).toBeCloseTo(bootstrap.value, 9)
    expect(Math.abs(limit.low - bootstrap.low)).toBeLessThan(0.05 * width)
    expect(Math.abs(limit.high - bootstrap.high)).toBeLessThan(0.05 * width)
  })
  test("follows the unit: seconds or minutes, the same interval", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 9 })), { minLength: 30, maxLength: 60 }),
        (rows) => {
          const seconds = abcRatio(momentsOf(rows.map(([x, y]) => ({ x: x * 60, y }))))!
          const minutes = abcRatio(momentsOf(rows.map(([x, y]) => ({ x, y }))))!
          expect(seconds.low / 60).toBeCloseTo(minutes.low, 5)
          expect(seconds.high / 60).toBeCloseTo(minutes.high, 5)
          expect(minutes.low).toBeLessThanOrEqual(minutes.value)
          expect(minutes.high).toBeGreaterThanOrEqual(minutes.value)
        },
      ),
    )
  })
  test("equal clusters leave no doubt; one bounds nothing", () => {
    expect(
      abcRatio(
        momentsOf([
          { x: 6, y: 2 },
          { x: 3, y: 1 },
        ]),
      ),
    ).toEqual({ value: 3, low: 3, high: 3, method: "abc" })
    expect(abcRatio(momentsOf([{ x: 6, y: 2 }]))).toBeNull()
  })
})
