import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DuckWarehouse } from "../duckdb.ts"
import type { ClickHouseWarehouse } from "./open.ts"

/** Rows travel between the engines by column, in the one format both read and write by themselves. */
const FORMAT = "Parquet"

/** The rows of an embedded select, appended to a table. */
export async function send(duck: DuckWarehouse, select: string, to: ClickHouseWarehouse, table: string): Promise<void> {
  const [any] = await duck.rows(`SELECT 1 AS found FROM (${select}) LIMIT 1`)
  if (!any) return
  await throughFile(async (file) => {
    await duck.run(`COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`)
    await to.insert(table, FORMAT, file)
  })
}

/** The rows of a select of the server, inserted by `insert`, which names where they are read from. */
export async function fetchRows(
  from: ClickHouseWarehouse,
  select: string,
  duck: DuckWarehouse,
  insert: (rows: string) => string,
): Promise<void> {
  await throughFile(async (file) => {
    await from.save(select, FORMAT, file)
    await duck.run(insert(`read_parquet('${file}')`))
  })
}

async function throughFile(work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-rows-"))
  try {
    await work(join(folder, "rows.parquet"))
  } finally {
    await rm(folder, { recursive: true })
  }
}
