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

/** 128-bit integers, as sums of 64-bit ones are; beyond 2^53 no longer exact. */
export function readHugeints(chunk: DuckDBDataChunk, column: number): ReadColumn<number> {
  const [buffer, offset, rows] = memory(chunk, column, 16)
  const words = new Int32Array(buffer, offset, rows * 4)
  return { ...presence(chunk, column), value: (row) => hugeint(words, 4 * row) }
}

/** Of a negative one its complement is put together, or what is near 0 would be lost in what is near 2^64. */
function hugeint(words: Int32Array, at: number): number {
  const flip = words[at + 3]! < 0 ? -1 : 0
  const high = ((words[at + 3]! ^ flip) >>> 0) * 2 ** 32 + ((words[at + 2]! ^ flip) >>> 0)
  const size = high * 2 ** 64 + ((words[at + 1]! ^ flip) >>> 0) * 2 ** 32 + ((words[at]! ^ flip) >>> 0)
  return flip === 0 ? size : -size - 1
}

export function readBooleans(chunk: DuckDBDataChunk, column: number): ReadColumn<boolean> {
  const { some, has, value } = readTinies(chunk, column)
  return { some, has, value: (row) => value(row) !== 0 }
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

/** Values of any type, as the engine's library has them. */
export function readItems(chunk: DuckDBDataChunk, column: number): ReadColumn<unknown> {
  const vector = chunk.getColumnVector(column)
  return { ...presence(chunk, column), value: (row) => vector.getItem(row) }
}

/** Lists of 64-bit integers that a number can hold. */
export function readBigintLists(chunk: DuckDBDataChunk, column: number): ReadColumn<readonly (number | null)[]> {
  const { some, has, value } = readPackedLists(chunk, column)
  return { some, has, value: (row) => Array.from(value(row), (number) => (Number.isNaN(number) ? null : number)) }
}

/** The same as typed arrays, where NaN is NULL. */
export function readPackedLists(chunk: DuckDBDataChunk, column: number): ReadColumn<Float64Array> {
  const { bytes, size, has, spanOf } = listsOf(chunk, column)
  const halves = new Int32Array(bytes.buffer, bytes.byteOffset, size * 2)
  return {
    ...presence(chunk, column),
    value(row) {
      const { first, length } = spanOf(row)
      const numbers = new Float64Array(length)
      for (let at = 0; at < length; at++) {
        const i = first + at
        numbers[at] = has(i) ? halves[2 * i + 1]! * 2 ** 32 + (halves[2 * i]! >>> 0) : NaN
      }
      return numbers
    },
  }
}

/** Lists of numbers with a fraction as typed arrays, where NaN is NULL. */
export function readDoubleLists(chunk: DuckDBDataChunk, column: number): ReadColumn<Float64Array> {
  const { bytes, size, every, has, spanOf } = listsOf(chunk, column)
  const items = new Float64Array(bytes.buffer, bytes.byteOffset, size)
  return {
    ...presence(chunk, column),
    value(row) {
      const { first, length } = spanOf(row)
      const numbers = items.slice(first, first + length)
      return every ? numbers : numbers.map((number, at) => (has(first + at) ? number : NaN))
    },
  }
}

/** Lists of structs of numbers that are never NULL: by the name of a field, its numbers. */
export function readPairLists(
  chunk: DuckDBDataChunk,
  column: number,
  fields: readonly string[],
): ReadColumn<Readonly<Record<string, Float64Array>>> {
  const { items, size, spanOf } = spansOf(chunk, column)
  const numbers = fields.map((_, field) => {
    const bytes = duckdb.vector_get_data(duckdb.struct_vector_get_child(items, field), size * 8)
    return new Float64Array(bytes.buffer, bytes.byteOffset, size)
  })
  return {
    ...presence(chunk, column),
    value(row) {
      const { first, length } = spanOf(row)
      return Object.fromEntries(fields.map((name, field) => [name, numbers[field]!.slice(first, first + length)]))
    },
  }
}

/** The items of all lists, 64 bits each, and where those of a row stand. */
function listsOf(chunk: DuckDBDataChunk, column: number) {
  const { items, size, spanOf } = spansOf(chunk, column)
  return { bytes: duckdb.vector_get_data(items, size * 8), size, ...presenceIn(items, size), spanOf }
}

function spansOf(chunk: DuckDBDataChunk, column: number) {
  const [buffer, offset, rows] = memory(chunk, column, 16)
  // Where a row's list begins and how long it is, each in 64 bits.
  const entries = new Uint32Array(buffer, offset, rows * 4)
  const list = vectorOf(chunk, column)
  const [items, size] = [duckdb.list_vector_get_child(list), duckdb.list_vector_get_size(list)]
  const spanOf = (row: number) => ({
    first: entries[4 * row + 1]! * 2 ** 32 + entries[4 * row]!,
    length: entries[4 * row + 2]!,
  })
  return { items, size, spanOf }
}

function vectorOf(chunk: DuckDBDataChunk, column: number): Vector {
  return duckdb.data_chunk_get_vector(chunk.chunk, column)
}

function memory(chunk: DuckDBDataChunk, column: number, width: number): [buffer: ArrayBuffer, offset: number, rows: number] {
  const rows = chunk.rowCount
  const bytes = duckdb.vector_get_data(vectorOf(chunk, column), rows * width)
  return [bytes.buffer as ArrayBuffer, bytes.byteOffset, rows]
}

interface Presence extends Pick<ReadColumn<never>, "some" | "has"> {
  readonly every: boolean
}

function presence(chunk: DuckDBDataChunk, column: number): Presence {
  return presenceIn(vectorOf(chunk, column), chunk.rowCount)
}

/** The engine's mask: a bit a row, 0 where there is nothing; no mask where every row has a value. */
function presenceIn(vector: Vector, rows: number): Presence {
  const bytes = duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null
  if (bytes === null) return { some: rows > 0, every: true, has: () => true }
  const mask = Uint32Array.from(new Uint32Array(bytes.buffer, bytes.byteOffset, Math.ceil(rows / 64) * 2))
  // Bits behind the last row mean nothing.
  if (rows % 32 !== 0) mask[rows >>> 5]! &= (1 << (rows & 31)) - 1
  if (mask.length > Math.ceil(rows / 32)) mask[mask.length - 1] = 0
  const has = (row: number) => ((mask[row >>> 5]! >>> (row & 31)) & 1) === 1
  const whole = mask.subarray(0, Math.floor(rows / 32))
  let every = whole.every((bits) => bits === 2 ** 32 - 1)
  for (let row = whole.length * 32; every && row < rows; row++) every = has(row)
  return { some: mask.some((bits) => bits !== 0), every, has }
}
