/**
 * Whole numbers that come in lists; of each group of lists, those at some places in ascending order, counted from 0. A grouping tells for
 * each list the number of its group, and `placesOf` the places to pick, ascending, of a group with so many numbers. All numbers are put in
 * order once, however many groupings there are. They are less than 2^53 apart.
 */
export function pickedByGroup(
  lists: readonly ArrayLike<number>[],
  groupings: readonly Uint32Array[],
  placesOf: (size: number) => readonly number[],
): readonly (readonly Picked[])[] {
  const { least, keys, of } = inOrder(lists)
  return groupings.map((groups) => {
    const sizes = new Uint32Array(groups.reduce((most, group) => Math.max(most, group + 1), 0))
    for (const [list, { length }] of lists.entries()) sizes[groups[list]!]! += length
    const picks = Array.from(sizes, (size): Picking => {
      const places = placesOf(size)
      return { size, places, taken: 0, values: new Float64Array(places.length) }
    })
    const next = Float64Array.from(picks, nextPlace)
    const passed = new Uint32Array(sizes.length)
    for (let i = 0; i < keys.length; i++) {
      const group = groups[of[i]!]!
      if (passed[group]!++ === next[group]) next[group] = pick(picks[group]!, least + keys[i]!)
    }
    return picks
  })
}

/** Of a group with so many numbers, those at the places that were asked for. */
export interface Picked {
  readonly size: number
  readonly values: Float64Array
}

interface Picking extends Picked {
  readonly places: readonly number[]
  taken: number
}

/** The same place may be picked twice. The answer is the next place to pick. */
function pick(picks: Picking, value: number): number {
  const place = nextPlace(picks)
  while (nextPlace(picks) === place) picks.values[picks.taken++] = value
  return nextPlace(picks)
}

function nextPlace({ places, taken }: Picking): number {
  return places[taken] ?? Infinity
}

/** How far each number is above the least, and the list it is of. */
interface Ordered {
  readonly least: number
  readonly keys: Keys
  readonly of: Uint32Array
}

type Keys = Uint32Array | Float64Array

/** So many binary digits are looked at in a round. */
const BITS = 11
const DIGITS = 2 ** BITS

/** In rounds, by the digits of how far each is above the least, the lowest digit first; a round keeps the order of those before it. */
function inOrder(lists: readonly ArrayLike<number>[]): Ordered {
  const size = lists.reduce((sum, { length }) => sum + length, 0)
  const { least, most } = endsOf(lists)
  // Fifty days of milliseconds fit, and whole numbers of 32 bits are cut into digits without a division.
  const make = most - least < 2 ** 32 ? (length: number) => new Uint32Array(length) : (length: number) => new Float64Array(length)
  let from: Ordered = { least, keys: make(size), of: new Uint32Array(size) }
  let to: Ordered = { least, keys: make(size), of: new Uint32Array(size) }
  fill(from, lists)
  for (let round = 0; 2 ** (BITS * round) <= most - least; round++) {
    const digits = digitsOf(from.keys, round)
    deal(from, to, digits)
    ;[from, to] = [to, from]
  }
  return from
}

function fill({ least, keys, of }: Ordered, lists: readonly ArrayLike<number>[]): void {
  let at = 0
  for (const [number, list] of lists.entries()) {
    of.fill(number, at, at + list.length)
    for (let i = 0; i < list.length; i++) keys[at++] = list[i]! - least
  }
}

function digitsOf(keys: Keys, round: number): Uint16Array {
  const digits = new Uint16Array(keys.length)
  if (keys instanceof Uint32Array) {
    const shift = BITS * round
    for (let i = 0; i < keys.length; i++) digits[i] = (keys[i]! >>> shift) & (DIGITS - 1)
  } else {
    // A power of two, so that cutting a number into digits rounds nothing.
    const unit = 2 ** (BITS * round)
    for (let i = 0; i < keys.length; i++) digits[i] = Math.floor(keys[i]! / unit) % DIGITS
  }
  return digits
}

function deal(from: Ordered, to: Ordered, digits: Uint16Array): void {
  const places = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < digits.length; i++) places[digits[i]! + 1]!++
  for (let digit = 1; digit < DIGITS; digit++) places[digit]! += places[digit - 1]!
  const { keys, of } = from
  for (let i = 0; i < digits.length; i++) {
    const place = places[digits[i]!]!++
    to.keys[place] = keys[i]!
    to.of[place] = of[i]!
  }
}

function endsOf(lists: readonly ArrayLike<number>[]): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity]
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const value = list[i]!
      if (value < least) least = value
      if (value > most) most = value
    }
  return { least, most }
}
