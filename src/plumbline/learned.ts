import type { CalendarSettings } from "../calendar/settings.ts"
import type { Timetable } from "../calendar/timetable.ts"
import { kinds } from "../events/kinds.ts"
import { moneyKinds } from "../events/kinds/money.ts"
import type { EventCounts } from "../query/needs.ts"
import { timetableOf } from "../warehouse/fold/begin.ts"
import type { MoneySettings } from "../warehouse/money/settings.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"

/** What only an import changes, so that it is looked up once after each. */
export interface Learned {
  readonly timetable: Timetable
  readonly events: EventCounts
  /** In which all amounts are told; undefined where there are none, or several and none is named to report in. */
  readonly currency: string | undefined
}

export async function learn(reader: Warehouse, calendars: CalendarSettings, money: MoneySettings): Promise<Learned> {
  const events = await eventCounts(reader)
  const hasMoney = MONEY.some((kind) => events.has(kind))
  return {
    timetable: await timetableOf(reader, calendars),
    events,
    currency: money.reporting ?? (hasMoney ? await onlyCurrency(reader) : undefined),
  }
}

const MONEY = Object.keys(moneyKinds) as (keyof typeof moneyKinds)[]

/** What a batch that was broken off left on a server is not there. */
const LAST = "(SELECT max(last_seq) FROM batches)"
const COUNTED = `seq <= ${LAST} AND seq NOT IN (SELECT seq FROM superseded WHERE by_seq <= ${LAST})`

/** Small and capital letters are the same currency. */
async function onlyCurrency(reader: Warehouse): Promise<string | undefined> {
  const codes = MONEY.map((kind) => moneyKinds[kind].code)
  const rows = await reader.rows(`SELECT DISTINCT upper(w.word) AS currency FROM ledger k JOIN words w ON w.code = k.currency
WHERE k.kind IN (${codes.join(", ")}) AND ${COUNTED}`)
  return rows.length === 1 ? String(rows[0]!["currency"]) : undefined
}

async function eventCounts(reader: Warehouse): Promise<EventCounts> {
  const rows = await reader.rows(`SELECT kind, count(*) AS events FROM ledger WHERE ${COUNTED} GROUP BY kind`)
  const counted = new Map(rows.map(({ kind, events }) => [Number(kind), Number(events)]))
  return new Map(
    Object.entries(kinds).flatMap(([name, { code }]) => (counted.has(code) ? [[name, counted.get(code)!] as const] : [])),
  )
}
