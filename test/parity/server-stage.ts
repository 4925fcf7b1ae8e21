import { compileTimetable } from "../../src/calendar/timetable.ts"
import { parseMoment } from "../../src/events/moment.ts"
import { catalog } from "../../src/metrics/catalog/index.ts"
import type { Metric } from "../../src/metrics/metric.ts"
import { ask } from "../../src/query/ask.ts"
import { askAs } from "../../src/query/lens/ask-as.ts"
import { clickhouse } from "../../src/query/plan/dialect-clickhouse.ts"
import type { Question } from "../../src/query/question.ts"
import type { OpenStage } from "../../src/stories/play.ts"
import { deliveryOf } from "../../src/stories/stage.ts"
import { statementsFor } from "../../src/warehouse/clickhouse/ddl.ts"
import { refoldOnServer } from "../../src/warehouse/clickhouse/fold.ts"
import { databasesOf } from "../../src/warehouse/clickhouse/layout.ts"
import { openClickHouseLedger } from "../../src/warehouse/clickhouse/ledger.ts"
import { migrate } from "../../src/warehouse/clickhouse/migrate.ts"
import { type ClickHouseWarehouse, openClickHouse } from "../../src/warehouse/clickhouse/open.ts"
import { readRules } from "../../src/warehouse/fold/rules.ts"
import type { Server } from "./server.ts"

/** The fold by other rules or of an earlier day; each question that needs one makes it anew. */
const SHADOW = "told"

const database = "story"

/** A stage on the other engine: a ledger, folds and facts, emptied before each story. */
export async function serverStage({ address }: Server, metrics: readonly Metric[] = catalog): Promise<OpenStage> {
  const own = address.replace(/[^/]+$/, database)
  const creating = openClickHouse(own, { creating: true })
  await migrate(creating, { database })
  for (const statement of statementsFor({ database, facts: SHADOW })) await creating.run(statement)
  creating.close()
  return async ({ calendars, topics, zone }) => {
    const warehouse = openClickHouse(own)
    await empty(warehouse)
    const ledger = await openClickHouseLedger(warehouse)
    const folded = async ({ asOf, rules = {} }: Question): Promise<string> => {
      const usual = asOf === undefined && Object.keys(rules).length === 0
      const options = { calendars, topics, zone, rules: readRules(rules), ...(asOf !== undefined && { asOf: parseMoment(asOf) }) }
      await refoldOnServer(warehouse, options, { facts: usual ? undefined : SHADOW })
      return databasesOf(database, usual ? undefined : SHADOW).facts
    }
    return {
      async append(told) {
        await ledger.append(deliveryOf(told))
      },
      ask: (question) =>
        askAs(question, metrics, async (one) => {
          const schema = await folded(one)
          const timetable = compileTimetable(calendars, () => undefined)
          return await ask(one, { warehouse, schema, zone, timetable, metrics, dialect: clickhouse })
        }),
      async close() {
        ledger.close()
        warehouse.close()
      },
    }
  }
}

async function empty(warehouse: ClickHouseWarehouse): Promise<void> {
  const filled = await warehouse.rows(
    `SELECT database, name FROM system.tables WHERE startsWith(database, '${database}') AND name <> 'layouts' AND total_rows > 0`,
  )
  for (const { database: of, name } of filled) await warehouse.run(`TRUNCATE TABLE ${String(of)}.${String(name)}`)
}
