/**
 * 64 bits as two signed halves, low and high, as a column of BIGINT holds them. They are for finding and comparing, not for secrets: what
 * vouches for the ledger is the chain of SHA-256 over its batches. The same on every machine and in every version of the engine.
 */
export type Halves = readonly [low: number, high: number]

/** Two passes in one with different constants over the units of a text. */
export function hashText(text: string): Halves {
  let low = 0x9e3779b9 ^ text.length
  let high = 0x85ebca6b ^ text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    high = Math.imul(high ^ unit, 0x5f356495)
    // What a multiplication moved up comes down again, so that every letter matters to all bits.
    low ^= low >>> 13
    high ^= high >>> 15
  }
  return [scattered(low ^ Math.imul(high, 0x27d4eb2f)), scattered(high ^ Math.imul(low, 0x165667b1))]
}

const float = new Float64Array(1)
const bits = new Int32Array(float.buffer)

export function hashNumber(number: number): Halves {
  float[0] = number
  return hashPair(bits[0]!, bits[1]!)
}

export function hashPair(first: number, second: number): Halves {
  return [
    scattered(first ^ Math.imul(second, 0x27d4eb2f)),
    scattered(Math.imul(second, 0x5f356495) ^ Math.imul(first, 0x165667b1)),
  ]
}

/** The order matters: [a, b] and [b, a] are two lists. */
export function hashList(items: readonly Halves[]): Halves {
  let low = items.length
  let high = ~items.length
  for (const item of items) {
    low = scattered(Math.imul(low, 0x9e3779b1) ^ item[0])
    high = scattered(Math.imul(high, 0x5f356495) ^ item[1])
  }
  return [low, high]
}

/** Every bit of the result depends on every bit of what was given. */
export function scattered(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
