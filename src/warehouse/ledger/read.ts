import type { KnownEvent } from "../../events/event.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { currentAt } from "./as-of.ts"
import { DECODED_COLUMNS, type DecodedEvent, openDecoder } from "./decode.ts"
import { loadWords, subjectNames } from "./names.ts"

export interface Reading {
  /** As it was known at that moment, UTC microseconds. */
  readonly asOf?: number | undefined
  /** Every version of every event, replaced ones too. */
  readonly allVersions?: boolean | undefined
  /** `seq`: as they were appended. `at`: as they happened. */
  readonly order?: "seq" | "at" | undefined
}

/** The events of the ledger, some thousand at a time. */
export async function* readEvents(
  duck: DuckWarehouse,
  { asOf, allVersions, order = "seq" }: Reading = {},
): AsyncIterable<readonly KnownEvent[]> {
  const from = allVersions ? "ledger" : currentAt(asOf)
  yield* decoded(duck, `SELECT ${DECODED_COLUMNS} FROM ${from} AS events ORDER BY ${order === "at" ? 'events."at", ' : ""}seq`)
}

/** The events about these subjects, each subject's in the order they happened. */
export async function eventsOf(duck: DuckWarehouse, subjects: readonly number[], asOf?: number): Promise<readonly KnownEvent[]> {
  const events: KnownEvent[] = []
  const sql = `SELECT ${DECODED_COLUMNS} FROM ${currentAt(asOf)} AS events
    WHERE subject IN (SELECT unnest($1::BIGINT[])) ORDER BY subject, events."at", seq`
  for await (const some of decoded(duck, sql, [subjects])) events.push(...some)
  return events
}

/** Reads through connections of its own, so that others may ask meanwhile. */
async function* decoded(
  duck: DuckWarehouse,
  sql: string,
  params: readonly (readonly number[])[] = [],
): AsyncIterable<readonly DecodedEvent[]> {
  const [rows, names] = [await duck.connect(), await duck.connect()]
  try {
    const result = await rows.stream(sql, params)
    // After the statement began: what it sees has its words by then.
    const decoder = openDecoder(await loadWords(names), subjectNames(names))
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      yield await decoder.decode(chunk)
    }
  } finally {
    rows.close()
    names.close()
  }
}
