import type { DuckWarehouse } from "../duckdb.ts"

/**
 * The current version of every event, or the one that was current at `asOf`, as the temporary view `known`: what a fold may see.
 * Temporary, so that two folds at once see each their own.
 */
export async function createKnown(duck: DuckWarehouse, asOf: number | undefined): Promise<void> {
  const until = asOf === undefined ? "" : ` AND s.learned_at <= ${Math.floor(asOf)}`
  const learned = asOf === undefined ? "" : `l.learned_at <= ${Math.floor(asOf)} AND `
  await duck.run(
    `CREATE OR REPLACE TEMP VIEW known AS SELECT * FROM ledger l
WHERE ${learned}NOT EXISTS (SELECT 1 FROM superseded s WHERE s.seq = l.seq${until})`,
  )
}
