/**
 * 64 bits as two signed halves, low and high, as a column of BIGINT holds them. They are for finding and comparing, not for secrets: what
 * vouches for the ledger is the chain of SHA-256 over its batches. The same on every machine and in every version of the engine.
 */
export interface Halves {
  readonly low: number
  readonly high: number
}

/** Halves that are written over: millions of hashes are made, and an object for each would cost more than the hash. */
export interface Hash {
  low: number
  high: number
}

/** Two passes in one with different constants over the units of a text. */
export function hashText(text: string, hash: Hash = { low: 0, high: 0 }): Halves {
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
  return spread(low, high, hash)
}

const float = new Float64Array(1)
const bits = new Int32Array(float.buffer)

export function hashNumber(number: number, hash: Hash = { low: 0, high: 0 }): Halves {
  float[0] = number
  return spread(bits[0]!, Math.imul(bits[1]!, 0x5f356495), hash)
}

/** The order matters: [a, b] and [b, a] are two lists. */
export function hashList(items: readonly Halves[], hash: Hash = { low: 0, high: 0 }): Halves {
  hash.low = items.length
  hash.high = ~items.length
  for (const { low, high } of items) {
    hash.low = scattered(Math.imul(hash.low, 0x9e3779b1) ^ low)
    hash.high = scattered(Math.imul(hash.high, 0x5f356495) ^ high)
  }
  return hash
}

/** Adds one to another, mixed with what it stands for, such that the order of the adding does not matter. */
export function addHash(sum: Hash, seed: Halves, hash: Halves): void {
  sum.low = (sum.low + scattered(hash.low ^ seed.low)) | 0
  sum.high = (sum.high + scattered(hash.high ^ seed.high)) | 0
}

/** Each half depends on both. */
function spread(low: number, high: number, hash: Hash): Halves {
  hash.low = scattered(low ^ Math.imul(high, 0x27d4eb2f))
  hash.high = scattered(high ^ Math.imul(low, 0x165667b1))
  return hash
}

/** Every bit of the result depends on every bit of what was given. */
function scattered(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
