import type { Moments } from "./abc.ts"
import { exactMoments } from "./exact-moments.ts"
import { membersOf } from "./members.ts"

/** Rows as two lists side by side: a whole number of each, and the whole number of the cluster it belongs to. */
export interface Clustered {
  readonly of: Float64Array
  readonly by: Float64Array
}

/**
 * For each grouping, by group of lists: the moments of the clusters that its rows fall into, where x is a cluster's sum and y its number of
 * rows. A grouping tells for each list the number of its group. Each sum of a cluster is below 2^53.
 */
export function momentsByGroup(lists: readonly Clustered[], groupings: readonly Uint32Array[]): readonly (readonly Moments[])[] {
  const { places, size } = placesOf(lists)
  const sums = { x: new Float64Array(size), y: new Uint32Array(size), seen: new Uint32Array(size), size: 0 }
  return groupings.map((groups) =>
    membersOf(groups).map((members) => {
      const own = members.map((list) => ({ of: lists[list]!.of, places: places[list]! }))
      return momentsAmong(own, sums)
    }),
  )
}

interface Sums {
  readonly x: Float64Array
  readonly y: Uint32Array
  /** The places that have rows, as far as `size`. */
  readonly seen: Uint32Array
  size: number
}

interface Placed {
  readonly of: Float64Array
  readonly places: Uint32Array
}

function momentsAmong(lists: readonly Placed[], sums: Sums): Moments {
  for (const list of lists) addUp(list, sums)
  const { x, y, seen, size } = sums
  const exact = exactMoments()
  for (let i = 0; i < size; i++) {
    const place = seen[i]!
    exact.add(x[place]!, y[place]!)
    x[place] = 0
    y[place] = 0
  }
  sums.size = 0
  return exact.moments()
}

function addUp({ of, places }: Placed, sums: Sums): void {
  const { x, y, seen } = sums
  for (let i = 0; i < of.length; i++) {
    const place = places[i]!
    if (y[place]!++ === 0) seen[sums.size++] = place
    x[place]! += of[i]!
  }
}

/** So many times as many places as rows may be held to find a cluster without a search. */
const ROOM = 32

/** Each cluster's place among all, in the order in which they first came: those of a list then lie close together. */
function placesOf(lists: readonly Clustered[]): { readonly places: readonly Uint32Array[]; readonly size: number } {
  const rows = lists.reduce((sum, { by }) => sum + by.length, 0)
  const { least, most } = endsOf(lists)
  const placing = most - least <= rows * ROOM ? byNumber(least, most) : bySearch()
  let size = 0
  const places = lists.map(({ by }) => {
    const own = new Uint32Array(by.length)
    size = placing(by, own, size)
    return own
  })
  return { places, size }
}

/** Writes the place of each cluster of a list; those not seen before have the next free ones. The answer is what is free then. */
type Placing = (by: Float64Array, places: Uint32Array, free: number) => number

function byNumber(least: number, most: number): Placing {
  // 0 is no place yet.
  const after = new Uint32Array(Math.max(0, most - least + 1))
  return (by, places, free) => {
    let next = free
    for (let i = 0; i < by.length; i++) {
      const cluster = by[i]! - least
      const known = after[cluster]!
      if (known > 0) places[i] = known - 1
      else {
        places[i] = next++
        after[cluster] = next
      }
    }
    return next
  }
}

function bySearch(): Placing {
  const known = new Map<number, number>()
  return (by, places, free) => {
    let next = free
    for (let i = 0; i < by.length; i++) {
      const place = known.get(by[i]!)
      if (place === undefined) known.set(by[i]!, next)
      places[i] = place ?? next++
    }
    return next
  }
}

function endsOf(lists: readonly Clustered[]): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity]
  for (const { by } of lists)
    for (let i = 0; i < by.length; i++) {
      if (by[i]! < least) least = by[i]!
      if (by[i]! > most) most = by[i]!
    }
  return { least, most }
}
