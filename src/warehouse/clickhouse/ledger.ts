import type { DuckWarehouse } from "../duckdb.ts"
import { append, type Appended, type Delivery } from "../ledger/append.ts"
import { type EventColumns, joined } from "../ledger/columns.ts"
import type { Ledger } from "../ledger/ledger.ts"
import { type LedgerTables, openLedgerTables } from "../ledger/write-columns.ts"
import { hashText } from "../../events/hash.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { send } from "./parquet.ts"
import { loadDictionary, loadLedger, openScratch, sendLedger } from "./scratch.ts"

/** Where the ledger ends: what lies behind that was never finished. */
export interface End {
  readonly batch: number
  readonly seq: number
}

export async function endOf(warehouse: ClickHouseWarehouse): Promise<End> {
  const [last] = await warehouse.rows(`SELECT max(batch) AS batch, max(last_seq) AS seq FROM ${warehouse.database}.batches`)
  return { batch: Number(last?.["batch"] ?? 0), seq: Number(last?.["seq"] ?? 0) }
}

/**
 * The log of all that happened, on a server. A batch is there from the moment its row in `batches` is, which is written last: rows of one
 * that was broken off are not read, and removed before the next. One process writes.
 */
export async function openClickHouseLedger(warehouse: ClickHouseWarehouse): Promise<Ledger> {
  const { database } = warehouse
  let desk: Desk | undefined
  const cursors = async (): Promise<readonly Cursor[]> => {
    const { batch } = await endOf(warehouse)
    const rows = await warehouse.rows(
      `SELECT source, argMax(cursor, turn) AS cursor FROM ${database}.cursors WHERE batch <= $1 GROUP BY source ORDER BY source`,
      [batch],
    )
    return (rows as unknown as readonly Cursor[]).filter(({ cursor }) => cursor !== REWOUND)
  }
  return {
    async append(delivery) {
      const end = await endOf(warehouse)
      if (desk !== undefined && desk.batch !== end.batch) {
        // Another process wrote meanwhile: what this desk knows of the dictionaries is not all.
        desk.duck.close()
        desk = undefined
      }
      desk ??= await openDesk(warehouse, end)
      try {
        const appended = await appendThrough(desk, delivery, end, warehouse)
        desk.batch = appended.batch ?? end.batch
        return appended
      } catch (error) {
        // What of it arrived is not known: the next one begins with what the server says.
        desk.duck.close()
        desk = undefined
        throw error
      }
    },
    cursor: async (source) => (await cursors()).find((one) => one.source === source)?.cursor ?? null,
    cursors: async () => (await cursors()).map(({ cursor }) => cursor),
    rewind: async (source) => writeCursor(warehouse, source, REWOUND, 0, (await endOf(warehouse)).batch),
    close: () => desk?.duck.close(),
  }
}

interface Cursor {
  readonly source: string
  readonly cursor: string
}

/** A cursor that says: from the beginning. */
const REWOUND = ""

/** Where a delivery is looked through before it is sent: what the ledger knows of its ids and texts lies there too. */
interface Desk {
  readonly duck: DuckWarehouse
  readonly tables: LedgerTables
  /** The last batch it knows of. */
  batch: number
}

async function openDesk(warehouse: ClickHouseWarehouse, end: End): Promise<Desk> {
  const { database } = warehouse
  await removeUnfinished(warehouse, end)
  const duck = await openScratch()
  await loadDictionary(warehouse, "words", "true", duck)
  // The last of them says which code is the next.
  await loadDictionary(warehouse, "subjects", `code = (SELECT max(code) FROM ${database}.subjects)`, duck)
  return { duck, tables: await openLedgerTables(duck, false), batch: end.batch }
}

