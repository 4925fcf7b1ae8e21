import type { DataChunk } from "@duckdb/node-bindings"
import duckdb from "@duckdb/node-bindings"
import type { DuckWarehouse } from "../duckdb.ts"
import { conversations, movements, problems, spans, type Table, waits } from "../tables.ts"
import { foldConversation } from "./conversation.ts"
import { capacityOf, enlarge, keepFrom } from "./events.ts"
import { type Labels, labelSlice } from "./labels.ts"
import { addChunk, readEvents, type Slice } from "./read-events.ts"
import type { Rows } from "./rows.ts"
import type { Telling } from "./story.ts"
import { factColumns, openStaging, type Staging, stage } from "./write-rows.ts"

/** The fact tables of a conversation, and the column that names it. */
const WRITTEN: readonly (readonly [
  table: Table,
  rows: "conversations" | "waits" | "movements" | "spans" | "problems",
  of: string,
])[] = [
  [conversations, "conversations", "conversation"],
  [waits, "waits", "conversation"],
  [movements, "movements", "conversation"],
  [spans, "spans", "subject"],
  [problems, "problems", "subject"],
]

/** Reads, folds and writes the conversations of a slice into the facts of `schema`. */
export async function foldConversations(
  duck: DuckWarehouse,
  schema: string,
  t: Telling,
  slice: Slice,
  labels: Labels,
): Promise<void> {
  const staging: (readonly [Staging, Rows])[] = []
  for (const [table, rows] of WRITTEN) staging.push([await openStaging(duck, table), t[rows]])
  await readEvents(duck, slice, (chunk) => takeChunk(t, chunk, staging))
  foldReady(t, t.events.count, staging)
  for (const [{ appender }] of staging) appender.closeSync()
  await labelSlice(duck, labels, slice === "refolded" ? "subject IN (SELECT subject FROM temp.refolded)" : between(slice))
  for (const [table, , of] of WRITTEN) await duck.run(insertSql(schema, table, of, labels))
}

function takeChunk(t: Telling, chunk: DataChunk, staging: readonly (readonly [Staging, Rows])[]): void {
  const rows = duckdb.data_chunk_get_size(chunk)
  if (t.events.count + rows > capacityOf(t.events)) {
    foldReady(t, lastStory(t), staging)
    if (t.events.count + rows > capacityOf(t.events)) t.events = enlarge(t.events, capacityOf(t.events) * 2)
  }
  addChunk(t.events, chunk)
}

/** Where the last story begins: more of it may come. */
function lastStory(t: Telling): number {
  const { story } = t.events.codes
  let start = t.events.count
  while (start > 0 && story[start - 1] === story[t.events.count - 1]) start--
  return start
}

/** Folds the stories before `end`, and writes their rows away. */
function foldReady(t: Telling, end: number, staging: readonly (readonly [Staging, Rows])[]): void {
  foldStories(t, end)
  for (const [to, rows] of staging) stage(to, rows)
  keepFrom(t.events, end)
}

/** One story after another: the hot loop. */
export function foldStories(t: Telling, end: number): void {
  const { story } = t.events.codes
  for (let start = 0; start < end;) {
    let next = start + 1
    while (next < end && story[next] === story[start]) next++
    foldConversation(t, start, next)
    start = next
  }
}

function between({ from, to }: { readonly from: number; readonly to: number }): string {
  return `subject >= ${from} AND subject < ${to}`
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
    labels.tags && `LEFT JOIN temp.tagged g ON g.subject = s.${of}::INTEGER`,
    labels.attributes && `LEFT JOIN temp.described d ON d.subject = s.${of}::INTEGER`,
    labels.customers &&
      `LEFT JOIN temp.staged_conversations o ON o.conversation = s.${of}
ASOF LEFT JOIN temp.customer_states c ON c.customer = o.customer::INTEGER AND o.opened_at >= c."at"`,
  ].filter(Boolean)
  return `INSERT INTO ${schema}.${table.name} SELECT ${factColumns(table, labelled ? also : {})}
FROM temp.staged_${table.name} s ${labelled ? joins.join("\n") : ""}`
}
