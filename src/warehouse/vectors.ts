import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType } from "@duckdb/node-api"
import { BIGINT, BOOLEAN, DOUBLE, INTEGER, LIST, UTINYINT, VARCHAR } from "@duckdb/node-api"
import duckdb, { type Vector } from "@duckdb/node-bindings"
import type { Digest } from "../events/digest.ts"

/** A column to write: its type and the value of each row. Written through the vectors' own memory, ten times as fast as row by row. */
export type WrittenColumn =
  | { readonly type: "int" | "bigint" | "tiny" | "double"; readonly value: (row: number) => number | undefined }
  | { readonly type: "halves"; readonly value: (row: number) => Digest }
  | { readonly type: "boolean"; readonly value: (row: number) => boolean | undefined }
  | { readonly type: "text"; readonly value: (row: number) => string | undefined }
  | { readonly type: "ints"; readonly value: (row: number) => readonly number[] | undefined }

/** The engine's own number of rows in one vector. */
const VECTOR_ROWS = 2048

const TYPES: Readonly<Record<WrittenColumn["type"], DuckDBType>> = {
  int: INTEGER,
  bigint: BIGINT,
  halves: BIGINT,
  tiny: UTINYINT,
  double: DOUBLE,
  boolean: BOOLEAN,
  text: VARCHAR,
  ints: LIST(INTEGER),
}

/** Appends rows to a table whose columns are these, in this order. */
export async function writeRows(
  connection: DuckDBConnection,
  table: { readonly name: string; readonly catalog?: "temp" },
  columns: readonly WrittenColumn[],
  rows: number,
): Promise<void> {
  if (rows === 0) return
  const appender = await connection.createAppender(table.name, null, table.catalog ?? null)
  const chunk = DuckDBDataChunk.create(columns.map((column) => TYPES[column.type]))
  for (let from = 0; from < rows; from += VECTOR_ROWS) {
    const count = Math.min(VECTOR_ROWS, rows - from)
    chunk.reset()
    chunk.rowCount = count
    columns.forEach((column, i) => fill(duckdb.data_chunk_get_vector(chunk.chunk, i), column, from, count))
    appender.appendDataChunk(chunk)
  }
  appender.flushSync()
  appender.closeSync()
}

function fill(vector: Vector, column: WrittenColumn, from: number, count: number): void {
  switch (column.type) {
    case "int":
      return fillNumbers(vector, column.value, new Int32Array(count), from, count)
    case "tiny":
      return fillNumbers(vector, column.value, new Uint8Array(count), from, count)
    case "double":
      return fillNumbers(vector, column.value, new Float64Array(count), from, count)
    case "boolean":
      return fillNumbers(vector, (row) => asNumber(column.value(row)), new Uint8Array(count), from, count)
    case "bigint":
      return fillBigints(vector, column.value, from, count)
    case "halves":
      return fillHalves(vector, column.value, from, count)
    case "text":
      return fillTexts(vector, column.value, from, count)
    case "ints":
      return fillLists(vector, column.value, from, count)
    default:
      return column satisfies never
  }
}

function fillNumbers(
  vector: Vector,
  value: (row: number) => number | undefined,
  numbers: Int32Array | Uint8Array | Float64Array,
  from: number,
  count: number,
): void {
  const nulls = new Nulls(count)
  for (let i = 0; i < count; i++) {
    const number = value(from + i)
    if (number === undefined) nulls.add(i)
    else numbers[i] = number
  }
  copy(vector, numbers)
  nulls.copyTo(vector)
}

function fillBigints(vector: Vector, value: (row: number) => number | undefined, from: number, count: number): void {
  const halves = new Int32Array(count * 2)
  const nulls = new Nulls(count)
  for (let i = 0; i < count; i++) {
    const number = value(from + i)
    if (number === undefined) nulls.add(i)
    else {
      halves[2 * i] = number // A typed array keeps the lowest 32 bits of what it is given.
      halves[2 * i + 1] = Math.floor(number / 2 ** 32)
    }
  }
  copy(vector, halves)
  nulls.copyTo(vector)
}

function fillHalves(vector: Vector, value: (row: number) => Digest, from: number, count: number): void {
  const halves = new Int32Array(count * 2)
  for (let i = 0; i < count; i++) {
    const [low, high] = value(from + i)
    halves[2 * i] = low
    halves[2 * i + 1] = high
  }
  copy(vector, halves)
}

function fillTexts(vector: Vector, value: (row: number) => string | undefined, from: number, count: number): void {
  const nulls = new Nulls(count)
  for (let i = 0; i < count; i++) {
    const text = value(from + i)
    if (text === undefined) nulls.add(i)
    else duckdb.vector_assign_string_element(vector, i, text)
  }
  nulls.copyTo(vector)
}

function fillLists(vector: Vector, value: (row: number) => readonly number[] | undefined, from: number, count: number): void {
  const entries = new BigUint64Array(count * 2)
  const nulls = new Nulls(count)
  const items: number[] = []
  for (let i = 0; i < count; i++) {
    const list = value(from + i)
    if (list === undefined) nulls.add(i)
    else {
      entries[2 * i] = BigInt(items.length)
      entries[2 * i + 1] = BigInt(list.length)
      items.push(...list)
    }
  }
  duckdb.list_vector_reserve(vector, items.length)
  duckdb.list_vector_set_size(vector, items.length)
  if (items.length > 0) copy(duckdb.list_vector_get_child(vector), Int32Array.from(items))
  copy(vector, entries)
  nulls.copyTo(vector)
}

function asNumber(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value)
}

function copy(vector: Vector, values: Int32Array | Uint8Array | Float64Array | BigUint64Array): void {
  duckdb.copy_data_to_vector(vector, 0, values.buffer as ArrayBuffer, values.byteOffset, values.byteLength)
}

/** The engine's mask of a vector: a bit a row, 0 where there is nothing. */
class Nulls {
  readonly #mask: Uint32Array
  #any = false

  constructor(rows: number) {
    this.#mask = new Uint32Array(Math.ceil(rows / 64) * 2).fill(0xffffffff)
  }

  add(row: number): void {
    this.#any = true
    this.#mask[row >>> 5]! &= ~(1 << (row & 31))
  }

  copyTo(vector: Vector): void {
    if (!this.#any) return
    duckdb.vector_ensure_validity_writable(vector)
    duckdb.copy_data_to_vector_validity(vector, 0, this.#mask.buffer as ArrayBuffer, 0, this.#mask.byteLength)
  }
}
