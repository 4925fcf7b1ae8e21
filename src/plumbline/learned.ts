import type { CalendarSettings } from "../calendar/settings.ts"
import type { Timetable } from "../calendar/timetable.ts"
import { kinds } from "../events/kinds.ts"
import type { DuckWarehouse } from "../warehouse/duckdb.ts"
import type { EventCounts } from "../query/needs.ts"
import { timetableOf } from "../warehouse/fold/begin.ts"

/** What only an import changes, so that it is looked up once after each. */
export interface Learned {
  readonly timetable: Timetable
  readonly events: EventCounts
}

export async function learn(duck: DuckWarehouse, calendars: CalendarSettings): Promise<Learned> {
  return { timetable: await timetableOf(duck, calendars), events: await eventCounts(duck) }
}

async function eventCounts(duck: DuckWarehouse): Promise<EventCounts> {
  const rows = await duck.rows("SELECT kind, count(*) AS events FROM ledger ANTI JOIN superseded USING (seq) GROUP BY kind")
  const counted = new Map(rows.map(({ kind, events }) => [Number(kind), Number(events)]))
  return new Map(
    Object.entries(kinds).flatMap(([name, { code }]) => (counted.has(code) ? [[name, counted.get(code)!] as const] : [])),
  )
}
