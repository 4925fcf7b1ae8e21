import type { DuckWarehouse } from "../duckdb.ts"
import { calls, movements } from "../tables.ts"
import { subjectOf } from "./facts.ts"
import type { Databases } from "./layout.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { fetchRows } from "./parquet.ts"
import { listOf } from "./stories.ts"

/** Of what a source counts, all that arrived, but for these subjects: what they are is told again. The table it lies in. */
export async function loadArrivals(
  duck: DuckWarehouse,
  warehouse: ClickHouseWarehouse,
  { facts }: Databases,
  touched: ReadonlySet<number>,
): Promise<string> {
  const code = (word: string) => `(SELECT any(code) FROM ${warehouse.database}.words WHERE word = '${word}')`
  const others = `NOT IN (${listOf(touched)})`
  await duck.run('CREATE TABLE arrived_elsewhere (entity INTEGER, channel INTEGER, "at" BIGINT)')
  await fetchRows(
    warehouse,
    `SELECT ${code("conversation")} AS entity, channel, at FROM ${facts}.movements
WHERE movement = ${code("created")} AND excluded IS NULL AND ${subjectOf(movements)} ${others}
UNION ALL SELECT ${code("call")}, channel, started_at FROM ${facts}.calls
WHERE started_at IS NOT NULL AND excluded IS NULL AND ${subjectOf(calls)} ${others}`,
    duck,
    (rows) => `INSERT INTO arrived_elsewhere SELECT * FROM ${rows}`,
  )
  return "arrived_elsewhere"
}
