import type { DuckWarehouse } from "../duckdb.ts"
import { writeRows } from "../vectors.ts"
import { quote } from "../schema.ts"

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

/** Codes as a temporary table with one column. */
export async function createNumbers(duck: DuckWarehouse, name: string, column: string, codes: Iterable<number>): Promise<void> {
  const all = [...codes]
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${name} (${quote(column)} INTEGER)`)
  await writeRows(duck.connection, { name, catalog: "temp" }, [{ type: "int", value: (row) => all[row]! }], all.length)
}

/** Which code stands for which, as a temporary table (subject, root). */
export async function createPairs(
  duck: DuckWarehouse,
  name: string,
  pairs: readonly (readonly [number, number])[],
): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${name} (subject INTEGER, root INTEGER)`)
  await writeRows(
    duck.connection,
    { name, catalog: "temp" },
    [
      { type: "int", value: (row) => pairs[row]![0] },
      { type: "int", value: (row) => pairs[row]![1] },
    ],
    pairs.length,
  )
}
