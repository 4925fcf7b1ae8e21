import type { DuckDBResult } from "@duckdb/node-api"
import duckdb, { type DataChunk } from "@duckdb/node-bindings"
import { fields } from "../../events/fields.ts"
import { quote } from "../schema.ts"
import type { Columns } from "./events.ts"

/** The stories to read: all with codes from `from` to before `to`, or those in the temporary table `refolded`. */
export type Slice = { readonly from: number; readonly to: number } | "refolded"

/** The condition that a story is one of the slice's. */
export function within(story: string, slice: Slice): string {
  if (slice === "refolded") return `${story} IN (SELECT subject FROM temp.refolded)`
  return `${story} >= ${slice.from} AND ${story} < ${slice.to}`
}

/** Calls `take` with each chunk of the answer. */
export async function readChunks(result: DuckDBResult, take: (chunk: DataChunk) => void): Promise<void> {
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) take(chunk.chunk)
}

/** Copies a chunk, whose columns are those of `selectList`, behind the events that are already there. */
export function addChunk<Code extends string, Numeric extends string>(events: Columns<Code, Numeric>, chunk: DataChunk): void {
  const rows = duckdb.data_chunk_get_size(chunk)
  let column = 0
  for (const name of events.numberNames) {
    const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, column++), rows * 8)
    events.numbers[name].set(new Float64Array(bytes.buffer, bytes.byteOffset, rows), events.count)
  }
  for (const name of events.codeNames) {
    const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, column++), rows * 4)
    events.codes[name].set(new Int32Array(bytes.buffer, bytes.byteOffset, rows), events.count)
  }
  events.count += rows
}

/** The columns without NULLs, so that no mask is read: 0 for a code that is not there, NaN for a number. */
export function selectList(events: { readonly codeNames: readonly string[]; readonly numberNames: readonly string[] }): string {
  return [...events.numberNames.map(numberSql), ...events.codeNames.map(codeSql)].join(", ")
}

function numberSql(name: string): string {
  return `coalesce(${quote(name)}::DOUBLE, 'nan'::DOUBLE)`
}

const TYPES: Readonly<Record<string, { readonly type: string }>> = fields

function codeSql(name: string): string {
  if (name === "story" || name === "subject") return name
  if (name === "kind") return "kind::INTEGER"
  const text = quote(name)
  if (TYPES[name]?.type === "boolean") return `CASE ${text} WHEN true THEN 2 WHEN false THEN 1 ELSE 0 END`
  // Of a text the fold only asks whether there is one.
  if (TYPES[name]?.type === "text") return `CASE WHEN ${text} IS NULL OR trim(${text}) = '' THEN 0 ELSE 2 END`
  return `coalesce(${text}, 0)`
}
