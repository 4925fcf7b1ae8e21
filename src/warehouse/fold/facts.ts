import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import { type ColumnType, storedTables, type Table, tables } from "../tables.ts"
import { keptColumns, LABELS } from "../tables/labelled.ts"

/** The schema of the usual fold: all that is known, by the usual rules. */
export const FACTS = "facts"

/** The version of the fold's code. A fold by another version is folded again. */
export const FOLD_VERSION = 24

const TYPES: Readonly<Record<ColumnType, string>> = {
  code: "INTEGER",
  subject: "INTEGER",
  moment: "BIGINT",
  ms: "BIGINT",
  count: "INTEGER",
  boolean: "BOOLEAN",
  number: "DOUBLE",
  money: "BIGINT",
  codes: "INTEGER[]",
  texts: "MAP(VARCHAR, VARCHAR)",
  steps: "BIGINT[]",
}

/** A column's type in the embedded engine. */
export function sqlType(type: ColumnType): string {
  return TYPES[type]
}

function tableDdl(schema: string, table: Table): string {
  const lines = Object.entries(keptColumns(table)).map(([column, { type }]) => `  ${quote(column)} ${sqlType(type)}`)
  return `CREATE OR REPLACE TABLE ${schema}.${table.name} (\n${lines.join(",\n")}\n)`
}

/** A table's rows with their conversations' tags and attributes. */
function labelledDdl(schema: string, { name, labelledBy }: Table): string {
  return `CREATE OR REPLACE VIEW ${schema}.${name}_labelled AS SELECT t.*, ${LABELS.map((label) => `l.${label}`).join(", ")}
FROM ${schema}.${name} t LEFT JOIN ${schema}.conversations l ON l.conversation = t.${labelledBy}`
}

/**
 * What a fold knows of itself, one row. `folded_seq` is the last event it has seen; `known_until` the latest moment of an event that is
 * not dated later than it was learned; `calendars` the names that the column `calendar` numbers from 0.
 */
const FOLD_DDL = (schema: string): string => `CREATE OR REPLACE TABLE ${schema}.fold (
  known_until BIGINT, learned_until BIGINT, folded_seq BIGINT NOT NULL, as_of BIGINT, rules VARCHAR NOT NULL,
  calendar_digest VARCHAR NOT NULL, calendars VARCHAR[] NOT NULL, version INTEGER NOT NULL
)`

/** Which subjects are one, as the fold took them, so that the next one sees what changed. */
const IDENTITIES_DDL = (schema: string): string =>
  `CREATE OR REPLACE TABLE ${schema}.identities (kind VARCHAR NOT NULL, code INTEGER NOT NULL, "into" INTEGER NOT NULL, root INTEGER NOT NULL)`

/** Empty tables. Many small statements are sent as one: each on its own would cost as much again on its way. */
export async function createFacts(duck: DuckWarehouse, schema: string): Promise<void> {
  await duck.run(
    [
      `CREATE SCHEMA IF NOT EXISTS ${schema}`,
      ...storedTables.map((table) => tableDdl(schema, table)),
      ...storedTables.filter(({ labelledBy }) => labelledBy !== undefined).map((table) => labelledDdl(schema, table)),
      ...tables.flatMap(({ name, view }) =>
        view === undefined ? [] : [`CREATE OR REPLACE VIEW ${schema}.${name} AS ${view(schema, "words")}`],
      ),
      FOLD_DDL(schema),
      IDENTITIES_DDL(schema),
    ].join(";\n"),
  )
}
