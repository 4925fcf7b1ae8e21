import { assert } from "../../assert.ts"
import { bisect } from "./bisect.ts"

/** The most terms of a series or a continued fraction: far above what any finite argument here needs. */
const MOST_TERMS = 100_000
const TINY = 1e-300

/** Above this the Stirling series is exact to a double's last digits. */
const STIRLING_FROM = 16

/** The natural logarithm of the gamma function, for x > 0. */
export function lnGamma(x: number): number {
  assert(x > 0, `lnGamma of ${x}`)
  let shift = 0
  let y = x
  for (; y < STIRLING_FROM; y++) shift += Math.log(y)
  const r = 1 / (y * y)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360_360))))) / y
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift
}

/** The slope of its logarithm, for x > 0. */
export function digamma(x: number): number {
  assert(x > 0, `digamma of ${x}`)
  let shift = 0
  let y = x
  for (; y < STIRLING_FROM; y++) shift += 1 / y
  const r = 1 / (y * y)
  const series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - (r * 691) / 32_760)))))
  return Math.log(y) - 0.5 / y - series - shift
}

/** The regularized lower incomplete gamma function P(a, x): the chance that a gamma variable of shape `a` is at most `x`. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}

/** 1 − P(a, x), without cancellation. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

/** The x at which P(a, x) = p, for shapes of ½ and more: below, x may be too small for halving to find. */
export function gammaQuantile(a: number, p: number): number {
  assert(a >= 0.5 && p > 0 && p < 1, `gamma quantile ${p} of shape ${a}`)
  let most = a + 10 * Math.sqrt(a) + 10
  while (gammaP(a, most) < p) most *= 2
  return bisect((x) => gammaP(a, x) - p, 0, most)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; k < MOST_TERMS && Math.abs(term) > Math.abs(sum) * 1e-17; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - lnGamma(a))
}

/** Lentz's way through the continued fraction of Q(a, x). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let k = 1; k < MOST_TERMS; k++) {
    const an = -k * (k - a)
    b += 2
    d = 1 / awayFromZero(an * d + b)
    c = awayFromZero(b + an / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return Math.exp(a * Math.log(x) - x - lnGamma(a)) * h
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
