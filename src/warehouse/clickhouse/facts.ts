import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import { type Table, storedTables } from "../tables.ts"
import { wholeName } from "../tables/labelled.ts"
import type { Databases } from "./layout.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { send } from "./parquet.ts"

/** Which folds count: from `base` to `fold`. 0 and 0: none yet. */
export interface Counting {
  readonly fold: number
  readonly base: number
}

export async function countingNow(warehouse: ClickHouseWarehouse, { rows }: Databases): Promise<Counting> {
  const [last] = await warehouse.rows(`SELECT fold, base FROM ${rows}.folds ORDER BY fold DESC LIMIT 1`)
  return { fold: Number(last?.["fold"] ?? 0), base: Number(last?.["base"] ?? 0) }
}

/** The facts of a schema of the embedded engine, as rows of this fold; `where` picks the rows of a table. */
export async function sendFacts(
  duck: DuckWarehouse,
  schema: string,
  warehouse: ClickHouseWarehouse,
  { rows }: Databases,
  fold: number,
  where: (table: Table) => string = () => "true",
): Promise<void> {
  for (const table of storedTables) {
    const select = `SELECT ${columnsOf(table)}, ${fold}::UINTEGER AS folded_in FROM ${schema}.${wholeName(table)} WHERE ${where(table)}`
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

/** The rows that count of these subjects, or of all, count no more once this fold is finished. */
export async function retire(
  warehouse: ClickHouseWarehouse,
  databases: Databases,
  fold: number,
  where: (table: Table) => string,
): Promise<void> {
  const { rows } = databases
  const { base } = await countingNow(warehouse, databases)
  const gone = storedTables.map((table) => {
    const counting = `folded_in >= ${base} AND folded_in < ${fold}`
    return `SELECT DISTINCT '${table.name}', ${subjectOf(table)} AS of_subject, folded_in, ${fold}
FROM ${rows}.${table.name} WHERE ${counting} AND ${where(table)}`
  })
  await warehouse.run(`INSERT INTO ${rows}.retired ("of", subject, folded_in, fold)\n${gone.join("\nUNION ALL\n")}`)
}

/** The last row a fold writes. From then on its rows count, and those it replaced do not. */
export async function finishFold(
  duck: DuckWarehouse,
  schema: string,
  warehouse: ClickHouseWarehouse,
  { rows }: Databases,
  { fold, base }: Counting,
): Promise<void> {
  const select = `SELECT ${fold}::UINTEGER AS fold, ${base}::UINTEGER AS base, * FROM ${schema}.fold`
  await send(duck, select, warehouse, `${rows}.folds`)
}

/** Rows of folds that were never finished. */
export async function removeUnfinished(warehouse: ClickHouseWarehouse, databases: Databases): Promise<void> {
  const { rows } = databases
  const { fold } = await countingNow(warehouse, databases)
  await removeWhere(warehouse, rows, `folded_in > ${fold}`)
  const [left] = await warehouse.rows(`SELECT count() AS found FROM ${rows}.retired WHERE fold > ${fold}`)
  if (left?.["found"] !== 0) await warehouse.run(`DELETE FROM ${rows}.retired WHERE fold > ${fold}`)
}

/** Rows of whole folds that no longer count. A question that began before the last fold still sees those of the one before it. */
export async function removeOutlived(warehouse: ClickHouseWarehouse, { rows }: Databases): Promise<void> {
  const [before] = await warehouse.rows(`SELECT base FROM ${rows}.folds ORDER BY fold DESC LIMIT 1 OFFSET 1`)
  const base = Number(before?.["base"] ?? 0)
  // Nobody counts them any more, so nobody waits for it.
  await removeWhere(warehouse, rows, `folded_in < ${base}`, " SETTINGS lightweight_deletes_sync = 0")
}

async function removeWhere(warehouse: ClickHouseWarehouse, rows: string, where: string, how = ""): Promise<void> {
  const counts = storedTables.map(({ name }) => `SELECT '${name}' AS name, count() AS found FROM ${rows}.${name} WHERE ${where}`)
  const found = await warehouse.rows(counts.join("\nUNION ALL\n"))
  for (const { name, found: some } of found)
    if (some !== 0) await warehouse.run(`DELETE FROM ${rows}.${String(name)} WHERE ${where}${how}`)
}

/** The dictionaries of the embedded engine, whole. */
export async function sendDictionaries(duck: DuckWarehouse, warehouse: ClickHouseWarehouse): Promise<void> {
  for (const table of ["words", "subjects"]) await send(duck, `FROM ${table}`, warehouse, `${warehouse.database}.${table}`)
}
