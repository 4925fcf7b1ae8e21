import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseCalendars } from "../../src/calendar/read.ts"
import { demo } from "../../src/demo/demo.ts"
import { demoSource } from "../../src/demo/source.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import type { AskSource } from "../../src/query/ask.ts"
import { clickhouse } from "../../src/query/plan/dialect-clickhouse.ts"
import { finishFold, sendDictionaries, sendFacts } from "../../src/warehouse/clickhouse/facts.ts"
import { databasesOf } from "../../src/warehouse/clickhouse/layout.ts"
import type { ClickHouseWarehouse } from "../../src/warehouse/clickhouse/open.ts"
import { openDuck } from "../../src/warehouse/duckdb.ts"
import { timetableOf } from "../../src/warehouse/fold/begin.ts"
import { FACTS } from "../../src/warehouse/fold/facts.ts"
import { foldAll } from "../../src/warehouse/fold/fold.ts"
import { USUAL_RULES } from "../../src/warehouse/fold/rules.ts"
import { importFrom } from "../../src/warehouse/import/run.ts"
import { openLedger } from "../../src/warehouse/ledger/ledger.ts"

/** The same facts in both engines. */
export interface BothEngines {
  readonly embedded: AskSource
  readonly server: AskSource
  readonly conversations: number
  close(): void
}

/** The demo company's year, folded by the embedded engine and sent to the other. */
export async function demoOnBoth(warehouse: ClickHouseWarehouse, scale: number): Promise<BothEngines> {
  const company = demo({ scale })
  const calendars = parseCalendars(company.calendars)
  const duck = await openDuck({ path: ":memory:" })
  const ledger = await openLedger(duck)
  const folder = await mkdtemp(join(tmpdir(), "plumbline-parity-"))
  await importFrom(demoSource(company), { ledger, folder, progress: () => {} })
  await rm(folder, { recursive: true })
  await foldAll(duck, { calendars, rules: USUAL_RULES })
  await sendDictionaries(duck, warehouse)
  const databases = databasesOf(warehouse.database)
  await sendFacts(duck, FACTS, warehouse, databases, 1)
  await finishFold(duck, FACTS, warehouse, databases, { fold: 1, base: 1 })
  const common = { zone: String(company.truth["zone"]), timetable: await timetableOf(duck, calendars), metrics: catalog }
  const [counted] = await duck.rows(`SELECT count(*) AS conversations FROM ${FACTS}.conversations`)
  return {
    embedded: { ...common, warehouse: duck, schema: FACTS },
    server: { ...common, warehouse, schema: databases.facts, dialect: clickhouse },
    conversations: Number(counted!["conversations"]),
    close() {
      ledger.close()
      duck.close()
    },
  }
}
