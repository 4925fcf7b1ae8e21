/** A stream of chance: the same seed and name give the same numbers on every machine. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  happens(probability: number): boolean
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  between(least: number, most: number): number
  normal(): number
  /** Half of them lie below `median`; `spread` is the standard deviation of the logarithm. */
  around(median: number, spread: number): number
  exponential(mean: number): number
  poisson(mean: number): number
  pick<T>(list: readonly T[]): T
  /** An index, as likely as its weight. */
  weighted(weights: readonly number[]): number
}

/** Each part of the company draws from its own stream, so that a change in one does not disturb the others. */
export function chance(seed: number, stream: string): Chance {
  const next = sfc32(seed, stream)
  return {
    next,
    happens: (probability) => next() < probability,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    between: (least, most) => least + next() * (most - least),
    normal: () => normal(next),
    around: (median, spread) => median * Math.exp(spread * normal(next)),
    exponential: (mean) => -mean * Math.log(1 - next()),
    poisson: (mean) => poisson(next, mean),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weighted: (weights) => weighted(next, weights),
  }
}

/** The small fast counting generator of Doty-Humphrey: 128 bits of state, passes the usual batteries. */
function sfc32(seed: number, stream: string): () => number {
  let [a, b, c, d] = [seed | 0, hash(stream), 0x9e3779b9 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 16; i++) next()
  return next
}

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** Above this mean a rounded normal is as good and far quicker. */
const LARGE_MEAN = 40

function poisson(next: () => number, mean: number): number {
  if (mean > LARGE_MEAN) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(next)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > limit; product *= next()) count++
  return count
}

function weighted(next: () => number, weights: readonly number[]): number {
  let total = 0
  for (const weight of weights) total += weight
  let left = next() * total
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!
    if (left < 0) return i
  }
  return weights.length - 1
}
