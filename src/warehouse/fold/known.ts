import type { DuckWarehouse } from "../duckdb.ts"

/**
 * The current version of every event, or the one that was current at `asOf`, as the temporary view `known`: what a fold may see.
 * Temporary, so that two folds at once see each their own.
 * An anti-join: for a condition with a question in it the engine would set all it reads aside first, and that is four times as dear.
 */
export async function createKnown(duck: DuckWarehouse, asOf: number | undefined): Promise<void> {
  const until = asOf === undefined ? "" : ` AND s.learned_at <= ${Math.floor(asOf)}`
  const learned = asOf === undefined ? "" : ` WHERE l.learned_at <= ${Math.floor(asOf)}`
  await duck.run(
    `CREATE OR REPLACE TEMP VIEW known AS SELECT l.* FROM ledger l ANTI JOIN superseded s ON s.seq = l.seq${until}${learned}`,
  )
}
