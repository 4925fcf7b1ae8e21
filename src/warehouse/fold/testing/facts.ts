import type { CanonicalEvent } from "../../../events/event.ts"
import { NO_SETTINGS } from "../../../calendar/settings.ts"
import { type DuckWarehouse, openDuck } from "../../duckdb.ts"
import { appendEvents } from "../../ledger/ledger.ts"
import { tables } from "../../tables.ts"
import type { Row } from "../../warehouse.ts"
import type { FoldOptions } from "../begin.ts"
import { USUAL_RULES } from "../rules.ts"

export const USUAL: FoldOptions = { calendars: NO_SETTINGS, rules: USUAL_RULES }

/** An empty ledger in memory for the length of one test. */
export async function withLedger<T>(work: (duck: DuckWarehouse) => Promise<T>): Promise<T> {
  const duck = await openDuck({ path: ":memory:", threads: 1 })
  try {
    await append(duck, [], 0)
    return await work(duck)
  } finally {
    duck.close()
  }
}

export async function append(duck: DuckWarehouse, events: readonly CanonicalEvent[], learnedAt: number): Promise<void> {
  await appendEvents(duck, events, { source: "test", learnedAt })
}

/** All rows of all tables of a fold, sorted, so that two folds can be compared. */
export async function dump(duck: DuckWarehouse, schema: string): Promise<Readonly<Record<string, readonly Row[]>>> {
  const all: Record<string, readonly Row[]> = {}
  for (const { name } of tables) all[name] = await duck.rows(`SELECT * FROM ${schema}.${name} ORDER BY ALL`)
  return all
}
