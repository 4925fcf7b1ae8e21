import { setImmediate } from "node:timers/promises"
import { assert } from "../../assert.ts"
import type { Row } from "../../warehouse/warehouse.ts"
import type { GroupingSet } from "../plan/feed.ts"
import type { Gathered, GatheredList, ReadFromList } from "../plan/gathered-statement.ts"
import { type Clustered, momentsByGroup, type PickByGroup, picker } from "../statistics/index.ts"
import { independentAmong } from "./interval-ends.ts"
import { orderOf, type Reading, readingsBySize, tenfoldOf } from "./reading.ts"
import { momentsOf } from "./values.ts"

/** The rows of a statement; in place of its lists, what is read from them, by cell. Cells without a value have none. */
export async function withOrder(rows: readonly Row[], gathered: readonly Gathered[]): Promise<readonly Row[]> {
  if (gathered.length === 0) return rows
  const cells: Row[] = rows.filter(({ whole }) => whole === 0 || whole === 1)
  const pickByGroup = picker()
  for (const one of gathered) {
    const finest = rows.filter(({ feed, whole }) => feed === one.feed && whole === one.whole)
    const sets = one.grouping.sets.map((set) => cellsOf(finest, one, set))
    for (const list of one.lists) {
      if (list.clusters !== null) writeMoments(list.clusters, pairsIn(finest, list), sets)
      // A server has others to answer between two lists.
      await setImmediate()
    }
    const readingOf = readingsIn(cells, one)
    for (const list of one.lists) {
      if (list.columns.length > 0) writeOrder(list, finest, sets, pickByGroup, readingOf)
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

/** The moments of the clusters of each cell, as a statement that adds them up would say them. */
function writeMoments(name: string, lists: readonly Clustered[], sets: readonly Cells[]): void {
  const moments = momentsByGroup(
    lists,
    sets.map(({ of }) => of),
  )
  for (const [set, { cells }] of sets.entries())
    for (const [group, cell] of cells.entries()) {
      const { n, ...sums } = moments[set]![group]!
      cell[name] = n
      for (const [factors, sum] of Object.entries(sums)) cell[`${name}_${factors}`] = sum
    }
}

function writeOrder(
  list: GatheredList,
  finest: readonly Row[],
  sets: readonly Cells[],
  pickByGroup: PickByGroup,
  readingOf: ReadingOf,
): void {
  const values = list.clusters === null ? finest.map((row) => valuesIn(row, list)) : pairsIn(finest, list).map(({ of }) => of)
  const reading = (size: number, group: number, set: number) => readingOf(size, list.columns, sets[set]!.cells[group]!)
  const picked = pickByGroup(
    values,
    sets.map(({ of }) => of),
    (size, group, set) => reading(size, group, set).places,
  )
  for (const [set, { cells }] of sets.entries())
    for (const [group, cell] of cells.entries()) {
      const { size, values } = picked[set]![group]!
      const read = reading(size, group, set)
      for (const { column, kind } of list.columns) cell[column] = (kind === "order" ? orderOf : tenfoldOf)(values, read)
    }
}

const NONE = new Float64Array(0)

function valuesIn(row: Row, { name }: GatheredList): Float64Array {
  const values = row[name] ?? NONE
  assert(values instanceof Float64Array, `${name} is no list of numbers`)
  return values
}

function pairsIn(rows: readonly Row[], { name }: GatheredList): readonly Clustered[] {
  return rows.map((row) => {
    const pairs = (row[name] ?? { of: NONE, by: NONE }) as Clustered
    assert(pairs.of instanceof Float64Array && pairs.by instanceof Float64Array, `${name} is no list of pairs`)
    return pairs
  })
}

/** What is read of so many values of a cell in order. */
type ReadingOf = (size: number, columns: readonly ReadFromList[], cell: Row) => Reading

/** The values of a cell are worth as many independent ones as the moments of their clusters say, which may stand in rows of their own. */
function readingsIn(rows: readonly Row[], { feed, keys, splits, lists }: Gathered): ReadingOf {
  const names = new Set(lists.flatMap(({ columns }) => columns.flatMap(({ clusters }) => clusters)))
  const placeOf = (row: Row) => JSON.stringify(["whole", ...keys, ...splits].map((name) => row[name] ?? null))
  const known = new Map<string, Row>()
  for (const row of rows)
    for (const name of names) if (name !== null && row["feed"] === feed && name in row) known.set(`${name} ${placeOf(row)}`, row)
  const readings = readingsBySize()
  return (size, columns, cell) => {
    const ways = new Set(columns.flatMap(({ clusters }) => clusters))
    const independent = Array.from(ways, (name) => {
      if (name === null) return size
      return independentAmong(size, momentsOf(name in cell ? cell : known.get(`${name} ${placeOf(cell)}`), name))
    })
    return readings(size, independent)
  }
}
