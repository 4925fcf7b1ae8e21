import * as fc from "fast-check"
import { expect, test } from "vitest"
import { exactMoments } from "./exact-moments.ts"

const x = fc.oneof(
  fc.nat(100),
  fc.integer({ min: 0, max: 2 ** 38 - 1 }),
  fc.constantFrom(2 ** 26 - 1, 2 ** 26, 2 ** 38 - 1, 2 ** 38),
  fc.integer({ min: -(2 ** 52), max: 2 ** 53 - 1 }),
)
const y = fc.oneof(fc.nat(10), fc.constantFrom(63, 64), fc.nat(2 ** 31))

test("they are what wide integers make of the same clusters", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(x, y), { maxLength: 60 }), fc.nat(400), (clusters, times) => {
      const exact = exactMoments()
      const sums = Array.from({ length: 9 }, () => 0n)
      for (const [x, y] of clusters) {
        const [a, b] = [BigInt(x), BigInt(y)]
        const own = [a, b, a * a, a * b, b * b, a * a * a, a * a * b, a * b * b, b * b * b]
        // Often enough for each digit to be carried over.
        for (let i = 0; i < times; i++) exact.add(x, y)
        for (const [place, amount] of own.entries()) sums[place]! += amount * BigInt(times)
      }
      const { n, ...moments } = exact.moments()
      expect(n).toBe(clusters.length * times)
      expect(Object.values(moments)).toEqual(sums.map(Number))
    }),
    { numRuns: 200 },
  )
})
