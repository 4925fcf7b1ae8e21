import type { DuckDBResult } from "@duckdb/node-api"
import type { DuckWarehouse } from "../duckdb.ts"
import { conversationKinds } from "../../events/kinds/conversation.ts"
import { CONVERSATION_CODES, CONVERSATION_NUMBERS } from "./events.ts"
import { KIND } from "./kinds.ts"
import { ORDER } from "./order.ts"
import { STATUS, type Words } from "./words.ts"
import { selectList, type Slice, within } from "./read-events.ts"

export const CONVERSATION_KINDS = Object.values(conversationKinds).map(({ code }) => code)
const TOLD = CONVERSATION_KINDS.filter((code) => code !== KIND.tagged)

/** What those merged into a conversation give to its story; all, while nothing is known of it but them. */
const GIVEN = [KIND.opened, KIND.message, KIND.timeLogged, KIND.merged]

/**
 * Asks for the events of these conversations, story by story and in order. Merged conversations come twice: as their own story, and in
 * the story they went into.
 */
export async function askForConversations(duck: DuckWarehouse, slice: Slice, words: Words): Promise<DuckDBResult> {
  return duck.connection.run(conversationEvents(slice, await mergedInto(duck, slice), stillSql(words)))
}

/** Codes from the first to the last. */
interface Range {
  readonly least: number
  readonly most: number
}

/** Where those lie that were merged into conversations of the slice: the engine finds them there, and nowhere else. null: none were. */
async function mergedInto(duck: DuckWarehouse, slice: Slice): Promise<Range | null> {
  const [row] = await duck.rows(
    `SELECT min(code) AS least, max(code) AS most FROM temp.standing WHERE kind = 'merged' AND ${within("root", slice)}`,
  )
  const { least, most } = row as { readonly least: number | null; readonly most: number | null }
  return least === null || most === null ? null : { least, most }
}

function conversationEvents(slice: Slice, merged: Range | null, still: string): string {
  return `SELECT ${selectList({ codeNames: CONVERSATION_CODES, numberNames: CONVERSATION_NUMBERS })} FROM (
  SELECT e.* REPLACE (${still} AS pauses), e.subject AS story FROM known e WHERE e.kind IN (${TOLD.join(", ")}) AND ${within("e.subject", slice)}
  ${merged === null ? "" : `UNION ALL ${mergedEvents(slice, merged, still)}`}
) ORDER BY story, "at", ${rankSql()}, seq`
}

function mergedEvents(slice: Slice, { least, most }: Range, still: string): string {
  return `SELECT e.* REPLACE (${still} AS pauses), m.root AS story FROM known e JOIN temp.standing m ON m.kind = 'merged' AND m.code = e.subject
  WHERE e.subject BETWEEN ${least} AND ${most} AND ${within("m.root", slice)} AND (e.kind IN (${GIVEN.join(", ")})
    OR e.kind IN (${TOLD.join(", ")}) AND m.root NOT IN (${speaking(slice)}))`
}

/** The statuses in which a promise's clock stands still, a bit each. */
function stillSql({ statusCode }: Words): string {
  const bits = Object.values(STATUS).map((status) => `if(list_contains(e.pauses, ${statusCode[status]}), ${1 << status}, 0)`)
  return `CASE WHEN e.kind = ${KIND.promised} THEN ${bits.join(" + ")} END`
}

/** Those into which others were merged and of which something is known themselves. */
function speaking(slice: Slice): string {
  const speaks = TOLD.filter((code) => code !== KIND.promised)
  return `SELECT o.subject FROM known o WHERE o.kind IN (${speaks.join(", ")}) AND ${within("o.subject", slice)}
    AND o.subject IN (SELECT root FROM temp.standing WHERE kind = 'merged')`
}

function rankSql(): string {
  const cases = [...ORDER].map(([kind, rank]) => `WHEN ${kind} THEN ${rank}`)
  return `CASE kind ${cases.join(" ")} ELSE 3 END`
}
