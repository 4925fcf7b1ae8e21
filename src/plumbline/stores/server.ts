import { clickhouse } from "../../query/plan/dialect-clickhouse.ts"
import { dropBeside, foldBeside, namesBeside } from "../../warehouse/clickhouse/beside.ts"
import { eventsOnServer, tapeOnServer, verifyOnServer } from "../../warehouse/clickhouse/copy.ts"
import { countingNow } from "../../warehouse/clickhouse/facts.ts"
import { refoldOnServer } from "../../warehouse/clickhouse/fold.ts"
import { databasesOf } from "../../warehouse/clickhouse/layout.ts"
import { openClickHouseLedger } from "../../warehouse/clickhouse/ledger.ts"
import { requireTables } from "../../warehouse/clickhouse/migrate.ts"
import type { ClickHouseWarehouse } from "../../warehouse/clickhouse/open.ts"
import type { Warehouse } from "../../warehouse/warehouse.ts"
import type { Store } from "../store.ts"

/** Ledger and facts on a ClickHouse server or cluster, whose tables `plumbline migrate` made. */
export async function serverStore(warehouse: ClickHouseWarehouse): Promise<Store> {
  await required(warehouse)
  const ledger = await openClickHouseLedger(warehouse)
  return {
    ledger,
    dialect: clickhouse,
    facts: databasesOf(warehouse.database).facts,
    read: (work, signal) => inOneView(warehouse, work, signal),
    refold: (options) => refoldOnServer(warehouse, options),
    async rebuild(options, progress) {
      await refoldOnServer(warehouse, options, { all: true, progress })
    },
    beside: {
      fold: (name, options) => foldBeside(warehouse, name, options),
      // No parts: stories are fetched from the server whole or by what new events touched; a part of a period is neither.
      drop: (name) => dropBeside(warehouse, name),
      names: () => namesBeside(warehouse, "shadow_"),
    },
    tape: (options) => tapeOnServer(warehouse, options),
    events: (reading) => eventsOnServer(warehouse, reading),
    verify: (verifying) => verifyOnServer(warehouse, verifying),
    close() {
      ledger.close()
      warehouse.close()
    },
  }
}

async function required(warehouse: ClickHouseWarehouse): Promise<void> {
  try {
    await requireTables(warehouse)
  } catch (error) {
    warehouse.close()
    throw error
  }
}

/** A fold that ends while a question is asked overtakes it: it is asked again, and at last answered as it is. */
const MOST_TRIES = 3

/** A server has no transaction over several statements, but it says which fold counts: before and after it must be the same. */
async function inOneView<T>(
  warehouse: ClickHouseWarehouse,
  work: (reader: Warehouse) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted()
  const reader = signal === undefined ? warehouse : warehouse.until(signal)
  const databases = databasesOf(warehouse.database)
  try {
    for (let tries = 1; ; tries++) {
      const { fold } = await countingNow(warehouse, databases)
      const result = await work(reader)
      if (tries === MOST_TRIES || (await countingNow(warehouse, databases)).fold === fold) return result
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}
