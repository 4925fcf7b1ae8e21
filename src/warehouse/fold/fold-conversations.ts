import type { DuckDBResult } from "@duckdb/node-api"
import { ahead } from "../../ahead.ts"
import { assert } from "../../assert.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { conversations, movements, problems, promises, promiseStretches, spans, type Table, waits } from "../tables.ts"
import { foldConversation } from "./conversation.ts"
import { askForConversations } from "./conversation-events.ts"
import { foldStories, type Teller } from "./fold-stories.ts"
import { isLabelled, type Labels, type LabelSql, labelsOfSlice } from "./labels.ts"
import { type Slice, within } from "./read-events.ts"
import type { Telling } from "./story.ts"
import { emptyRows } from "./rows.ts"
import { factColumns, factSink, stagedSink } from "./write-rows.ts"

/** The fact tables of a conversation. */
const WRITTEN: readonly Table[] = [conversations, waits, movements, spans, promises, promiseStretches, problems]

/** Reads, folds and writes the conversations of the next slice into the facts of `schema`; of the tables `only` some, where it is said. */
export async function foldNextSlice(
  duck: DuckWarehouse,
  schema: string,
  t: Telling,
  slices: AskedSlices,
  labels: Labels,
  only?: readonly string[],
): Promise<void> {
  const written = WRITTEN.filter((table) => only?.includes(table.name) ?? true)
  // Labels are put together by the conversations and kept with them.
  if (isLabelled(labels) && !written.includes(conversations)) written.push(conversations)
  // Conversations alone get more than is told of them.
  const sinkFor = (table: Table) => (table === conversations ? stagedSink(duck, table) : factSink(duck, schema, table))
  let slice: Slice | undefined
  const eventsOf = async () => {
    const { value, done } = await slices.next()
    assert(done !== true, "there is a slice to fold")
    slice = value.slice
    return value.events
  }
  await foldStories(duck, eventsOf, conversationTeller(t, written), sinkFor)
  assert(slice, "its events were read")
  if (!written.includes(conversations)) return
  await duck.run(insertSql(schema, labelsOfSlice(labels, within("subject", slice))))
}

/** Slices and their events. Those of the next are read while the stories of one are told. */
export type AskedSlices = AsyncGenerator<{ readonly slice: Slice; readonly events: DuckDBResult }, void>

export function askForSlices(duck: DuckWarehouse, slices: readonly Slice[], { words }: Pick<Telling, "words">): AskedSlices {
  return ahead(slices, async (slice) => ({ slice, events: await askForConversations(duck, slice, words) }))
}

/** The telling itself holds the events, for the fold reads them there. */
export function conversationTeller(
  t: Telling,
  staged: readonly Table[] = WRITTEN,
): Teller<keyof Telling["events"]["codes"], keyof Telling["events"]["numbers"]> {
  const all = [t.conversations, t.waits, t.movements, t.spans, t.promises, t.promiseStretches, t.problems]
  const left = all.filter(({ table }) => !staged.includes(table))
  return {
    get events() {
      return t.events
    },
    set events(larger) {
      t.events = larger
    },
    rows: all.filter(({ table }) => staged.includes(table)),
    tell(start, end) {
      foldConversation(t, start, end)
      left.forEach(emptyRows)
    },
  }
}

function insertSql(schema: string, { tags, attributes, tables, joins }: LabelSql): string {
  return `INSERT INTO ${schema}.${conversations.name} ${tables}
SELECT ${factColumns(conversations, { tags, attributes })}
FROM temp.staged_${conversations.name} s
${joins}`
}
