import type { DuckDBConnection } from "@duckdb/node-api"
import { writeRows } from "../vectors.ts"
import type { EventColumns } from "./columns.ts"

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
): Promise<ReadonlyMap<string, readonly Version[]>> {
  await connection.run("CREATE OR REPLACE TEMP TABLE asked (id_hash BIGINT)")
  await writeRows(connection, { name: "asked", catalog: "temp" }, [{ type: "halves", halves: idHashes }], ids.length)
  // First by the narrow column alone, because nearly always nothing is found and the ids are long.
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE found AS SELECT seq FROM ledger WHERE id_hash IN (SELECT id_hash FROM temp.asked)",
  )
  const found = await connection.runAndReadAll(
    `SELECT id, seq, event_version, digest FROM ledger
     WHERE seq BETWEEN (SELECT min(seq) FROM temp.found) AND (SELECT max(seq) FROM temp.found) AND seq IN (SELECT seq FROM temp.found)
     ORDER BY seq`,
  )
  const versions = new Map<string, Version[]>()
  if (found.currentRowCount === 0) return versions
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