async function removeUnfinished(warehouse: ClickHouseWarehouse, { seq, batch }: End): Promise<void> {
  const { database } = warehouse
  for (const [table, where] of [
    ["ledger", `seq > ${seq}`],
    ["superseded", `by_seq > ${seq}`],
    ["cursors", `batch > ${batch}`],
  ] as const) {
    const [left] = await warehouse.rows(`SELECT count() AS unfinished FROM ${database}.${table} WHERE ${where}`)
    if (left?.["unfinished"] !== 0) await warehouse.run(`DELETE FROM ${database}.${table} WHERE ${where}`)
  }
}

async function appendThrough(
  { duck, tables }: Desk,
  delivery: Delivery,
  end: End,
  warehouse: ClickHouseWarehouse,
): Promise<Appended> {
  const { database } = warehouse
  // A fold teaches words too.
  await loadDictionary(warehouse, "words", `code > ${(await highest(duck)).words}`, duck)
  await layOut(duck, delivery.events, end, warehouse)
  const before = await highest(duck)
  await duck.run("BEGIN TRANSACTION")
  const appended = await append(duck.connection, { ...delivery, cursor: undefined }, tables)
  await duck.run("COMMIT")
  const { source, cursor } = delivery
  if (appended.batch !== null) {
    await send(duck, `FROM words WHERE code > ${before.words}`, warehouse, `${database}.words`)
    await send(duck, `FROM subjects WHERE code > ${before.subjects}`, warehouse, `${database}.subjects`)
    await sendLedger(duck, `seq > ${end.seq}`, warehouse)
    await send(duck, `FROM superseded WHERE by_seq > ${end.seq}`, warehouse, `${database}.superseded`)
  }
  if (cursor !== undefined) await writeCursor(warehouse, source, cursor, delivery.learnedAt, appended.batch ?? end.batch)
  if (appended.batch !== null) await send(duck, `FROM batches WHERE batch = ${appended.batch}`, warehouse, `${database}.batches`)
  return appended
}

/** What the ledger knows of these events, and its last batch. */
async function layOut(duck: DuckWarehouse, events: EventColumns, end: End, warehouse: ClickHouseWarehouse): Promise<void> {
  for (const table of ["ledger", "superseded", "batches"]) await duck.run(`DELETE FROM ${table}`)
  if (end.batch === 0) return
  const { database } = warehouse
  const [last] = await warehouse.rows(`SELECT * FROM ${database}.batches WHERE batch = $1`, [end.batch])
  const {
    batch,
    source,
    learned_at,
    events: count,
    first_seq,
    last_seq,
    digest,
    chain,
  } = last as Readonly<Record<string, string>>
  const values = [batch, source, learned_at, count, first_seq, last_seq, digest, chain].map((value) => value!)
  await duck.run("INSERT INTO batches VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", values)
  if (events.ids.length === 0) return
  const ids = events.ids.map((_, row) => joined(events.idHashes, row))
  await loadLedger(warehouse, `seq <= ${end.seq} AND id_hash IN (${ids.join(", ")})`, duck)
  const texts = [
    ...events.subjects.texts.all,
    ...[...events.fields.values()].flatMap((one) => (one.type === "ref" ? one.texts.all : [])),
  ]
  await loadDictionary(warehouse, "subjects", `hash IN (${[...new Set(texts)].map(hashOf).join(", ")})`, duck)
}

async function highest(duck: DuckWarehouse): Promise<{ readonly words: number; readonly subjects: number }> {
  const [row] = await duck.rows(
    "SELECT (SELECT coalesce(max(code), 0) FROM words) AS words, (SELECT coalesce(max(code), 0) FROM subjects) AS subjects",
  )
  return row as { words: number; subjects: number }
}

async function writeCursor(
  warehouse: ClickHouseWarehouse,
  source: string,
  cursor: string,
  learned_at: number,
  batch: number,
): Promise<void> {
  await warehouse.run(
    `INSERT INTO ${warehouse.database}.cursors (source, cursor, learned_at, batch, turn) SELECT $1, $2, $3, $4, (SELECT count() FROM ${warehouse.database}.cursors)`,
    [source, cursor, learned_at, batch],
  )
}

function hashOf(text: string): string {
  const { low, high } = hashText(text)
  return String(joined([low, high], 0))
}
