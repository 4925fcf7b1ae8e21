import type { DuckDBConnection } from "@duckdb/node-api"
import { writeRows } from "../vectors.ts"
import { batchDigest, CHAIN_START, chained } from "./chain.ts"
import type { EventColumns } from "./columns.ts"
import { decide, type Decision } from "./decide.ts"
import { knownVersions } from "./known.ts"
import { selectRows } from "./select-rows.ts"
import { type LedgerTables, writeColumns } from "./write-columns.ts"

/** Events to append, all from one source, and how far that source has then been read. */
export interface Delivery {
  readonly source: string
  readonly events: EventColumns
  /** When they are learned, UTC microseconds; never earlier than the batch before. Events that say when they were learned keep that. */
  readonly learnedAt: number
  /** Committed with the events or not at all. */
  readonly cursor?: string | undefined
}

export interface Appended {
  /** The batch that was written; null where nothing was new. */
  readonly batch: number | null
  readonly appended: number
  readonly duplicates: number
  /** How many of the appended are a new version of an event known before. */
  readonly versions: number
}

/** Where the ledger ends. */
interface End {
  readonly batch: number
  readonly seq: number
  readonly learned_at: number
  readonly chain: string
}

/** One transaction's work: rows, dictionaries, replaced versions, the batch and the cursor. */
export async function append(connection: DuckDBConnection, delivery: Delivery, tables: LedgerTables): Promise<Appended> {
  const { events, source, cursor } = delivery
  const given = events.ids.length
  const end = await endOf(connection)
  const learned_at = Math.max(delivery.learnedAt, end.learned_at)
  const known = end.seq === 0 || given === 0 ? new Map() : await knownVersions(connection, events, tables.ids, end.seq)
  const decision = decide(events, known)
  const appended = decision.rows.length
  const at = { batch: end.batch + 1, first_seq: end.seq + 1 }
  if (appended > 0) {
    const chosen = appended === given ? events : selectRows(events, decision.rows)
    const columns = {
      ...chosen,
      versions: [...decision.versions],
      learnedAt: chosen.learnedAt.length > 0 ? chosen.learnedAt : chosen.ids.map(() => learned_at),
    }
    await writeColumns(connection, columns, at, tables)
    await writeSuperseded(connection, decision, columns, at.first_seq)
    await writeBatch(connection, columns, at, end.chain, { source, learned_at })
  }
  if (cursor !== undefined) await writeCursor(connection, source, cursor, learned_at)
  return {
    batch: appended > 0 ? at.batch : null,
    appended,
    duplicates: given - appended,
    versions: decision.replacing.length,
  }
}

async function endOf(connection: DuckDBConnection): Promise<End> {
  const reader = await connection.runAndReadAll(
    "SELECT batch, last_seq, learned_at, chain FROM batches ORDER BY batch DESC LIMIT 1",
  )
  const last = reader.getRows()[0] as [number, bigint, bigint, string] | undefined
  if (!last) return { batch: 0, seq: 0, learned_at: -Infinity, chain: CHAIN_START }
  return { batch: last[0], seq: Number(last[1]), learned_at: Number(last[2]), chain: last[3] }
}

async function writeSuperseded(
  connection: DuckDBConnection,
  { replacing }: Decision,
  { learnedAt }: EventColumns,
  first_seq: number,
): Promise<void> {
  const seqOf = (row: number) => {
    const { replaces } = replacing[row]!
    return "seq" in replaces ? replaces.seq : first_seq + replaces.place
  }
  await writeRows(
    connection,
    { name: "superseded" },
    [
      { type: "bigint", value: seqOf },
      { type: "bigint", value: (row) => first_seq + replacing[row]!.place },
      { type: "bigint", value: (row) => learnedAt[replacing[row]!.place]! },
    ],
    replacing.length,
  )
}

async function writeBatch(
  connection: DuckDBConnection,
  columns: EventColumns,
  { batch, first_seq }: { readonly batch: number; readonly first_seq: number },
  before: string,
  { source, learned_at }: { readonly source: string; readonly learned_at: number },
): Promise<void> {
  const events = columns.ids.length
  const last_seq = first_seq + events - 1
  const link = { batch, source, learned_at, events, first_seq, last_seq, digest: batchDigest(columns) }
  await connection.run("INSERT INTO batches VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", [
    batch,
    source,
    BigInt(learned_at),
    BigInt(events),
    BigInt(first_seq),
    BigInt(last_seq),
    link.digest,
    chained(before, link),
  ])
}

async function writeCursor(connection: DuckDBConnection, source: string, cursor: string, learnedAt: number): Promise<void> {
  await connection.run("DELETE FROM cursors WHERE source = $1", [source])
  await connection.run("INSERT INTO cursors VALUES ($1, $2, $3)", [source, cursor, BigInt(learnedAt)])
}
