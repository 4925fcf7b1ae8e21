import type { KnownEvent } from "../../events/event.ts"
import { Problem } from "../../problem.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import type { Tape } from "../fold/tape.ts"
import { tapeOf, type TapeOptions } from "../fold/tell-tape.ts"
import { readEvents, type Reading } from "../ledger/read.ts"
import { type Verdict, verifyLedger, type Verifying } from "../ledger/verify.ts"
import { endOf } from "./ledger.ts"
import type { ClickHouseWarehouse } from "./open.ts"
import { fetchRows } from "./parquet.ts"
import { inScratch, knownAt, loadStories, openScratchFile } from "./stories.ts"
import { hangingTogether } from "./touched.ts"

/** What is read event by event is read from a copy in an embedded engine beside the server, by the code that reads a data folder's ledger. */
export async function tapeOnServer(warehouse: ClickHouseWarehouse, options: TapeOptions): Promise<Tape> {
  const { seq } = await endOf(warehouse)
  const name = options.conversation.startsWith("conversation:") ? options.conversation : `conversation:${options.conversation}`
  const [found] = await warehouse.rows("SELECT code FROM subjects WHERE name = $1 LIMIT 1", [name])
  if (!found) throw new Problem("conversation.unknown", { conversation: name })
  const { known_until } = await knownAt(warehouse, seq, options.asOf)
  const touched = await hangingTogether(warehouse, [Number(found["code"])], seq)
  return inScratch(touched === null, async (duck) => {
    await loadStories(duck, { warehouse, seq, touched })
    return tapeOf(duck, { ...options, ...(known_until !== null && { knownUntil: known_until }) })
  })
}

/** Every row says what it said when it was appended, also after the way to the server and back. */
export async function verifyOnServer(warehouse: ClickHouseWarehouse, verifying: Verifying): Promise<Verdict> {
  return inScratch(true, async (duck) => {
    await loadWhole(warehouse, duck)
    return verifyLedger(duck, verifying)
  })
}

/** The events of the ledger, some thousand at a time. */
export async function* eventsOnServer(warehouse: ClickHouseWarehouse, reading: Reading): AsyncIterable<readonly KnownEvent[]> {
  const scratch = await openScratchFile()
  try {
    await loadWhole(warehouse, scratch.duck)
    yield* readEvents(scratch.duck, reading)
  } finally {
    await scratch.close()
  }
}

async function loadWhole(warehouse: ClickHouseWarehouse, duck: DuckWarehouse): Promise<void> {
  const { batch, seq } = await endOf(warehouse)
  await loadStories(duck, { warehouse, seq, touched: null })
  const columns = "batch, source, learned_at, events, first_seq, last_seq, digest, chain"
  const batches = `SELECT ${columns} FROM ${warehouse.database}.batches WHERE batch <= ${batch}`
  await fetchRows(warehouse, batches, duck, (rows) => `INSERT INTO batches SELECT ${columns} FROM ${rows} ORDER BY batch`)
}
