import type { DuckDBConnection } from "@duckdb/node-api"
import { writeRows } from "../vectors.ts"
import type { EventColumns } from "./columns.ts"
import type { HashMemory } from "./hash-memory.ts"

/** A version of an event that the ledger already has. */
export interface Version {
  readonly seq: number
  readonly version: number
  readonly digest: bigint
}

/** What the ledger knows of the ids of these events: their versions, oldest first. */
export async function knownVersions(
  connection: DuckDBConnection,
  { ids, idHashes }: EventColumns,
  memory: HashMemory,
  last: number,
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const versions = new Map<string, Version[]>()
  const { places, where } = await memory.find(idHashes, last)
  if (places.length === 0) return versions
  await connection.run("CREATE OR REPLACE TEMP TABLE asked (id_hash BIGINT)")
  const halves = places.flatMap((place) => [idHashes[2 * place]!, idHashes[2 * place + 1]!])
  await writeRows(connection, { name: "asked", catalog: "temp" }, [{ type: "halves", halves }], places.length)
  // First by the narrow column alone, because nearly always nothing is found and the ids are long.
  const between = await connection.runAndReadAll(
    `CREATE OR REPLACE TEMP TABLE found AS SELECT seq FROM ledger WHERE ${where} AND id_hash IN (SELECT id_hash FROM temp.asked);
     SELECT min(seq), max(seq) FROM temp.found`,
  )
  const [least, most] = between.getRows()[0] as [bigint | null, bigint | null]
  if (least === null) return versions
  const found = await connection.runAndReadAll(
    `SELECT id, seq, event_version, digest FROM ledger
     WHERE seq BETWEEN ${least} AND ${most} AND seq IN (SELECT seq FROM temp.found) ORDER BY seq`,
  )
  const asked = new Set(ids)
  for (const [id, seq, version, digest] of found.getRows() as [string, bigint, number, bigint][]) {
    if (!asked.has(id)) continue // Another id with the same hash.
    const known = { seq: Number(seq), version, digest }
    const before = versions.get(id)
    if (before) before.push(known)
    else versions.set(id, [known])
  }
  return versions
}
