import type { Table } from "../tables.ts"

/** Where a column of a table stands in a row of numbers. Lists and maps are no numbers; SQL adds them afterwards. */
export type Places<T extends Table> = { readonly [Name in keyof T["columns"]]: number }

/** The columns of a table that are numbers to the fold, in order. */
export function numbersOf(table: Table): readonly string[] {
  return Object.keys(table.columns).filter((name) => {
    const type = table.columns[name]!.type
    return type !== "codes" && type !== "texts"
  })
}

export function placesOf<T extends Table>(table: T): Places<T> {
  return Object.fromEntries(numbersOf(table).map((name, place) => [name, place])) as Places<T>
}

/**
 * Rows of one table, one after another in one array of numbers; NaN is NULL, true is 1. The rows of a story stay changeable until the
 * story is told, for a later event may finish what an earlier one began.
 */
export interface Rows {
  readonly table: Table
  readonly width: number
  cells: Float64Array
  count: number
}

const FIRST_ROWS = 64

export function rowsOf(table: Table): Rows {
  const width = numbersOf(table).length
  return { table, width, cells: new Float64Array(width * FIRST_ROWS).fill(NaN), count: 0 }
}

/** A new row of NULLs; the answer is where it begins in `cells`. */
export function addRow(rows: Rows): number {
  const at = rows.count * rows.width
  if (at === rows.cells.length) grow(rows)
  rows.count++
  return at
}

/** The last row never was. */
export function dropRow(rows: Rows): void {
  rows.count--
  rows.cells.fill(NaN, rows.count * rows.width, (rows.count + 1) * rows.width)
}

export function emptyRows(rows: Rows): void {
  rows.cells.fill(NaN, 0, rows.count * rows.width)
  rows.count = 0
}

function grow(rows: Rows): void {
  const cells = new Float64Array(rows.cells.length * 2).fill(NaN, rows.cells.length)
  cells.set(rows.cells)
  rows.cells = cells
}
