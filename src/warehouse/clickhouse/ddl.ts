import { quote } from "../schema.ts"
import { storedTables, type Table, tables } from "../tables.ts"
import { subjectOf } from "./facts.ts"
import { type Databases, databasesOf, factTables, ledgerTables, type Stored } from "./layout.ts"

/** One server, or a cluster by the name its nodes know it by. */
export interface Target {
  readonly database: string
  /** The facts of another fold than the usual one. */
  readonly facts?: string | undefined
  readonly cluster?: string | undefined
}

/** The version of all of this. A change of the tables is a new number, and for a new column of the facts a line in `ADDED`. */
export const LAYOUT_VERSION = 12

/** Columns that tables made by an earlier version lack. */
const ADDED: readonly { readonly table: string; readonly column: string }[] = [
  ...["next_answered_at", "sentiment", "coded_sentiment", "classified_sentiment", "classifier", "theme"].map((column) => ({
    table: "ratings",
    column,
  })),
  { table: "source_counts", column: "arrived" },
  { table: "issues", column: "last_active_at" },
]
/** Fields that events learned since. */
const LEARNED = ["sentiment", "entity", "count"]

/** The statements that make everything, in their order. Each changes nothing where it was carried out before. */
export function statementsFor({ database, facts, cluster }: Target): readonly string[] {
  const databases = databasesOf(database, facts)
  const stored = [...ledgerTables(databases.ledger), ...factTables(databases)]
  const everywhere = onCluster(cluster)
  const names = [...Object.values(databases), ...(cluster === undefined ? [] : Object.values(databases).map(here))]
  return [
    ...names.map((name) => `CREATE DATABASE IF NOT EXISTS ${name}${everywhere}`),
    ...stored.flatMap((table) => (cluster === undefined ? [single(table)] : shardedOf(table, cluster))),
    ...additions(cluster === undefined ? [databases.rows] : [here(databases.rows), databases.rows], databases, cluster),
    ...learned(databases, cluster),
    ...storedTables.flatMap((table) => viewsOf(table, databases, cluster)),
    ...additions(cluster === undefined ? [] : [databases.facts], databases, cluster),
    ...tables.flatMap((table) => lookedUp(table, databases, cluster)),
    foldView(databases, cluster),
  ]
}

function learned({ ledger }: Databases, cluster: string | undefined): readonly string[] {
  const { columns } = ledgerTables(ledger).find(({ name }) => name === "ledger")!
  return (cluster === undefined ? [ledger] : [here(ledger), ledger]).flatMap((database) =>
    LEARNED.map((field) => added(`${database}.ledger`, field, columns[field]!, cluster)),
  )
}

function added(table: string, column: string, type: string, cluster: string | undefined): string {
  return `ALTER TABLE ${table}${onCluster(cluster)} ADD COLUMN IF NOT EXISTS ${quote(column)} ${type}`
}

function additions(into: readonly string[], databases: Databases, cluster: string | undefined): readonly string[] {
  const stored = factTables(databases)
  return into.flatMap((database) =>
    ADDED.map(({ table, column }) =>
      added(`${database}.${table}`, column, stored.find(({ name }) => name === table)!.columns[column]!, cluster),
    ),
  )
}

/** On a cluster: the part of a database that a node holds itself. */
export function here(database: string): string {
  return `${database}_here`
}

const onCluster = (cluster: string | undefined): string => (cluster === undefined ? "" : ` ON CLUSTER '${cluster}'`)

function single(table: Stored): string {
  return `CREATE TABLE IF NOT EXISTS ${table.database}.${table.name} (\n${columnsOf(table)}\n)\nENGINE = MergeTree${placed(table)}`
}

/** What every node holds all of has one path for all; what is sharded has one a shard, and a table that reaches all shards. */
function shardedOf(table: Stored, cluster: string): readonly string[] {
  const everywhere = onCluster(cluster)
  const shard = table.shard === undefined ? "all" : "{shard}"
  const engine = `ReplicatedMergeTree('/clickhouse/tables/${shard}/${table.database}/${table.name}', '{replica}')`
  const database = table.shard === undefined ? table.database : here(table.database)
  const create = `CREATE TABLE IF NOT EXISTS ${database}.${table.name}${everywhere} (\n${columnsOf(table)}\n)\nENGINE = ${engine}${placed(table)}`
  if (table.shard === undefined) return [create]
  return [create, distributed(table.database, table.name, cluster, `${database}.${table.name}`, table.shard)]
}

function distributed(database: string, name: string, cluster: string, of: string, shard: string): string {
  const [from] = of.split(".")
  return `CREATE TABLE IF NOT EXISTS ${database}.${name}${onCluster(cluster)} AS ${of}\nENGINE = Distributed('${cluster}', '${from}', '${name}', ${shard})`
}

function columnsOf({ columns, sought = [] }: Stored): string {
  const lines = Object.entries(columns).map(([name, type]) => `  ${quote(name)} ${type}`)
  // Moments follow each other within a month, so their extremes rule out much; subjects and codes need to be looked up.
  const indexes = sought.map((name) => `  INDEX ${quote(`find_${name}`)} ${quote(name)} TYPE ${indexOf(name)}`)
  return [...lines, ...indexes].join(",\n")
}

function indexOf(name: string): string {
  return name.endsWith("_at") || name === "seq" ? "minmax" : "bloom_filter GRANULARITY 4"
}

function placed({ sort, month }: Stored): string {
  const partition = month === undefined ? "" : `\nPARTITION BY toYYYYMM(fromUnixTimestamp64Micro(ifNull(${quote(month)}, 0)))`
  return `${partition}\nORDER BY (${sort.map(quote).join(", ")})\nSETTINGS allow_nullable_key = 1`
}

/** The rows of the last finished fold: a reader never sees half of one, and rows of an unfinished one are not there. */
function viewsOf(table: Table, databases: Databases, cluster: string | undefined): readonly string[] {
  const { name, columns } = table
  const { rows, facts } = databases
  const from = cluster === undefined ? rows : here(rows)
  const view = `CREATE OR REPLACE VIEW ${cluster === undefined ? facts : here(facts)}.${name}${onCluster(cluster)} AS
SELECT ${Object.keys(columns).map(quote).join(", ")}
FROM ${from}.${name}
WHERE folded_in BETWEEN (SELECT argMax(base, fold) FROM ${rows}.folds) AND (SELECT max(fold) FROM ${rows}.folds)
  AND (${subjectOf(table)}, folded_in) NOT IN (
    SELECT subject, folded_in FROM ${rows}.retired WHERE "of" = '${name}' AND fold <= (SELECT max(fold) FROM ${rows}.folds)
  )`
  if (cluster === undefined) return [view]
  return [view, distributed(facts, name, cluster, `${here(facts)}.${name}`, "rand()")]
}

/** What is kept nowhere is looked up in what the last finished fold shows. */
function lookedUp({ name, view }: Table, { ledger, facts }: Databases, cluster: string | undefined): readonly string[] {
  if (view === undefined) return []
  return [`CREATE OR REPLACE VIEW ${facts}.${name}${onCluster(cluster)} AS\n${view(facts, `${ledger}.words`)}`]
}

/** What a fold says of itself, in the words the planner asks for. */
function foldView({ facts, rows }: Databases, cluster: string | undefined): string {
  const columns = ["known_until", "learned_until", "folded_seq", "as_of", "rules", "calendar_digest", "calendars", "version"]
  return `CREATE OR REPLACE VIEW ${facts}.fold${onCluster(cluster)} AS\nSELECT ${columns.join(", ")}\nFROM ${rows}.folds\nORDER BY fold DESC\nLIMIT 1`
}
