import { type DuckDBDataChunk, type DuckDBResult, DuckDBStructType, DuckDBTypeId } from "@duckdb/node-api"
import { assert } from "../assert.ts"
import {
  readBigintLists,
  readBigints,
  readBooleans,
  readDoubleLists,
  readDoubles,
  readHugeints,
  readInts,
  readItems,
  readPackedLists,
  readPairLists,
  type ReadColumn,
} from "./vector-reading.ts"
import type { Reading, Row } from "./warehouse.ts"

/** All rows of a result: numbers for all numeric types, arrays for lists, objects for maps, null for NULL. */
export async function readRows(result: DuckDBResult, { sparse = false, packed = false }: Reading): Promise<readonly Row[]> {
  const names = result.columnNames()
  const readers = names.map((_, i) => readerOf(result, i, packed))
  const all: Record<string, unknown>[] = []
  for (const chunk of await result.fetchAllChunks()) {
    const first = all.length
    for (let row = 0; row < chunk.rowCount; row++) all.push({})
    // A column after the other: all rows of a chunk grow alike, and a vector is opened once.
    for (const [i, name] of names.entries()) {
      const { some, has, value } = readers[i]!(chunk)
      if (sparse && !some) continue
      for (let row = 0; row < chunk.rowCount; row++) all[first + row]![name] = some && has(row) ? value(row) : null
    }
  }
  return all
}

type Reader = (chunk: DuckDBDataChunk) => ReadColumn<unknown>

function readerOf(result: DuckDBResult, column: number, packed: boolean): Reader {
  switch (result.columnTypeId(column)) {
    case DuckDBTypeId.INTEGER:
      return (chunk) => readInts(chunk, column)
    case DuckDBTypeId.BIGINT:
      return (chunk) => safe(readBigints(chunk, column))
    case DuckDBTypeId.HUGEINT:
      return (chunk) => safe(readHugeints(chunk, column))
    case DuckDBTypeId.DOUBLE:
      return (chunk) => readDoubles(chunk, column)
    case DuckDBTypeId.BOOLEAN:
      return (chunk) => readBooleans(chunk, column)
    case DuckDBTypeId.LIST:
      return listReaderOf(result, column, packed)
    default:
      return (chunk) => plainly(readItems(chunk, column))
  }
}

function listReaderOf(result: DuckDBResult, column: number, packed: boolean): Reader {
  const type = result.columnType(column)
  const itemType = type.typeId === DuckDBTypeId.LIST && "valueType" in type ? type.valueType : undefined
  const items = itemType?.typeId
  if (
    packed &&
    itemType instanceof DuckDBStructType &&
    itemType.entryTypes.every(({ typeId }) => typeId === DuckDBTypeId.DOUBLE)
  ) {
    const { entryNames } = itemType
    return (chunk) => readPairLists(chunk, column, entryNames)
  }
  if (items === DuckDBTypeId.DOUBLE && packed) return (chunk) => readDoubleLists(chunk, column)
  if (items !== DuckDBTypeId.BIGINT) return (chunk) => plainly(readItems(chunk, column))
  return packed ? (chunk) => readPackedLists(chunk, column) : (chunk) => readBigintLists(chunk, column)
}

/** A number holds a 64-bit integer below 2^53 only. */
function safe({ some, has, value }: ReadColumn<number>): ReadColumn<number> {
  return {
    some,
    has,
    value(row) {
      const number = value(row)
      if (!Number.isSafeInteger(number)) assert(false, `the integer ${number} does not fit a number`)
      return number
    },
  }
}

function plainly({ some, has, value }: ReadColumn<unknown>): ReadColumn<unknown> {
  return { some, has, value: (row) => plain(value(row)) }
}

/** Engine values as plain ones: 64-bit integers as numbers, lists as arrays. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") {
    assert(value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER, `the integer ${value} does not fit a number`)
    return Number(value)
  }
  if (value !== null && typeof value === "object" && "items" in value && Array.isArray(value.items)) return value.items.map(plain)
  if (value !== null && typeof value === "object" && "entries" in value && Array.isArray(value.entries))
    return Object.fromEntries((value.entries as { key: unknown; value: unknown }[]).map((e) => [String(e.key), plain(e.value)]))
  return value
}
