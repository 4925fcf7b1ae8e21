import { Problem } from "../../problem.ts"
import { LAYOUT_VERSION, statementsFor, type Target } from "./ddl.ts"
import type { ClickHouseWarehouse } from "./open.ts"

export interface Migrated {
  /** What the tables were before; null where there were none. */
  readonly from: number | null
  readonly to: number
  readonly statements: number
}

/** Makes the tables, or brings them up to date. Done again it changes nothing. */
export async function migrate(warehouse: ClickHouseWarehouse, target: Target): Promise<Migrated> {
  const { database, cluster } = target
  await warehouse.run(`CREATE DATABASE IF NOT EXISTS ${database}${cluster === undefined ? "" : ` ON CLUSTER '${cluster}'`}`)
  await warehouse.run(layoutsTable(target))
  const from = await layoutOf(warehouse, database)
  if (from !== null && from > LAYOUT_VERSION)
    throw new Problem("clickhouse.newer", { database, has: from, knows: LAYOUT_VERSION })
  const statements = statementsFor(target)
  for (const statement of statements) await warehouse.run(statement)
  if (from !== LAYOUT_VERSION) await warehouse.run(`INSERT INTO ${database}.layouts SELECT ${LAYOUT_VERSION}`)
  return { from, to: LAYOUT_VERSION, statements: statements.length }
}

/** Refuses a database whose tables are not those this program knows. */
export async function requireTables(warehouse: ClickHouseWarehouse): Promise<void> {
  const { database, address } = warehouse
  const has = await layoutOf(warehouse, database)
  if (has === null) throw new Problem("clickhouse.no_tables", { address: address.shown })
  if (has > LAYOUT_VERSION) throw new Problem("clickhouse.newer", { database, has, knows: LAYOUT_VERSION })
  if (has < LAYOUT_VERSION) throw new Problem("clickhouse.older", { address: address.shown, has, knows: LAYOUT_VERSION })
}

/** Which version of the tables a database has; null where it has none. */
async function layoutOf(warehouse: ClickHouseWarehouse, database: string): Promise<number | null> {
  const [exists] = await warehouse.rows("SELECT 1 AS found FROM system.tables WHERE database = $1 AND name = 'layouts'", [
    database,
  ])
  if (!exists) return null
  const [row] = await warehouse.rows(`SELECT count() AS layouts, max(version) AS version FROM ${database}.layouts`)
  return row?.["layouts"] === 0 ? null : Number(row?.["version"])
}

function layoutsTable({ database, cluster }: Target): string {
  const on = cluster === undefined ? "" : ` ON CLUSTER '${cluster}'`
  const engine =
    cluster === undefined ? "MergeTree" : `ReplicatedMergeTree('/clickhouse/tables/all/${database}/layouts', '{replica}')`
  return `CREATE TABLE IF NOT EXISTS ${database}.layouts${on} (version UInt32) ENGINE = ${engine} ORDER BY version`
}
