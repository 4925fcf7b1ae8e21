/**
 * Whole numbers that come in lists; of each group of lists, those at some places in ascending order, counted from 0. A grouping tells for
 * each list the number of its group, and `placesOf` the places to pick, ascending, of a group with so many numbers. All numbers are put in
 * order once, however many groupings there are. They are less than 2^53 apart. What they are put in order in is kept for the next lists.
 */
export type PickByGroup = (
  lists: readonly ArrayLike<number>[],
  groupings: readonly Uint32Array[],
  placesOf: (size: number) => readonly number[],
) => readonly (readonly Picked[])[]

/** Of a group with so many numbers, those at the places that were asked for. */
export interface Picked {
  readonly size: number
  readonly values: Float64Array
}

export function picker(): PickByGroup {
  const tables = { from: emptyTable(), to: emptyTable() }
  return (lists, groupings, placesOf) => {
    const ordered = inOrder(lists, tables)
    const firsts = firstGroups(groupings)
    const sizes = new Uint32Array(firsts.at(-1)!)
    // By list, the groups it is in: one of each grouping.
    const groupsOf = new Uint32Array(lists.length * groupings.length)
    for (const [g, groups] of groupings.entries())
      for (const [list, { length }] of lists.entries()) {
        const group = firsts[g]! + groups[list]!
        groupsOf[list * groupings.length + g] = group
        sizes[group]! += length
      }
    const picks = Array.from(sizes, (size): Picking => {
      const places = placesOf(size)
      return { size, places, taken: 0, values: new Float64Array(places.length) }
    })
    pickAll(ordered, groupsOf, groupings.length, picks)
    return groupings.map((_, g) => picks.slice(firsts[g], firsts[g + 1]))
  }
}

/** Where the groups of each grouping begin when all are numbered one after another, and where they end. */
function firstGroups(groupings: readonly Uint32Array[]): readonly number[] {
  const firsts = [0]
  for (const groups of groupings) firsts.push(firsts.at(-1)! + groups.reduce((most, group) => Math.max(most, group + 1), 0))
  return firsts
}

interface Picking extends Picked {
  readonly places: readonly number[]
  taken: number
}

function pickAll({ size, least, keys, of }: Ordered, groupsOf: Uint32Array, groupings: number, picks: readonly Picking[]): void {
  const next = Uint32Array.from(picks, nextPlace)
  const passed = new Uint32Array(picks.length)
  for (let i = 0; i < size; i++) {
    const first = of[i]! * groupings
    for (let g = first; g < first + groupings; g++) {
      const group = groupsOf[g]!
      if (passed[group]!++ === next[group]) next[group] = pick(picks[group]!, least + keys[i]!)
    }
  }
}

/** The same place may be picked twice. The answer is the next place to pick. */
function pick(picks: Picking, value: number): number {
  const place = nextPlace(picks)
  while (picks.taken < picks.places.length && nextPlace(picks) === place) picks.values[picks.taken++] = value
  return nextPlace(picks)
}

/** No list is as long as that. */
const NO_PLACE = 2 ** 32 - 1

function nextPlace({ places, taken }: Picking): number {
  return places[taken] ?? NO_PLACE
}

/** How far each number is above the least, and the list it is of. */
interface Ordered extends Table {
  readonly size: number
  readonly least: number
}

interface Table {
  readonly keys: Uint32Array | Float64Array
  readonly of: Uint32Array
}

interface Tables {
  from: Table
  to: Table
}

function emptyTable(): Table {
  return { keys: new Uint32Array(0), of: new Uint32Array(0) }
}

/** So many binary digits are looked at in a round. */
const BITS = 11
const DIGITS = 2 ** BITS

/** In rounds, by the digits of how far each is above the least, the lowest digit first; a round keeps the order of those before it. */
function inOrder(lists: readonly ArrayLike<number>[], tables: Tables): Ordered {
  const size = lists.reduce((sum, { length }) => sum + length, 0)
  const { least, most } = endsOf(lists)
  // Fifty days of milliseconds fit, and whole numbers of 32 bits are cut into digits without a division.
  const narrow = most - least < 2 ** 32
  tables.from = withRoom(tables.from, size, narrow)
  tables.to = withRoom(tables.to, size, narrow)
  fill(tables.from, lists, least)
  for (let round = 0; 2 ** (BITS * round) <= most - least; round++) {
    const { from, to } = tables
    if (from.keys instanceof Uint32Array) dealNarrow(from.keys, from.of, to, size, BITS * round)
    else dealWide(from.keys, from.of, to, size, 2 ** (BITS * round))
    tables.from = to
    tables.to = from
  }
  return { size, least, ...tables.from }
}

/** Made anew only where it is too small: a fresh table costs more than its order. */
function withRoom(table: Table, size: number, narrow: boolean): Table {
  if (table.keys.length >= size && table.keys instanceof Uint32Array === narrow) return table
  return { keys: narrow ? new Uint32Array(size) : new Float64Array(size), of: new Uint32Array(size) }
}

function fill({ keys, of }: Table, lists: readonly ArrayLike<number>[], least: number): void {
  let at = 0
  for (const [number, list] of lists.entries()) {
    of.fill(number, at, at + list.length)
    for (let i = 0; i < list.length; i++) keys[at++] = list[i]! - least
  }
}

function dealNarrow(keys: Uint32Array, of: Uint32Array, to: Table, size: number, shift: number): void {
  const places = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < size; i++) places[((keys[i]! >>> shift) & (DIGITS - 1)) + 1]!++
  addUp(places)
  const { keys: toKeys, of: toOf } = to
  for (let i = 0; i < size; i++) {
    const key = keys[i]!
    const place = places[(key >>> shift) & (DIGITS - 1)]!++
    toKeys[place] = key
    toOf[place] = of[i]!
  }
}

/** `unit` is a power of two, so that cutting a number into digits rounds nothing. */
function dealWide(keys: Float64Array, of: Uint32Array, to: Table, size: number, unit: number): void {
  const places = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < size; i++) places[(Math.floor(keys[i]! / unit) % DIGITS) + 1]!++
  addUp(places)
  const { keys: toKeys, of: toOf } = to
  for (let i = 0; i < size; i++) {
    const key = keys[i]!
    const place = places[Math.floor(key / unit) % DIGITS]!++
    toKeys[place] = key
    toOf[place] = of[i]!
  }
}

/** From how many of each digit to where its first goes. */
function addUp(places: Uint32Array): void {
  for (let digit = 1; digit < DIGITS; digit++) places[digit]! += places[digit - 1]!
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
