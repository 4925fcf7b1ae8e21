import { type Halves, hashText } from "../../events/hash.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import type { Tell } from "./finding.ts"

/** No row stands outside of every batch, or names another batch than the one it stands in. */
export async function verifyWhole(duck: DuckWarehouse, tell: Tell): Promise<void> {
  const strays = await duck.rows(
    `SELECT ledger.seq, ledger.id, batches.batch IS NULL AS stray, batches.batch
     FROM ledger LEFT JOIN batches ON ledger.seq BETWEEN batches.first_seq AND batches.last_seq
     WHERE batches.batch IS DISTINCT FROM ledger.batch ORDER BY seq`,
  )
  for (const { seq, id, stray, batch } of strays) {
    const what = stray ? "belongs to no batch: it was put in, or the list of batches was cut" : "names another batch than its own"
    tell({ batch: batch as number | null, seq: seq as number, id: id as string, what })
  }
}

/** What replaces what follows from the ledger alone. */
export async function verifySuperseded(duck: DuckWarehouse, tell: Tell): Promise<void> {
  const wrong = await duck.rows(
    `WITH several AS (
       SELECT seq, id, event_version, learned_at, lag(seq) OVER (PARTITION BY id ORDER BY seq) AS before
       FROM ledger WHERE id_hash IN (SELECT id_hash FROM ledger GROUP BY id_hash HAVING count(*) > 1)
     ), due AS (SELECT before AS seq, seq AS by_seq, learned_at FROM several WHERE before IS NOT NULL)
     SELECT seq, by_seq, 'is not marked as replaced' AS what FROM (FROM due EXCEPT ALL FROM superseded)
     UNION ALL
     SELECT seq, by_seq, 'is marked as replaced and should not be' FROM (FROM superseded EXCEPT ALL FROM due)
     ORDER BY seq`,
  )
  for (const { seq, by_seq, what } of wrong) {
    tell({ batch: null, seq: seq as number, id: null, what: `${what as string} by seq ${by_seq as number}` })
  }
}

/** The dictionaries give each text one code, each code one text, and find both. */
export async function verifyDictionaries(duck: DuckWarehouse, tell: Tell): Promise<void> {
  for (const [table, column] of [
    ["words", "word"],
    ["subjects", "name"],
  ] as const) {
    const twice = await duck.rows(
      `SELECT ${column} AS text FROM ${table} GROUP BY ${column} HAVING count(*) > 1
       UNION ALL SELECT code::VARCHAR FROM ${table} GROUP BY code HAVING count(*) > 1`,
    )
    for (const { text } of twice)
      tell({ batch: null, seq: null, id: null, what: `the dictionary of ${table} has ${text as string} twice` })
    await verifyHashes(duck, table, column, tell)
  }
}

async function verifyHashes(duck: DuckWarehouse, table: string, column: string, tell: Tell): Promise<void> {
  const own = await duck.connect()
  try {
    const result = await own.stream(`SELECT ${column}, hash FROM ${table}`)
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const [text, hash] of chunk.getRows() as [string, bigint][]) {
        if (asBigint(hashText(text)) !== hash)
          tell({ batch: null, seq: null, id: null, what: `the dictionary of ${table} was altered at "${text}"` })
      }
    }
  } finally {
    own.close()
  }
}

function asBigint({ low, high }: Halves): bigint {
  return (BigInt(high) << 32n) | BigInt(low >>> 0)
}
