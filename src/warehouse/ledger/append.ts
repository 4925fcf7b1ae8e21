import type { DuckDBConnection } from "@duckdb/node-api"
import { type Digest, digestOf, digestText } from "../../events/digest.ts"
import type { CanonicalEvent } from "../../events/event.ts"
import { writeRows } from "../vectors.ts"
import { CHAIN_START, chained, rowsDigest } from "./chain.ts"
import { decide, type Entry } from "./decide.ts"
import { knownVersions } from "./known.ts"
import { type Dictionaries, type Rows, writeEntries } from "./write-entries.ts"

/** Events to append, all from one source, and how far that source has then been read. */
export interface Delivery {
  readonly source: string
  readonly events: readonly CanonicalEvent[]
  /** When they are learned, UTC microseconds. Never earlier than the batch before. */
  readonly learnedAt: number
  /** For events of another ledger: when that one learned each, and as which version. */
  readonly learned?: readonly { readonly learned_at: number; readonly event_version: number }[] | undefined
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
export async function append(connection: DuckDBConnection, delivery: Delivery, dictionaries: Dictionaries): Promise<Appended> {
  const { events, source, cursor, learned } = delivery
  const digests = events.map(digestOf)
  const hashes = events.map((event) => digestText(event.id))
  const end = await endOf(connection)
  const learnedAt = Math.max(delivery.learnedAt, end.learned_at)
  const known = end.seq === 0 ? new Map() : await knownVersions(connection, events, hashes)
  const entries = decide(events, digests, known, learned && ((given) => learned[given]!.event_version))
  const rows: Rows = {
    batch: end.batch + 1,
    first_seq: end.seq + 1,
    entries,
    digests,
    hashes,
    learned_at: (entry) => learned?.[entry.given]!.learned_at ?? learnedAt,
  }
  if (entries.length > 0) {
    await writeEntries(connection, rows, dictionaries)
    await writeSuperseded(connection, rows)
    await writeBatch(connection, rows, end, source, learnedAt)
  }
  if (cursor !== undefined) await writeCursor(connection, source, cursor, learnedAt)
  return {
    batch: entries.length > 0 ? rows.batch : null,
    appended: entries.length,
    duplicates: events.length - entries.length,
    versions: entries.filter((entry) => entry.replaces !== null).length,
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

async function writeSuperseded(connection: DuckDBConnection, { entries, first_seq, learned_at }: Rows): Promise<void> {
  const replaced = entries.flatMap((entry, i) => (entry.replaces === null ? [] : [{ entry, by: first_seq + i }]))
  const seqOf = ({ replaces }: Entry) => (replaces && "seq" in replaces ? replaces.seq : first_seq + (replaces?.entry ?? 0))
  await writeRows(
    connection,
    { name: "superseded" },
    [
      { type: "bigint", value: (row) => seqOf(replaced[row]!.entry) },
      { type: "bigint", value: (row) => replaced[row]!.by },
      { type: "bigint", value: (row) => learned_at(replaced[row]!.entry) },
    ],
    replaced.length,
  )
}

async function writeBatch(connection: DuckDBConnection, rows: Rows, end: End, source: string, learned_at: number): Promise<void> {
  const digest = rowsDigest()
  rows.entries.forEach((entry, i) => {
    digest.add(rows.first_seq + i, entry.version, rows.learned_at(entry), contentOf(rows, entry))
  })
  const link = {
    batch: rows.batch,
    source,
    learned_at,
    events: rows.entries.length,
    first_seq: rows.first_seq,
    last_seq: rows.first_seq + rows.entries.length - 1,
    digest: digest.hex(),
  }
  await connection.run("INSERT INTO batches VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", [
    link.batch,
    source,
    BigInt(learned_at),
    BigInt(link.events),
    BigInt(link.first_seq),
    BigInt(link.last_seq),
    link.digest,
    chained(end.chain, link),
  ])
}

function contentOf({ digests }: Rows, entry: Entry): Digest {
  return digests[entry.given]!
}

async function writeCursor(connection: DuckDBConnection, source: string, cursor: string, learnedAt: number): Promise<void> {
  await connection.run("DELETE FROM cursors WHERE source = $1", [source])
  await connection.run("INSERT INTO cursors VALUES ($1, $2, $3)", [source, cursor, BigInt(learnedAt)])
}
