/** Whole numbers in ascending order. */
export type Sorted = Float64Array

/**
 * Whole numbers that come in lists, in ascending order for every group of lists. A grouping tells for each list the number of its
 * group. All numbers are put in order once, however many groupings there are, and then dealt out. They are less than 2^53 apart.
 */
export function sortedByGroup(
  lists: readonly (readonly number[])[],
  groupings: readonly Uint32Array[],
): readonly (readonly Sorted[])[] {
  const { values, of } = inOrder(lists)
  return groupings.map((groups) => {
    const sizes = new Uint32Array(groups.reduce((most, group) => Math.max(most, group + 1), 0))
    for (const [list, { length }] of lists.entries()) sizes[groups[list]!]! += length
    const sorted = Array.from(sizes, (size) => new Float64Array(size))
    const filled = new Uint32Array(sizes.length)
    for (let i = 0; i < values.length; i++) {
      const group = groups[of[i]!]!
      sorted[group]![filled[group]!++] = values[i]!
    }
    return sorted
  })
}

interface Listed {
  readonly values: Float64Array
  /** The number of the list that each is of. */
  readonly of: Uint32Array
}

/** So many different digits; a power of two, so that cutting a number into digits rounds nothing. */
const DIGITS = 2048

/** In rounds, by the digits of how far each is above the least, the lowest digit first; a round keeps the order of those before it. */
function inOrder(lists: readonly (readonly number[])[]): Listed {
  const size = lists.reduce((sum, { length }) => sum + length, 0)
  let from = filledWith(lists, size)
  let to: Listed = { values: new Float64Array(size), of: new Uint32Array(size) }
  const { least, most } = endsOf(from.values)
  for (let unit = 1; unit <= most - least; unit *= DIGITS) {
    deal(from, to, least, unit)
    ;[from, to] = [to, from]
  }
  return from
}

function deal(from: Listed, to: Listed, least: number, unit: number): void {
  const { values, of } = from
  const digits = new Uint16Array(values.length)
  const places = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < values.length; i++) {
    const digit = Math.floor((values[i]! - least) / unit) % DIGITS
    digits[i] = digit
    places[digit + 1]!++
  }
  for (let digit = 1; digit < DIGITS; digit++) places[digit]! += places[digit - 1]!
  for (let i = 0; i < values.length; i++) {
    const place = places[digits[i]!]!++
    to.values[place] = values[i]!
    to.of[place] = of[i]!
  }
}

function filledWith(lists: readonly (readonly number[])[], size: number): Listed {
  const [values, of] = [new Float64Array(size), new Uint32Array(size)]
  let at = 0
  for (const [i, list] of lists.entries()) {
    values.set(list, at)
    of.fill(i, at, at + list.length)
    at += list.length
  }
  return { values, of }
}

function endsOf(values: Float64Array): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, most }
}
