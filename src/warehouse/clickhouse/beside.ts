import { assert } from "../../assert.ts"
import type { FoldOptions } from "../fold/begin.ts"
import { here, statementsFor } from "./ddl.ts"
import { refoldOnServer } from "./fold.ts"
import { databasesOf } from "./layout.ts"
import type { ClickHouseWarehouse } from "./open.ts"

/** Folds the whole ledger into facts of another name than the usual ones. Returns the database that is asked. */
export async function foldBeside(warehouse: ClickHouseWarehouse, facts: string, options: FoldOptions): Promise<string> {
  const { database } = warehouse
  const cluster = await clusterOf(warehouse)
  for (const statement of statementsFor({ database, facts, cluster })) await warehouse.run(statement)
  await refoldOnServer(warehouse, options, { facts, all: true })
  return databasesOf(database, facts).facts
}

export async function dropBeside(warehouse: ClickHouseWarehouse, name: string): Promise<void> {
  const { facts, rows } = databasesOf(warehouse.database, name)
  assert(facts !== databasesOf(warehouse.database).facts, "the usual facts are never dropped")
  const cluster = await clusterOf(warehouse)
  const names = cluster === undefined ? [facts, rows] : [facts, here(facts), rows, here(rows)]
  const everywhere = cluster === undefined ? "" : ` ON CLUSTER '${cluster}'`
  for (const one of names) await warehouse.run(`DROP DATABASE IF EXISTS ${one}${everywhere} SYNC`)
}

/** The names of all facts of this ledger that begin so. */
export async function namesBeside(warehouse: ClickHouseWarehouse, prefix: string): Promise<readonly string[]> {
  const start = `${warehouse.database}_`
  const rows = await warehouse.rows(
    "SELECT name FROM system.databases WHERE startsWith(name, $1) AND NOT endsWith(name, '_rows') AND NOT endsWith(name, '_here')",
    [start + prefix],
  )
  return rows.map(({ name }) => String(name).slice(start.length))
}

/** The cluster its tables are spread over; undefined for a single server. */
async function clusterOf(warehouse: ClickHouseWarehouse): Promise<string | undefined> {
  const [ledger] = await warehouse.rows("SELECT engine_full FROM system.tables WHERE database = $1 AND name = 'ledger'", [
    warehouse.database,
  ])
  return /^Distributed\('([^']+)'/.exec(String(ledger?.["engine_full"]))?.[1]
}
