import type { DuckDBDataChunk, DuckDBListValue } from "@duckdb/node-api"
import duckdb, { type Vector } from "@duckdb/node-bindings"

/** A column of a chunk that was read, through the memory of the engine's vector: no object for any value. */
export interface ReadColumn<T> {
  /** Whether any row has a value. */
  readonly some: boolean
  readonly has: (row: number) => boolean
  /** Of a row that has one. */
  readonly value: (row: number) => T
}

export function readInts(chunk: DuckDBDataChunk, column: number): ReadColumn<number> {
  const items = new Int32Array(...memory(chunk, column, 4))
  return { ...presence(chunk, column), value: (row) => items[row]! }
}

export function readTinies(chunk: DuckDBDataChunk, column: number): ReadColumn<number> {
  const items = new Uint8Array(...memory(chunk, column, 1))
  return { ...presence(chunk, column), value: (row) => items[row]! }
}

export function readDoubles(chunk: DuckDBDataChunk, column: number): ReadColumn<number> {
  const items = new Float64Array(...memory(chunk, column, 8))
  return { ...presence(chunk, column), value: (row) => items[row]! }
}

/** 64-bit integers that a number can hold. */
export function readBigints(chunk: DuckDBDataChunk, column: number): ReadColumn<number> {
  const halves = readHalves(chunk, column)
  return { ...presence(chunk, column), value: (row) => halves[2 * row + 1]! * 2 ** 32 + (halves[2 * row]! >>> 0) }
}

/** 64-bit integers as low and high halves after each other. Of a column that has no NULL. */
export function readHalves(chunk: DuckDBDataChunk, column: number): Int32Array {
  const [buffer, offset, rows] = memory(chunk, column, 8)
  return new Int32Array(buffer, offset, rows * 2)
}

export function readTexts(chunk: DuckDBDataChunk, column: number): ReadColumn<string> {
  const vector = chunk.getColumnVector(column)
  return { ...presence(chunk, column), value: (row) => vector.getItem(row) as string }
}

export function readLists(chunk: DuckDBDataChunk, column: number): ReadColumn<readonly number[]> {
  const vector = chunk.getColumnVector(column)
  return { ...presence(chunk, column), value: (row) => (vector.getItem(row) as DuckDBListValue).items as number[] }
}

function vectorOf(chunk: DuckDBDataChunk, column: number): Vector {
  return duckdb.data_chunk_get_vector(chunk.chunk, column)
}

function memory(chunk: DuckDBDataChunk, column: number, width: number): [buffer: ArrayBuffer, offset: number, rows: number] {
  const rows = chunk.rowCount
  const bytes = duckdb.vector_get_data(vectorOf(chunk, column), rows * width)
  return [bytes.buffer as ArrayBuffer, bytes.byteOffset, rows]
}

/** The engine's mask: a bit a row, 0 where there is nothing; no mask where every row has a value. */
function presence(chunk: DuckDBDataChunk, column: number): Pick<ReadColumn<never>, "some" | "has"> {
  const rows = chunk.rowCount
  const bytes = duckdb.vector_get_validity(vectorOf(chunk, column), Math.ceil(rows / 64) * 8) as Uint8Array | null
  if (bytes === null) return { some: rows > 0, has: () => true }
  const mask = Uint32Array.from(new Uint32Array(bytes.buffer, bytes.byteOffset, Math.ceil(rows / 64) * 2))
  const has = (row: number) => ((mask[row >>> 5]! >>> (row & 31)) & 1) === 1
  // Bits behind the last row mean nothing.
  if (rows % 32 !== 0) mask[rows >>> 5]! &= (1 << (rows & 31)) - 1
  if (mask.length > Math.ceil(rows / 32)) mask[mask.length - 1] = 0
  return { some: mask.some((bits) => bits !== 0), has }
}
