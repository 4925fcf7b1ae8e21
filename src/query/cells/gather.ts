import { setImmediate } from "node:timers/promises"
import type { Row } from "../../warehouse/warehouse.ts"
import { GRID, LEVELS } from "../plan/aggregates.ts"
import type { GroupingSet } from "../plan/feed.ts"
import type { Gathered } from "../plan/gathered-statement.ts"
import { rankAt, sortedByGroup, type Sorted } from "../statistics/index.ts"

/** The rows of a statement; in place of its lists, what is read from them, by cell. Cells without a value have none. */
export async function withOrder(rows: readonly Row[], gathered: readonly Gathered[]): Promise<readonly Row[]> {
  if (gathered.length === 0) return rows
  const cells: Row[] = rows.filter(({ whole }) => whole === 0 || whole === 1)
  for (const one of gathered) {
    const finest = rows.filter(({ feed, whole }) => feed === one.feed && whole === one.whole)
    const sets = one.grouping.sets.map((set) => cellsOf(finest, one, set))
    for (const [list, columns] of one.lists) {
      const values = finest.map((row) => (row[list] ?? []) as readonly number[])
      const sorted = sortedByGroup(
        values,
        sets.map(({ of }) => of),
      )
      for (const [i, { cells }] of sets.entries())
        for (const [group, cell] of cells.entries())
          for (const { column, kind } of columns)
            cell[column] = kind === "order" ? orderOf(sorted[i]![group]!) : tenfoldOf(sorted[i]![group]!)
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

/** Type 7 times ten, as the engines say it. */
function tenfoldOf(sorted: Sorted): readonly number[] {
  if (sorted.length === 0) return []
  return LEVELS.map((level) => {
    const steps = (sorted.length - 1) * Math.round(level * 10)
    const below = sorted[Math.floor(steps / 10)]!
    const above = sorted[Math.min(Math.floor(steps / 10) + 1, sorted.length - 1)]!
    return 10 * below + (steps % 10) * (above - below)
  })
}

function orderOf(sorted: Sorted): readonly number[] {
  return sorted.length === 0 ? [] : GRID.map((fraction) => sorted[rankAt(sorted.length, fraction) - 1]!)
}
