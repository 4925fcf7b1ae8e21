import type { CalendarSettings } from "../calendar/settings.ts"
import type { Timetable } from "../calendar/timetable.ts"
import { kinds } from "../events/kinds.ts"
import type { DuckWarehouse } from "../warehouse/duckdb.ts"
import { timetableOf } from "../warehouse/fold/begin.ts"

/** What only an import changes, so that it is looked up once after each. */
export interface Learned {
  readonly timetable: Timetable
  /** The kinds of events there are: a metric that lacks one says so instead of 0. */
  readonly kinds: ReadonlySet<string>
}

export async function learn(duck: DuckWarehouse, calendars: CalendarSettings): Promise<Learned> {
  const codes = new Set((await duck.rows("SELECT DISTINCT kind FROM ledger")).map(({ kind }) => Number(kind)))
  const present = Object.entries(kinds).filter(([, { code }]) => codes.has(code))
  return { timetable: await timetableOf(duck, calendars), kinds: new Set(present.map(([name]) => name)) }
}
