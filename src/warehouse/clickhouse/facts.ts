import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import { type Table, tables } from "../tables.ts"
import { databasesOf } from "./layout.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { send } from "./parquet.ts"

/** Which folds count: from `base` to `fold`. 0 and 0: none yet. */
export interface Counting {
  readonly fold: number
  readonly base: number
}

export async function countingNow(warehouse: ClickHouseWarehouse): Promise<Counting> {
  const { rows } = databasesOf(warehouse.database)
  const [last] = await warehouse.rows(`SELECT fold, base FROM ${rows}.folds ORDER BY fold DESC LIMIT 1`)
  return { fold: Number(last?.["fold"] ?? 0), base: Number(last?.["base"] ?? 0) }
}

/** The facts of a schema of the embedded engine, as rows of this fold; `where` picks the rows of a table. */
export async function sendFacts(
  duck: DuckWarehouse,
  schema: string,
  warehouse: ClickHouseWarehouse,
  fold: number,
  where: (table: Table) => string = () => "true",
): Promise<void> {
  const { rows } = databasesOf(warehouse.database)
  for (const table of tables) {
    const select = `SELECT ${columnsOf(table)}, ${fold}::UINTEGER AS folded_in FROM ${schema}.${table.name} WHERE ${where(table)}`
    await send(duck, select, warehouse, `${rows}.${table.name}`)
  }
}

/** Lists and maps are never NULL there, nor is anything in them. */
function columnsOf({ columns }: Table): string {
  return Object.entries(columns)
    .map(([name, { type }]) => {
      const column = quote(name)
      if (type === "codes" || type === "steps") return `coalesce(${column}, []) AS ${column}`
      if (type !== "texts") return column
      return `map_from_entries(list_filter(coalesce(map_entries(${column}), []), lambda entry: entry.value IS NOT NULL)) AS ${column}`
    })
    .join(", ")
}

/** What stands in a table for the subject its rows are about: the first of its leading subjects that is known. */
export function subjectOf({ columns }: Table): string {
  const names = Object.keys(columns)
  const leading = names.findIndex((name) => columns[name]!.type !== "subject")
  return `coalesce(${names.slice(0, Math.max(1, leading)).map(quote).join(", ")}, 0)`
}

/** The last row a fold writes. From then on its rows count, and those it replaced do not. */
export async function finishFold(
  duck: DuckWarehouse,
  schema: string,
  warehouse: ClickHouseWarehouse,
  counting: Counting,
): Promise<void> {
  const { rows } = databasesOf(warehouse.database)
  const select = `SELECT ${counting.fold}::UINTEGER AS fold, ${counting.base}::UINTEGER AS base, * FROM ${schema}.fold`
  await send(duck, select, warehouse, `${rows}.folds`)
}

/** The dictionaries of the embedded engine, whole. */
export async function sendDictionaries(duck: DuckWarehouse, warehouse: ClickHouseWarehouse): Promise<void> {
  for (const table of ["words", "subjects"]) await send(duck, `FROM ${table}`, warehouse, `${warehouse.database}.${table}`)
}
