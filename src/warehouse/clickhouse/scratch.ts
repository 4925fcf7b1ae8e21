import { fields } from "../../events/fields.ts"
import { type DuckWarehouse, openDuck } from "../duckdb.ts"
import { LEDGER_DDL, quote } from "../schema.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { fetchRows, send } from "./parquet.ts"

/**
 * An embedded engine that holds, for a while, some of a server's ledger: what is a duplicate is decided there and stories are folded
 * there, by the code that does so in a data folder. Only rows travel.
 */
export async function openScratch(path = ":memory:"): Promise<DuckWarehouse> {
  const duck = await openDuck({ path })
  // It is thrown away when it is closed, so what it holds need not be put in order first.
  await duck.run("PRAGMA disable_checkpoint_on_shutdown")
  for (const statement of LEDGER_DDL) await duck.run(statement)
  return duck
}

/** The dictionary's rows that a condition picks. */
export async function loadDictionary(
  from: ClickHouseWarehouse,
  table: "words" | "subjects",
  where: string,
  to: DuckWarehouse,
): Promise<void> {
  const column = table === "words" ? "word" : "name"
  // A batch that was broken off may have sent a text that a later one sent again.
  const select = `SELECT code, any(${column}) AS ${column}, any(hash) AS hash FROM ${from.database}.${table} WHERE ${where} GROUP BY code`
  await fetchRows(
    from,
    select,
    to,
    (rows) => `INSERT INTO ${table} SELECT * FROM ${rows} WHERE code NOT IN (SELECT code FROM ${table}) ORDER BY code`,
  )
}

/** The ledger's rows that a condition picks, and which of them were replaced. */
export async function loadLedger(from: ClickHouseWarehouse, where: string, to: DuckWarehouse): Promise<void> {
  const { database } = from
  await fetchRows(
    from,
    `SELECT ${LEDGER_COLUMNS.map(quote).join(", ")} FROM ${database}.ledger WHERE ${where}`,
    to,
    (rows) => `INSERT INTO ledger BY NAME SELECT ${LEDGER_COLUMNS.map(asEmbedded).join(", ")} FROM ${rows} ORDER BY seq`,
  )
  await fetchRows(
    from,
    `SELECT seq, by_seq, learned_at FROM ${database}.superseded WHERE seq IN (SELECT seq FROM ${database}.ledger WHERE ${where})`,
    to,
    (rows) => `INSERT INTO superseded SELECT * FROM ${rows} ORDER BY seq`,
  )
}

/** What was appended in the scratch, for good. */
export async function sendLedger(from: DuckWarehouse, where: string, to: ClickHouseWarehouse): Promise<void> {
  const select = `SELECT ${LEDGER_COLUMNS.map(asStored).join(", ")} FROM ledger WHERE ${where}`
  await send(from, select, to, `${to.database}.ledger`)
}

const TYPES: Readonly<Record<string, { readonly type: string }>> = fields
const ENVELOPE = ["seq", "batch", "id", "event_version", "at", "learned_at", "kind", "subject", "id_hash", "digest"]
const LEDGER_COLUMNS: readonly string[] = [...ENVELOPE, ...Object.keys(fields)]

/** No list is `[]` on the server, and an empty one `[0]`. */
function asStored(name: string): string {
  const column = quote(name)
  if (TYPES[name]?.type !== "words") return column
  return `CASE WHEN ${column} IS NULL THEN [] WHEN len(${column}) = 0 THEN [0] ELSE ${column} END AS ${column}`
}

function asEmbedded(name: string): string {
  const column = quote(name)
  if (TYPES[name]?.type !== "words") return column
  return `CASE WHEN len(${column}) = 0 THEN NULL WHEN ${column} = [0] THEN [] ELSE ${column} END AS ${column}`
}
