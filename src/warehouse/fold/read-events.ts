import duckdb, { type DataChunk } from "@duckdb/node-bindings"
import { conversationKinds } from "../../events/kinds/conversation.ts"
import { fields } from "../../events/fields.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import { CODE_NAMES, type CodeColumn, type EventColumns, NUMBER_NAMES } from "./events.ts"
import { KIND } from "./kinds.ts"
import { ORDER } from "./order.ts"

/** The stories to read: all with codes from `from` to before `to`, or those in the temporary table `refolded`. */
export type Slice = { readonly from: number; readonly to: number } | "refolded"

const CONVERSATION_CODES = Object.values(conversationKinds)
  .map(({ code }) => code)
  .filter((code) => code !== KIND.tagged && code !== KIND.promised)

/** What those merged into a conversation give to its story. */
const GIVEN = [KIND.opened, KIND.message, KIND.timeLogged, KIND.merged]

/** Calls `take` with each chunk of the events of these stories, in order. */
export async function readEvents(duck: DuckWarehouse, slice: Slice, take: (chunk: DataChunk) => void): Promise<void> {
  const result = await duck.connection.run(eventsSql(slice))
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) take(chunk.chunk)
}

/** Copies a chunk behind the events that are already there. */
export function addChunk(events: EventColumns, chunk: DataChunk): void {
  const rows = duckdb.data_chunk_get_size(chunk)
  let column = 0
  for (const name of NUMBER_NAMES) {
    const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, column++), rows * 8)
    events.numbers[name].set(new Float64Array(bytes.buffer, bytes.byteOffset, rows), events.count)
  }
  for (const name of CODE_NAMES) {
    const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, column++), rows * 4)
    events.codes[name].set(new Int32Array(bytes.buffer, bytes.byteOffset, rows), events.count)
  }
  events.count += rows
}

/**
 * The columns without NULLs, so that no mask is read: 0 for a code that is not there, NaN for a number. Merged conversations come twice:
 * as their own story, and in the story they went into.
 */
function eventsSql(slice: Slice): string {
  const columns = [...NUMBER_NAMES.map(numberSql), ...CODE_NAMES.map(codeSql)]
  const within = (story: string): string =>
    slice === "refolded"
      ? `${story} IN (SELECT subject FROM temp.refolded)`
      : `${story} >= ${slice.from} AND ${story} < ${slice.to}`
  return `SELECT ${columns.join(", ")} FROM (
  SELECT e.*, e.subject AS story FROM known e WHERE e.kind IN (${CONVERSATION_CODES.join(", ")}) AND ${within("e.subject")}
  UNION ALL
  SELECT e.*, m.root AS story FROM known e JOIN temp.standing m ON m.kind = 'merged' AND m.code = e.subject
  WHERE e.kind IN (${GIVEN.join(", ")}) AND ${within("m.root")}
) ORDER BY story, "at", ${rankSql()}, seq`
}

function numberSql(name: string): string {
  return `coalesce(${quote(name)}::DOUBLE, 'nan'::DOUBLE)`
}

function codeSql(name: CodeColumn): string {
  if (name === "story" || name === "subject") return name
  if (name === "kind") return "kind::INTEGER"
  return fields[name].type === "boolean"
    ? `CASE ${quote(name)} WHEN true THEN 2 WHEN false THEN 1 ELSE 0 END`
    : `coalesce(${quote(name)}, 0)`
}

function rankSql(): string {
  const cases = [...ORDER].map(([kind, rank]) => `WHEN ${kind} THEN ${rank}`)
  return `CASE kind ${cases.join(" ")} ELSE 3 END`
}
