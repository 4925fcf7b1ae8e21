import type { Moments } from "./abc.ts"

/**
 * The moments of clusters whose sums are whole numbers, as exact as an engine's wide integers. For clusters with equally many rows only the
 * powers of their sums are added up, each in digits of 26 bits, so that no product or sum is rounded; they become numbers only in the end.
 */
export interface ExactMoments {
  /** A cluster: its sum, and how many rows it has. */
  add(x: number, y: number): void
  moments(): Moments
}

const DIGIT_BITS = 26
const DIGIT = 2 ** DIGIT_BITS
/** Below it no product of digits passes 2^52. */
const MOST_X = 2 ** 38
/** Clusters with so many rows are few. */
const MOST_Y = 64
/** A digit this large is carried over before more is added. */
const FULL = 2 ** 52

/** For clusters of a size: where the digits of each power begin, the lowest first. */
const [SUM, SQUARE, CUBE, DIGITS] = [0, 1, 4, 8] as const
/** Whether a place is the highest of its power. */
const HIGHEST = Array.from({ length: DIGITS }, (_, place) => [SQUARE - 1, CUBE - 1, DIGITS - 1].includes(place))

export function exactMoments(): ExactMoments {
  const counts = new Float64Array(MOST_Y)
  const sums = digitSums(MOST_Y * DIGITS)
  const wide: Powers[] = []
  return {
    add(x, y) {
      if (x >= 0 && x < MOST_X && y < MOST_Y) {
        counts[y]!++
        addPowers(x, y * DIGITS, sums)
      } else wide.push(powersOf(BigInt(x), BigInt(y)))
    },
    moments() {
      const alike = Array.from(counts, (count, y): Powers => {
        const at = y * DIGITS
        const [x, xx, xxx] = [sums.number(at + SUM, 1), sums.number(at + SQUARE, 3), sums.number(at + CUBE, 4)]
        return { y: BigInt(y), n: BigInt(count), x, xx, xxx }
      }).filter(({ n }) => n > 0n)
      return momentsOfPowers([...alike, ...wide])
    },
  }
}

function powersOf(x: bigint, y: bigint): Powers {
  return { y, n: 1n, x, xx: x * x, xxx: x * x * x }
}

function addPowers(x: number, at: number, { put }: DigitSums): void {
  const x1 = Math.floor(x / DIGIT)
  const x0 = x - x1 * DIGIT
  // The digits of x²: low, middle, x1².
  const square = x0 * x0
  const above = Math.floor(square / DIGIT)
  const low = square - above * DIGIT
  put(at + SUM, x)
  put(at + SQUARE, low)
  put(at + SQUARE + 1, above + 2 * x1 * x0)
  put(at + CUBE, low * x0)
  put(at + CUBE + 1, above * x0 + 3 * x1 * low)
  // Most sums have one digit.
  if (x1 === 0) return
  put(at + SQUARE + 2, x1 * x1)
  put(at + CUBE + 2, 3 * x1 * above + 3 * x1 * x1 * x0)
  put(at + CUBE + 3, x1 * x1 * x1)
}

/** Sums of digits, each an exact whole number. */
interface DigitSums {
  readonly put: (place: number, amount: number) => void
  /** Of digits from a place on, the lowest first: the number they make. */
  readonly number: (from: number, digits: number) => bigint
}

function digitSums(size: number): DigitSums {
  const sums = new Float64Array(size)
  const carried = new Map<number, bigint>()
  const whole = (place: number) => (carried.get(place) ?? 0n) + BigInt(sums[place]!)
  const carry = (place: number) => {
    const above = HIGHEST[place % DIGITS]! ? 0 : Math.floor(sums[place]! / DIGIT)
    if (above === 0) {
      carried.set(place, whole(place))
      sums[place] = 0
    } else {
      sums[place]! -= above * DIGIT
      put(place + 1, above)
    }
  }
  const put = (place: number, amount: number) => {
    if (sums[place]! >= FULL) carry(place)
    sums[place]! += amount
  }
  return {
    put,
    number: (from, digits) => {
      const parts = Array.from({ length: digits }, (_, i) => whole(from + i) << BigInt(DIGIT_BITS * i))
      return parts.reduce((sum, part) => sum + part, 0n)
    },
  }
}

/** The sums of clusters of `y` rows each, to the power of 0, 1, 2 and 3. */
interface Powers {
  readonly y: bigint
  readonly n: bigint
  readonly x: bigint
  readonly xx: bigint
  readonly xxx: bigint
}

function momentsOfPowers(all: readonly Powers[]): Moments {
  const total = (of: (powers: Powers) => bigint) => Number(all.reduce((sum, powers) => sum + of(powers), 0n))
  return {
    n: total(({ n }) => n),
    x: total(({ x }) => x),
    y: total(({ n, y }) => n * y),
    xx: total(({ xx }) => xx),
    xy: total(({ x, y }) => x * y),
    yy: total(({ n, y }) => n * y * y),
    xxx: total(({ xxx }) => xxx),
    xxy: total(({ xx, y }) => xx * y),
    xyy: total(({ x, y }) => x * y * y),
    yyy: total(({ n, y }) => n * y * y * y),
  }
}
