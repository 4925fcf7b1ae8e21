import type { DuckDBResult } from "@duckdb/node-api"
import duckdb, { type DataChunk } from "@duckdb/node-bindings"
import type { DuckWarehouse } from "../duckdb.ts"
import { type AnyColumns, capacityOf, type Columns, enlarge, keepFrom } from "./events.ts"
import { addChunk, readChunks } from "./read-events.ts"
import type { Rows } from "./rows.ts"
import type { Table } from "../tables.ts"
import { type Sink, stagedSink } from "./write-rows.ts"

/** Stories of one family: where their events go, and the rows they become. */
export interface Teller<Code extends string, Numeric extends string> {
  events: Columns<Code, Numeric>
  readonly rows: readonly Rows[]
  /** Tells the story of the events from `start` to before `end`. */
  tell(start: number, end: number): void
}

/** Reads stories, tells them one by one and gives their rows to a sink for each table; without one they are staged. */
export async function foldStories<Code extends string, Numeric extends string>(
  duck: DuckWarehouse,
  events: DuckDBResult,
  teller: Teller<Code | "story" | "subject" | "kind", Numeric | "at">,
  sinkFor: (table: Table) => Promise<Sink> = (table) => stagedSink(duck, table),
): Promise<void> {
  const sinks: Sink[] = []
  for (const { table } of teller.rows) sinks.push(await sinkFor(table))
  const tellReady = (end: number): void => {
    tellAll(teller, end)
    teller.rows.forEach((rows, i) => sinks[i]!.take(rows))
    keepFrom(teller.events, end)
  }
  await readChunks(events, (chunk) => takeChunk(teller, chunk, tellReady))
  tellReady(teller.events.count)
  for (const sink of sinks) sink.close()
}

/** So many events wait to be told together. */
const MOST_ROOM = 65_536

function takeChunk<Code extends string, Numeric extends string>(
  teller: Teller<Code | "story" | "subject" | "kind", Numeric | "at">,
  chunk: DataChunk,
  tellReady: (end: number) => void,
): void {
  const rows = duckdb.data_chunk_get_size(chunk)
  const isFull = () => teller.events.count + rows > capacityOf(teller.events)
  if (isFull() && capacityOf(teller.events) >= MOST_ROOM) tellReady(lastStory(teller.events))
  // Until there is room for many stories, and for one that is longer than that.
  while (isFull()) teller.events = enlarge(teller.events, capacityOf(teller.events) * 2)
  addChunk(teller.events, chunk)
}

/** Where the last story begins: more of it may come. */
function lastStory({ codes: { story }, count }: Pick<AnyColumns, "codes" | "count">): number {
  let start = count
  while (start > 0 && story[start - 1] === story[count - 1]) start--
  return start
}

/** One story after another: the hot loop. */
export function tellAll(
  teller: { readonly events: Pick<AnyColumns, "codes">; tell(start: number, end: number): void },
  end: number,
): void {
  const { story } = teller.events.codes
  for (let start = 0; start < end;) {
    let next = start + 1
    while (next < end && story[next] === story[start]) next++
    teller.tell(start, next)
    start = next
  }
}
