import type { CanonicalEvent } from "../../events/event.ts"
import { explained } from "../disk.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { LEDGER_DDL, newFieldsDdl } from "../schema.ts"
import { columnsOf } from "./columns.ts"
import { append, type Appended, type Delivery } from "./append.ts"
import { columnsOfLedger, openLedgerTables } from "./write-columns.ts"

/** The log of all that happened. It writes through a connection of its own, so that nobody reads half a batch. */
export interface Ledger {
  /** All of it in one transaction, or nothing. One call at a time. */
  append(delivery: Delivery): Promise<Appended>
  /** How far a source was read. */
  cursor(source: string): Promise<string | null>
  /** Of all sources. */
  cursors(): Promise<readonly string[]>
  /** Forgets how far a source was read: it will be read from its beginning. */
  rewind(source: string): Promise<void>
  close(): void
}

export async function openLedger(duck: DuckWarehouse): Promise<Ledger> {
  const own = await duck.connect()
  for (const statement of LEDGER_DDL) await own.run(statement)
  for (const statement of newFieldsDdl(new Set(await columnsOfLedger(own)))) await own.run(statement)
  const tables = await openLedgerTables(own, true)
  return {
    async append(delivery) {
      await own.run("BEGIN TRANSACTION")
      try {
        const appended = await append(own.connection, delivery, tables)
        await own.run("COMMIT")
        return appended
      } catch (error) {
        for (const remembered of [tables.words, tables.subjects, tables.ids]) remembered.forget()
        // Where the commit itself failed, the engine has ended the transaction, and what is told is why.
        await own.run("ROLLBACK").catch(() => {})
        throw explained(error)
      }
    },
    async cursor(source) {
      const [row] = await own.rows("SELECT cursor FROM cursors WHERE source = $1", [source])
      return (row?.["cursor"] as string | undefined) ?? null
    },
    async cursors() {
      return (await own.rows("SELECT cursor FROM cursors")).map((row) => row["cursor"] as string)
    },
    rewind: (source) => own.run("DELETE FROM cursors WHERE source = $1", [source]),
    close: () => own.close(),
  }
}

/** Appends a few events in one go: for tests, stories and small sources. */
export async function appendEvents(
  duck: DuckWarehouse,
  events: readonly CanonicalEvent[],
  { source, learnedAt }: { readonly source: string; readonly learnedAt: number },
): Promise<Appended> {
  const ledger = await openLedger(duck)
  try {
    return await ledger.append({ source, events: columnsOf(events), learnedAt })
  } finally {
    ledger.close()
  }
}
