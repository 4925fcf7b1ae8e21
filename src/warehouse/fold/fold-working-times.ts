import type { DuckWarehouse } from "../duckdb.ts"
import { workingTimes } from "../tables.ts"
import type { Beginning } from "./begin.ts"
import { columnsFor } from "./events.ts"
import { foldStories } from "./fold-stories.ts"
import { selectList, type Slice, within } from "./read-events.ts"
import { rowsOf } from "./rows.ts"
import { foldWorkingTime, KIND_OF_WORK, WORKING_CODES, WORKING_NUMBERS, type WorkTelling } from "./working-time.ts"
import { factSink } from "./write-rows.ts"

/** Folds the working time of the people of a slice. */
export async function foldWorkingTimes(
  own: DuckWarehouse,
  schema: string,
  { words, identities }: Beginning,
  slice: Slice,
): Promise<void> {
  const t: WorkTelling = {
    events: columnsFor(WORKING_CODES, WORKING_NUMBERS),
    words,
    identities,
    rows: rowsOf(workingTimes),
  }
  const teller = {
    get events() {
      return t.events
    },
    set events(larger: typeof t.events) {
      t.events = larger
    },
    rows: [t.rows],
    tell: (start: number, end: number) => foldWorkingTime(t, start, end),
  }
  const events = await own.connection.run(eventsSql(identities.agents.size > 0, slice))
  await foldStories(own, events, teller, (table) => factSink(own, schema, table))
}

/** A story is a person: all that systems say of them under whatever id. */
function eventsSql(linked: boolean, slice: Slice): string {
  return `SELECT ${selectList({ codeNames: WORKING_CODES, numberNames: WORKING_NUMBERS })} FROM (
  SELECT k.*, ${linked ? "coalesce(l.root, p.code)" : "p.code"} AS story
  FROM known k JOIN subjects n ON n.code = k.subject JOIN words p ON p.word = substr(n.name, instr(n.name, ':') + 1)
  ${linked ? "LEFT JOIN temp.standing l ON l.kind = 'agents' AND l.code = p.code" : ""}
  WHERE k.kind IN (${KIND_OF_WORK.join(", ")}) AND ${within("k.subject", slice)}
) ORDER BY story, "at", kind, seq`
}
