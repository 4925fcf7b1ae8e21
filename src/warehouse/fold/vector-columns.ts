import { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, INTEGER } from "@duckdb/node-api"
import duckdb, { type Vector } from "@duckdb/node-bindings"
import type { ColumnType } from "../tables.ts"
import { VECTOR_ROWS } from "../vectors.ts"
import type { Rows } from "./rows.ts"

/** How one column of told rows becomes a vector of the engine. */
export interface VectorColumn {
  readonly type: DuckDBType
  /** Copies so many rows; `cell` is where the column's first one stands among the rows' cells. */
  fill(vector: Vector, rows: Rows, cell: number, height: number): void
}

/** As the fact table has it: NaN is NULL. */
export function typedColumn(type: ColumnType): VectorColumn {
  switch (type) {
    case "code":
    case "subject":
    case "count":
      return column(INTEGER, new Int32Array(VECTOR_ROWS), putNumbers)
    case "boolean":
      return column(BOOLEAN, new Uint8Array(VECTOR_ROWS), putNumbers)
    case "number":
      return column(DOUBLE, new Float64Array(VECTOR_ROWS), putNumbers)
    case "moment":
    case "ms":
    case "money":
      return column(BIGINT, new Int32Array(VECTOR_ROWS * 2), putHalves)
    case "codes":
    case "texts":
    case "steps":
      throw new Error(`Nothing that is told is of the type ${type}.`)
    default:
      return type satisfies never
  }
}

type Items = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>
type Put<T extends Items> = (items: T, known: Int32Array, rows: Rows, cell: number, height: number) => void

function column<T extends Items>(type: DuckDBType, items: T, put: Put<T>): VectorColumn {
  const bytes = items.byteLength / VECTOR_ROWS
  const known = new Int32Array(VECTOR_ROWS / 32)
  return {
    type,
    fill(vector, rows, cell, height) {
      known.fill(-1)
      put(items, known, rows, cell, height)
      duckdb.copy_data_to_vector(vector, 0, items.buffer, 0, height * bytes)
      duckdb.vector_ensure_validity_writable(vector)
      duckdb.copy_data_to_vector_validity(vector, 0, known.buffer, 0, known.byteLength)
    },
  }
}

function putNumbers(items: Items, known: Int32Array, { cells, width }: Rows, cell: number, height: number): void {
  for (let row = 0; row < height; row++, cell += width) {
    const value = cells[cell]!
    items[row] = value
    if (Number.isNaN(value)) forget(known, row)
  }
}

/** 64-bit integers as low and high halves; a number holds them up to 2^53. */
function putHalves(items: Int32Array, known: Int32Array, { cells, width }: Rows, cell: number, height: number): void {
  for (let row = 0; row < height; row++, cell += width) {
    const value = cells[cell]!
    const high = Math.floor(value / 2 ** 32)
    items[2 * row] = value - high * 2 ** 32
    items[2 * row + 1] = high
    if (Number.isNaN(value)) forget(known, row)
  }
}

function forget(known: Int32Array, row: number): void {
  known[row >> 5]! &= ~(1 << (row & 31))
}
