import { setImmediate } from "node:timers/promises"
import type { Row } from "../../warehouse/warehouse.ts"
import { GRID, LEVELS } from "../plan/aggregates.ts"
import type { GroupingSet } from "../plan/feed.ts"
import type { Gathered } from "../plan/gathered-statement.ts"
import { picker, rankAt } from "../statistics/index.ts"

/** The rows of a statement; in place of its lists, what is read from them, by cell. Cells without a value have none. */
export async function withOrder(rows: readonly Row[], gathered: readonly Gathered[]): Promise<readonly Row[]> {
  if (gathered.length === 0) return rows
  const cells: Row[] = rows.filter(({ whole }) => whole === 0 || whole === 1)
  const placesFor = placesBySize()
  const pickByGroup = picker()
  for (const one of gathered) {
    const finest = rows.filter(({ feed, whole }) => feed === one.feed && whole === one.whole)
    const sets = one.grouping.sets.map((set) => cellsOf(finest, one, set))
    for (const [list, columns] of one.lists) {
      const values = finest.map((row) => (row[list] ?? []) as ArrayLike<number>)
      const picked = pickByGroup(
        values,
        sets.map(({ of }) => of),
        (size) => placesFor(size).all,
      )
      for (const [i, { cells }] of sets.entries())
        for (const [group, cell] of cells.entries()) {
          const { size, values: some } = picked[i]![group]!
          for (const { column, kind } of columns) cell[column] = (kind === "order" ? orderOf : tenfoldOf)(some, placesFor(size))
        }
      // A server has others to answer between two lists.
      await setImmediate()
    }
    cells.push(...sets.flatMap(({ cells }) => cells))
  }
  return cells
}

interface Cells {
  readonly cells: readonly Record<string, unknown>[]
  /** By finest cell: the number of the cell it is part of. */
  readonly of: Uint32Array
}

function cellsOf(finest: readonly Row[], { feed, keys, splits }: Gathered, set: GroupingSet): Cells {
  const by = [set.key, ...set.splits]
  const numbers = new Map<string, number>()
  const cells: Record<string, unknown>[] = []
  const of = Uint32Array.from(finest, (row) => {
    const key = JSON.stringify(by.map((name) => row[name]))
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, cells.length)
    const none = [...keys, ...splits].map((name) => [name, null])
    const own = by.map((name) => [name, row[name]])
    return cells.push({ feed, whole: set.splits.length === 0 ? 1 : 0, ...Object.fromEntries([...none, ...own]) }) - 1
  })
  return { cells, of }
}

/** What is picked of so many numbers in order: for each level of a quantile the places it lies between, and the grid of fractions. */
interface Places {
  readonly all: readonly number[]
  /** Where among them each of the others stands. */
  readonly grid: readonly number[]
  readonly levels: readonly { readonly below: number; readonly above: number; readonly steps: number }[]
}

/** Many cells have equally many numbers. */
function placesBySize(): (size: number) => Places {
  const known = new Map<number, Places>()
  return (size) => {
    const places = known.get(size)
    if (places) return places
    const found = placesOf(size)
    known.set(size, found)
    return found
  }
}

function placesOf(size: number): Places {
  if (size === 0) return { all: [], grid: [], levels: [] }
  const grid = GRID.map((fraction) => rankAt(size, fraction) - 1)
  const levels = LEVELS.map((level) => {
    const steps = (size - 1) * Math.round(level * 10)
    const below = Math.floor(steps / 10)
    return { below, above: Math.min(below + 1, size - 1), steps: steps % 10 }
  })
  const all = [...new Set([...grid, ...levels.flatMap(({ below, above }) => [below, above])])].sort((a, b) => a - b)
  const places = new Map(all.map((place, i) => [place, i]))
  return {
    all,
    grid: grid.map((place) => places.get(place)!),
    levels: levels.map(({ below, above, steps }) => ({ below: places.get(below)!, above: places.get(above)!, steps })),
  }
}

/** Type 7 times ten, as the engines say it. */
function tenfoldOf(values: Float64Array, { levels }: Places): readonly number[] {
  return levels.map(({ below, above, steps }) => 10 * values[below]! + steps * (values[above]! - values[below]!))
}

function orderOf(values: Float64Array, { grid }: Places): readonly number[] {
  return grid.map((place) => values[place]!)
}
