import { duckdb } from "../../query/plan/dialect.ts"
import type { DuckWarehouse } from "../../warehouse/duckdb.ts"
import { FACTS } from "../../warehouse/fold/facts.ts"
import { foldAll } from "../../warehouse/fold/fold.ts"
import { foldParts } from "../../warehouse/fold/part.ts"
import { refold } from "../../warehouse/fold/refold.ts"
import { tapeOf } from "../../warehouse/fold/tell-tape.ts"
import { openLedger } from "../../warehouse/ledger/ledger.ts"
import { readEvents } from "../../warehouse/ledger/read.ts"
import { verifyLedger } from "../../warehouse/ledger/verify.ts"
import { openReaders } from "../../warehouse/readers.ts"
import type { Beside, Store } from "../store.ts"

/** Ledger and facts in the folder's own file. */
export async function embeddedStore(duck: DuckWarehouse): Promise<Store> {
  const ledger = await openLedger(duck)
  const readers = await openReaders(duck)
  return {
    ledger,
    dialect: duckdb,
    facts: FACTS,
    read: (work, signal) => readers.read(work, signal),
    refold: (options) => refold(duck, options),
    rebuild: (options, progress) => foldAll(duck, options, undefined, progress),
    beside: besideIn(duck),
    tape: (options) => tapeOf(duck, options),
    events: (reading) => readEvents(duck, reading),
    verify: (verifying) => verifyLedger(duck, verifying),
    close() {
      readers.close()
      ledger.close()
    },
  }
}

function besideIn(duck: DuckWarehouse): Beside {
  return {
    async fold(name, options) {
      await foldAll(duck, options, name)
      return name
    },
    async foldParts(folds, options, part) {
      const each = folds.map(({ name, rules }) => ({ schema: name, rules }))
      await foldParts(duck, each, options, part)
      return folds.map(({ name }) => name)
    },
    drop: (name) => duck.run(`DROP SCHEMA IF EXISTS ${name} CASCADE`),
    async names() {
      const rows = await duck.rows("SELECT DISTINCT schema_name AS name FROM information_schema.schemata")
      return rows.map(({ name }) => String(name))
    },
  }
}
