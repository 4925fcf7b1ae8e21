import type { DuckWarehouse } from "../duckdb.ts"
import { conversations, movements, problems, promises, promiseStretches, spans, type Table, waits } from "../tables.ts"
import { foldConversation } from "./conversation.ts"
import { conversationEvents } from "./conversation-events.ts"
import { foldStories, type Teller } from "./fold-stories.ts"
import { isLabelled, type Labels, labelSlice } from "./labels.ts"
import { type Slice, within } from "./read-events.ts"
import type { Telling } from "./story.ts"
import { emptyRows } from "./rows.ts"
import { factColumns } from "./write-rows.ts"

/** The fact tables of a conversation. */
const WRITTEN: readonly Table[] = [conversations, waits, movements, spans, promises, promiseStretches, problems]

/** Reads, folds and writes the conversations of a slice into the facts of `schema`; of the tables `only` some, where it is said. */
export async function foldConversations(
  duck: DuckWarehouse,
  schema: string,
  t: Telling,
  slice: Slice,
  labels: Labels,
  only?: readonly string[],
): Promise<void> {
  const written = WRITTEN.filter((table) => only?.includes(table.name) ?? true)
  // Labels are put together by the conversations and kept with them.
  if (isLabelled(labels) && !written.includes(conversations)) written.push(conversations)
  await foldStories(duck, conversationEvents(slice), conversationTeller(t, written))
  await labelSlice(duck, labels, within("subject", slice))
  for (const table of written) await duck.run(insertSql(schema, table, labels))
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

function insertSql(schema: string, table: Table, labels: Labels): string {
  const labelled = isLabelled(labels) && table === conversations
  return `INSERT INTO ${schema}.${table.name} SELECT ${factColumns(table, labelled ? { tags: "l.tags", attributes: "l.attributes" } : {})}
FROM temp.staged_${table.name} s ${labelled ? `LEFT JOIN temp.labels l ON l.conversation = s.conversation` : ""}`
}
