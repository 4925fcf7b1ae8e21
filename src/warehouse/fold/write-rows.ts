import { DuckDBDataChunk, type DuckDBAppender } from "@duckdb/node-api"
import duckdb from "@duckdb/node-bindings"
import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import type { Table } from "../tables.ts"
import { VECTOR_ROWS } from "../vectors.ts"
import { emptyRows, numbersOf, type Rows } from "./rows.ts"
import { keptColumns } from "../tables/labelled.ts"
import { sqlType } from "./facts.ts"
import { typedColumn, type VectorColumn } from "./vector-columns.ts"

/** Where told rows go. */
export interface Sink {
  /** Takes the rows, and they are empty. */
  take(rows: Rows): void
  close(): void
}

/** A temporary table of what was told, `staged_<table>`; the engine makes the facts of it where they need more than that. */
export async function stagedSink(duck: DuckWarehouse, table: Table): Promise<Sink> {
  const name = `staged_${table.name}`
  const types = numbersOf(table).map((column) => [column, table.columns[column]!.type] as const)
  const columns = types.map(([column, type]) => `${quote(column)} ${sqlType(type)}`)
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${name} (${columns.join(", ")})`)
  return sinkOf(
    await duck.connection.createAppender(name, null, "temp"),
    types.map(([, type]) => typedColumn(type)),
  )
}

/** The fact table itself, for rows that are all that was told. */
export async function factSink(duck: DuckWarehouse, schema: string, table: Table): Promise<Sink> {
  const types = Object.values(keptColumns(table)).map(({ type }) => type)
  return sinkOf(await duck.connection.createAppender(table.name, schema), types.map(typedColumn))
}

function sinkOf(appender: DuckDBAppender, columns: readonly VectorColumn[]): Sink {
  const chunk = DuckDBDataChunk.create(columns.map(({ type }) => type))
  return {
    take(rows) {
      for (let from = 0; from < rows.count; from += VECTOR_ROWS) {
        const height = Math.min(VECTOR_ROWS, rows.count - from)
        duckdb.data_chunk_reset(chunk.chunk)
        duckdb.data_chunk_set_size(chunk.chunk, height)
        columns.forEach((column, place) =>
          column.fill(duckdb.data_chunk_get_vector(chunk.chunk, place), rows, from * rows.width + place, height),
        )
        appender.appendDataChunk(chunk)
      }
      emptyRows(rows)
    },
    close: () => appender.closeSync(),
  }
}

/** What was staged as columns of the fact table. `also` gives other expressions, by column: lists and maps come from there. */
export function factColumns(table: Table, also: Readonly<Record<string, string>>): string {
  return Object.entries(keptColumns(table))
    .map(
      ([name, { type }]) => also[name] ?? (type === "codes" || type === "texts" ? `NULL::${sqlType(type)}` : `s.${quote(name)}`),
    )
    .join(", ")
}
