import type { DuckDBResult } from "@duckdb/node-api"
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

/** Reads, folds and writes the conversations of a slice into the facts of `schema`; of the tables `only` some, where it is said. */
export async function foldConversations(
  duck: DuckWarehouse,
  schema: string,
  t: Telling,
  { slice, events }: AskedSlice,
  labels: Labels,
  only?: readonly string[],
): Promise<void> {
  const written = WRITTEN.filter((table) => only?.includes(table.name) ?? true)
  // Labels are put together by the conversations and kept with them.
  if (isLabelled(labels) && !written.includes(conversations)) written.push(conversations)
  // Conversations alone get more than is told of them.
  const sinkFor = (table: Table) => (table === conversations ? stagedSink(duck, table) : factSink(duck, schema, table))
  await foldStories(duck, events, conversationTeller(t, written), sinkFor)
  if (!written.includes(conversations)) return
  await duck.run(insertSql(schema, labelsOfSlice(labels, within("subject", slice))))
}

/** A slice and its events. */
export interface AskedSlice {
  readonly slice: Slice
  readonly events: DuckDBResult
}

export async function askForSlice(duck: DuckWarehouse, slice: Slice, { words }: Pick<Telling, "words">): Promise<AskedSlice> {
  return { slice, events: await askForConversations(duck, slice, words) }
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
