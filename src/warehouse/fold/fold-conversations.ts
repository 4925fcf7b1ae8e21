import type { DuckWarehouse } from "../duckdb.ts"
import { conversations, movements, problems, promises, spans, type Table, waits } from "../tables.ts"
import { foldConversation } from "./conversation.ts"
import { conversationEvents } from "./conversation-events.ts"
import { foldStories, type Teller } from "./fold-stories.ts"
import { isLabelled, type Labels, labelSlice } from "./labels.ts"
import { type Slice, within } from "./read-events.ts"
import type { Telling } from "./story.ts"
import { factColumns } from "./write-rows.ts"

/** The fact tables of a conversation, and the column that names it. */
const WRITTEN: readonly (readonly [table: Table, of: string])[] = [
  [conversations, "conversation"],
  [waits, "conversation"],
  [movements, "conversation"],
  [spans, "subject"],
  [promises, "conversation"],
  [problems, "subject"],
]

/** Reads, folds and writes the conversations of a slice into the facts of `schema`. */
export async function foldConversations(
  duck: DuckWarehouse,
  schema: string,
  t: Telling,
  slice: Slice,
  labels: Labels,
): Promise<void> {
  await foldStories(duck, conversationEvents(slice), conversationTeller(t))
  await labelSlice(duck, labels, within("subject", slice))
  for (const [table, of] of WRITTEN) await duck.run(insertSql(schema, table, of, labels))
}

/** The telling itself holds the events, for the fold reads them there. */
export function conversationTeller(t: Telling): Teller<keyof Telling["events"]["codes"], keyof Telling["events"]["numbers"]> {
  return {
    get events() {
      return t.events
    },
    set events(larger) {
      t.events = larger
    },
    rows: [t.conversations, t.waits, t.movements, t.spans, t.promises, t.problems],
    tell: (start, end) => foldConversation(t, start, end),
  }
}

function insertSql(schema: string, table: Table, of: string, labels: Labels): string {
  const labelled = isLabelled(labels) && table.columns["attributes"] !== undefined
  return `INSERT INTO ${schema}.${table.name} SELECT ${factColumns(table, labelled ? { tags: "l.tags", attributes: "l.attributes" } : {})}
FROM temp.staged_${table.name} s ${labelled ? `LEFT JOIN temp.labels l ON l.conversation = s.${of}` : ""}`
}
