import type { DuckWarehouse } from "../duckdb.ts"
import { conversations, movements, problems, spans, type Table, waits } from "../tables.ts"
import { foldConversation } from "./conversation.ts"
import { conversationEvents } from "./conversation-events.ts"
import { foldStories, type Teller } from "./fold-stories.ts"
import { type Labels, labelSlice } from "./labels.ts"
import { type Slice, within } from "./read-events.ts"
import type { Telling } from "./story.ts"
import { factColumns } from "./write-rows.ts"

/** The fact tables of a conversation, and the column that names it. */
const WRITTEN: readonly (readonly [table: Table, of: string])[] = [
  [conversations, "conversation"],
  [waits, "conversation"],
  [movements, "conversation"],
  [spans, "subject"],
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
    rows: [t.conversations, t.waits, t.movements, t.spans, t.problems],
    tell: (start, end) => foldConversation(t, start, end),
  }
}

function insertSql(schema: string, table: Table, of: string, labels: Labels): string {
  const labelled = table.columns["tags"] !== undefined
  const own = labels.attributes ? "d.attributes" : null
  const customer = labels.customers ? "c.attributes" : null
  const both =
    own && customer
      ? `CASE WHEN ${own} IS NULL THEN ${customer} WHEN ${customer} IS NULL THEN ${own} ELSE map_concat(${own}, ${customer}) END`
      : (own ?? customer)
  const also = { ...(labels.tags && { tags: "g.tags" }), ...(both && { attributes: both }) }
  const joins = [
    labels.tags && `LEFT JOIN temp.tagged g ON g.subject::DOUBLE = s.${of}`,
    labels.attributes && `LEFT JOIN temp.described d ON d.subject::DOUBLE = s.${of}`,
    labels.customers &&
      `LEFT JOIN temp.staged_conversations o ON o.conversation = s.${of}
ASOF LEFT JOIN temp.customer_states c ON c.customer::DOUBLE = o.customer AND o.opened_at >= c."at"`,
  ].filter(Boolean)
  return `INSERT INTO ${schema}.${table.name} SELECT ${factColumns(table, labelled ? also : {})}
FROM temp.staged_${table.name} s ${labelled ? joins.join("\n") : ""}`
}
