import type { CalendarSettings } from "../calendar/settings.ts"
import type { Timetable } from "../calendar/timetable.ts"
import { kinds } from "../events/kinds.ts"
import type { EventCounts } from "../query/needs.ts"
import { timetableOf } from "../warehouse/fold/begin.ts"
import type { Warehouse } from "../warehouse/warehouse.ts"

/** What only an import changes, so that it is looked up once after each. */
export interface Learned {
  readonly timetable: Timetable
  readonly events: EventCounts
}

export async function learn(reader: Warehouse, calendars: CalendarSettings): Promise<Learned> {
  return { timetable: await timetableOf(reader, calendars), events: await eventCounts(reader) }
}

/** What a batch that was broken off left on a server is not there. */
async function eventCounts(reader: Warehouse): Promise<EventCounts> {
  const last = "(SELECT max(last_seq) FROM batches)"
  const rows = await reader.rows(
    `SELECT kind, count(*) AS events FROM ledger
WHERE seq <= ${last} AND seq NOT IN (SELECT seq FROM superseded WHERE by_seq <= ${last}) GROUP BY kind`,
  )
  const counted = new Map(rows.map(({ kind, events }) => [Number(kind), Number(events)]))
  return new Map(
    Object.entries(kinds).flatMap(([name, { code }]) => (counted.has(code) ? [[name, counted.get(code)!] as const] : [])),
  )
}
