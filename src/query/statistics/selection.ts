import { membersOf } from "./members.ts"

/**
 * Whole numbers that come in lists; of each group of lists, those at some places in ascending order, counted from 0. A grouping tells for
 * each list the number of its group, and `placesOf` the places to pick, ascending, of a group of a grouping with so many numbers. They are
 * less than 2^53 apart. Only what lies near a place is put in order.
 */
export type PickByGroup = (
  lists: readonly Float64Array[],
  groupings: readonly Uint32Array[],
  placesOf: (size: number, group: number, grouping: number) => readonly number[],
) => readonly (readonly Picked[])[]

/** Of a group with so many numbers, those at the places that were asked for. */
export interface Picked {
  readonly size: number
  readonly values: Float64Array
}

export function picker(): PickByGroup {
  const bins: Bins = { counts: new Uint32Array(BINS), next: new Int32Array(BINS) }
  return (lists, groupings, placesOf) => {
    const { shift, all } = fromZero(lists, groupings.length > 1)
    return groupings.map((groups, grouping) =>
      membersOf(groups).map((members, group) => {
        const own = members.map((list) => all[list]!)
        const size = own.reduce((sum, { keys }) => sum + keys.length, 0)
        const places = placesOf(size, group, grouping)
        const found = size <= FEW ? pickFromFew(own, size, places) : pickByBins(own, places, bins)
        return { size, values: shift === 0 ? found : found.map((key) => key + shift) }
      }),
    )
  }
}

/** The numbers of a list, none below 0. */
interface Keys {
  readonly keys: Float64Array
  /** The same memory; at 2i + 1 stand the exponent and the first binary digits of key i, which grow with it. */
  readonly high: Int32Array
  /** How many are in each bin, where that was counted. */
  readonly counts: Uint32Array | null
}

/** The numbers as they are, or where some are below 0, how far they are above the least. */
function fromZero(lists: readonly Float64Array[], several: boolean): { readonly shift: number; readonly all: readonly Keys[] } {
  const all = lists.map((list) => keysOf(list, several))
  // What is below 0 was counted in the first bin, with the zeros.
  if (!all.some(({ keys, counts }) => counts?.[0] !== 0 && hasNegative(keys))) return { shift: 0, all }
  const least = lists.reduce((least, list) => list.reduce((a, b) => Math.min(a, b), least), 0)
  return {
    shift: least,
    all: lists.map((list) =>
      keysOf(
        list.map((number) => number - least),
        several,
      ),
    ),
  }
}

/** A long list that is in several groups is counted once. */
function keysOf(keys: Float64Array, several: boolean): Keys {
  const high = highOf(keys)
  return { keys, high, counts: several && keys.length > LONG ? countBins(high, new Uint32Array(BINS)) : null }
}

function highOf({ buffer, byteOffset, length }: Float64Array): Int32Array {
  return new Int32Array(buffer, byteOffset, 2 * length)
}

/** The first binary digit says so, also of a 0 that is below 0. */
function hasNegative(list: Float64Array): boolean {
  const high = highOf(list)
  let signs = 0
  for (let i = 1; i < high.length; i += 2) signs |= high[i]!
  return signs < 0
}

/** So few are put in order sooner than into bins. */
const FEW = 256

function pickFromFew(lists: readonly Keys[], size: number, places: readonly number[]): Float64Array {
  const all = new Float64Array(size)
  let at = 0
  for (const { keys } of lists) {
    all.set(keys, at)
    at += keys.length
  }
  all.sort()
  return Float64Array.from(places, (place) => all[place]!)
}

/** 64 bins from one power of two to the next, for the 53 of them that there can be, and one for 0. */
const SHIFT = 14
const BINS = 53 * 64 + 1
/** The high half of 1, less a bin: 1 is in the first after that of 0. */
const BEFORE_ONE = 0x3f_f0_00_00 - (1 << SHIFT)
/** Below 128 each bin holds at most one whole number. */
const ROUGH = 7 * 64 + 1

/** From so many numbers on, adding up counts is less than counting again. */
const LONG = 2 * BINS

interface Bins {
  readonly counts: Uint32Array
  /** Where the next key of a bin is kept; -1 for a bin of which none is. */
  readonly next: Int32Array
}

/** A bin with a wanted place: how many keys come before it, and how many kept ones. */
interface Wanted {
  readonly bin: number
  readonly first: number
  readonly kept: number
  readonly places: number[]
}

function pickByBins(lists: readonly Keys[], places: readonly number[], bins: Bins): Float64Array {
  bins.counts.fill(0)
  for (const { high, counts } of lists)
    if (counts === null) countBins(high, bins.counts)
    else for (let bin = 0; bin < BINS; bin++) bins.counts[bin]! += counts[bin]!
  const wanted = wantedBins(bins.counts, places)
  const near = keep(lists, wanted, bins)
  const found = new Float64Array(places.length)
  let at = 0
  for (const { bin, first, kept, places } of wanted) {
    const own = near.subarray(kept, bin < ROUGH ? kept : kept + bins.counts[bin]!).sort()
    for (const place of places) found[at++] = bin < ROUGH ? lowestOf(bin) : own[place - first]!
  }
  return found
}

function countBins(high: Int32Array, counts: Uint32Array): Uint32Array {
  for (let i = 1; i < high.length; i += 2) counts[Math.max(0, high[i]! - BEFORE_ONE) >> SHIFT]!++
  return counts
}

function wantedBins(counts: Uint32Array, places: readonly number[]): readonly Wanted[] {
  const wanted: Wanted[] = []
  let [bin, first, kept] = [0, 0, 0]
  for (const place of places) {
    while (first + counts[bin]! <= place) first += counts[bin++]!
    const known = wanted.at(-1)
    if (known?.bin === bin) known.places.push(place)
    else {
      wanted.push({ bin, first, kept, places: [place] })
      if (bin >= ROUGH) kept += counts[bin]!
    }
  }
  return wanted
}

/** The keys of the wanted bins, bin by bin. */
function keep(lists: readonly Keys[], wanted: readonly Wanted[], { counts, next }: Bins): Float64Array {
  const rough = wanted.filter(({ bin }) => bin >= ROUGH)
  const last = rough.at(-1)
  if (last === undefined) return new Float64Array(0)
  next.fill(-1)
  for (const { bin, kept } of rough) next[bin] = kept
  const near = new Float64Array(last.kept + counts[last.bin]!)
  for (const list of lists) keepOf(list, next, near)
  return near
}

function keepOf({ keys, high }: Keys, next: Int32Array, near: Float64Array): void {
  for (let i = 0; i < keys.length; i++) {
    const bin = Math.max(0, high[2 * i + 1]! - BEFORE_ONE) >> SHIFT
    const at = next[bin]!
    if (at < 0) continue
    near[at] = keys[i]!
    next[bin] = at + 1
  }
}

/** The least number of a bin. */
function lowestOf(bin: number): number {
  return bin === 0 ? 0 : 2 ** Math.floor((bin - 1) / 64) * (1 + ((bin - 1) % 64) / 64)
}
