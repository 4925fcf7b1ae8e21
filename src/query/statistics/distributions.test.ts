import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { betaI } from "./beta.ts"
import { binomialCdf } from "./binomial.ts"
import { gammaP, gammaQ, gammaQuantile, lnGamma } from "./gamma.ts"
import { normalCdf, normalQuantile } from "./normal.ts"

describe("distribution functions agree with printed tables", () => {
  test.each<[string, number, number]>([
    ["ln Γ(½)", lnGamma(0.5), 0.5723649429247001],
    ["ln Γ(10)", lnGamma(10), 12.801827480081469],
    ["ln Γ(100)", lnGamma(100), 359.1342053695754],
    ["ln Γ(0.001)", lnGamma(0.001), 6.907178885383853],
    ["P(1, 1)", gammaP(1, 1), 1 - Math.exp(-1)],
    ["P(½, 2), two sigma", gammaP(0.5, 2), 0.9544997361036416],
    ["P(10, 3)", gammaP(10, 3), 0.0011024881301157],
    ["I₀.₅(2, 3)", betaI(0.5, 2, 3), 0.6875],
    ["I₀.₂(½, ½), the arcsine law", betaI(0.2, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(0.2))],
    ["binomial 3 of 10 at ½", binomialCdf(3, 10, 0.5), 0.171875],
    ["binomial 0 of 20 at 0.1", binomialCdf(0, 20, 0.1), 0.9 ** 20],
    ["Φ(1)", normalCdf(1), 0.8413447460685429],
    ["Φ(−3)", normalCdf(-3), 0.0013498980316300933],
    ["Φ⁻¹(0.975)", normalQuantile(0.975), 1.959963984540054],
    ["Φ⁻¹(0.005)", normalQuantile(0.005), -2.5758293035489004],
    ["Φ⁻¹(10⁻¹⁰)", normalQuantile(1e-10), -6.361340902404056],
    ["chi-square 0.95 with 3 degrees", 2 * gammaQuantile(1.5, 0.95), 7.814727903251179],
  ])("%s", (_, ours, printed) => {
    expect(Math.abs(ours - printed)).toBeLessThan(1e-12 * Math.max(1, Math.abs(printed)))
  })
})

describe("laws", () => {
  const shape = fc.double({ min: 0.5, max: 5_000, noNaN: true })
  const chance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
  const middling = fc.double({ min: 0.01, max: 0.99, noNaN: true })

  test("both halves of the gamma function make one", () => {
    fc.assert(
      fc.property(shape, shape, (a, x) => {
        expect(gammaP(a, x) + gammaQ(a, x)).toBeCloseTo(1, 10)
      }),
    )
  })
  test("a quantile is the inverse of its function", () => {
    fc.assert(
      fc.property(shape, chance, (a, p) => {
        expect(gammaP(a, gammaQuantile(a, p))).toBeCloseTo(p, 9)
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
      }),
      { numRuns: 50 },
    )
  })
  test("the binomial sums its terms", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), middling, fc.integer({ min: 0, max: 60 }), (n, p, k) => {
        let term = (1 - p) ** n
        let sum = term
        for (let i = 1; i <= Math.min(k, n); i++) {
          term *= ((n - i + 1) / i) * (p / (1 - p))
          sum += term
        }
        expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 6)
      }),
    )
  })
})
