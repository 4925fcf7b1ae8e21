import { DOUBLE, DuckDBDataChunk, type DuckDBAppender } from "@duckdb/node-api"
import duckdb from "@duckdb/node-bindings"
import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import type { ColumnType, Table } from "../tables.ts"
import { emptyRows, numbersOf, type Rows } from "./rows.ts"
import { keptColumns } from "../tables/labelled.ts"
import { sqlType } from "./facts.ts"

/** The engine's own number of rows in one vector. */
const VECTOR_ROWS = 2048

/** A temporary table of plain numbers that the fold fills at full speed; the engine turns them into the facts afterwards. */
export interface Staging {
  readonly table: Table
  readonly name: string
  readonly appender: DuckDBAppender
  readonly chunk: DuckDBDataChunk
  readonly column: Float64Array
}

export async function openStaging(duck: DuckWarehouse, table: Table): Promise<Staging> {
  const name = `staged_${table.name}`
  const columns = numbersOf(table)
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${name} (${columns.map((column) => `${quote(column)} DOUBLE`).join(", ")})`)
  const appender = await duck.connection.createAppender(name, null, "temp")
  const chunk = DuckDBDataChunk.create(columns.map(() => DOUBLE))
  return { table, name, appender, chunk, column: new Float64Array(VECTOR_ROWS) }
}

/** Appends the rows and forgets them. */
export function stage({ appender, chunk, column }: Staging, rows: Rows): void {
  const { cells, width, count } = rows
  for (let from = 0; from < count; from += VECTOR_ROWS) {
    const height = Math.min(VECTOR_ROWS, count - from)
    duckdb.data_chunk_reset(chunk.chunk)
    duckdb.data_chunk_set_size(chunk.chunk, height)
    for (let place = 0; place < width; place++) {
      for (let row = 0, cell = from * width + place; row < height; row++, cell += width) column[row] = cells[cell]!
      duckdb.copy_data_to_vector(duckdb.data_chunk_get_vector(chunk.chunk, place), 0, column.buffer as ArrayBuffer, 0, height * 8)
    }
    appender.appendDataChunk(chunk)
  }
  emptyRows(rows)
}

/** The staged numbers as columns of the fact table: NaN is NULL. `also` gives other expressions, by column: lists and maps come from there. */
export function factColumns(table: Table, also: Readonly<Record<string, string>>): string {
  return Object.entries(keptColumns(table))
    .map(
      ([name, { type }]) => also[name] ?? (type === "codes" || type === "texts" ? `NULL::${sqlType(type)}` : staged(name, type)),
    )
    .join(", ")
}

/** One staged number as its type. */
export function staged(name: string, type: ColumnType): string {
  const cell = `s.${quote(name)}`
  return `CASE WHEN isnan(${cell}) THEN NULL ELSE ${type === "boolean" ? `${cell} = 1` : `${cell}::${sqlType(type)}`} END`
}
