import { fields } from "../../events/fields.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { quote } from "../schema.ts"
import { batchDigest } from "./chain.ts"
import { addEvent, emptyColumns, type GrowingColumns } from "./columns.ts"
import { DECODED_COLUMNS, type DecodedEvent, type Decoder, KIND_BY_CODE } from "./decode.ts"
import type { BatchRow, Tell } from "./finding.ts"

/** Every row of a batch says what it said when it was appended, none is missing and none is more. */
export async function verifyRows(duck: DuckWarehouse, decoder: Decoder, batch: BatchRow, tell: Tell): Promise<void> {
  const unreadable = await unreadableRows(duck, batch)
  for (const { seq, id } of unreadable) tell({ batch: batch.batch, seq, id, what: "has content that no event can have" })
  const columns = emptyColumns()
  const about = { batch: batch.batch }
  let wrong = unreadable.length
  let expected = batch.first_seq
  const report = (seq: number, id: string | null, what: string) => {
    tell({ ...about, seq, id, what })
    wrong++
  }
  for await (const rows of rowsOf(duck, decoder, batch)) {
    for (const row of rows) {
      const { seq, event } = row
      if (seq < expected) report(seq, event.id, "was put in: another row has its place")
      for (; expected < seq; expected++) if (!unreadable.some((one) => one.seq === expected)) report(expected, null, "is missing")
      expected = Math.max(expected, seq + 1)
      if (!addRow(columns, row)) report(seq, event.id, "does not say what it said when it was appended")
    }
  }
  for (; expected <= batch.last_seq; expected++)
    if (!unreadable.some((one) => one.seq === expected)) report(expected, null, "is missing")
  if (wrong === 0 && batchDigest(columns) !== batch.digest) await tellUnnamed(duck, batch, tell)
}

function addRow(columns: GrowingColumns, { event, event_version, learned_at, digest, id_hash }: DecodedEvent): boolean {
  const row = columns.ids.length
  addEvent(columns, event)
  columns.versions.push(event_version)
  columns.learnedAt.push(learned_at)
  return isAt(columns.digests, row, digest) && isAt(columns.idHashes, row, id_hash)
}

function isAt(halves: readonly number[], row: number, [low, high]: readonly [low: number, high: number]): boolean {
  return halves[2 * row] === low && halves[2 * row + 1] === high
}

/** What an event says is right, so it is the order, a version or a moment of learning; a moment unlike its batch's is a likely one. */
async function tellUnnamed(duck: DuckWarehouse, { batch, first_seq, last_seq, learned_at }: BatchRow, tell: Tell): Promise<void> {
  const odd = await duck.rows(
    `SELECT seq, id FROM ledger WHERE seq BETWEEN $1 AND $2 AND (learned_at <> $3 OR batch <> $4) ORDER BY seq LIMIT 10`,
    [first_seq, last_seq, learned_at, batch],
  )
  for (const { seq, id } of odd) {
    tell({ batch, seq: seq as number, id: id as string, what: "was learned at another moment than its batch" })
  }
  tell({
    batch,
    seq: null,
    id: null,
    what: "has a row whose content, version, order or moment of learning is not as it was appended",
  })
}

const RECORDS = Object.entries(fields).flatMap(([name, { type }]) => (type === "record" ? [quote(name)] : []))

/** A row that cannot be read as an event at all. */
const UNREADABLE = [
  `kind NOT IN (${[...KIND_BY_CODE.keys()].join(", ")})`,
  ...RECORDS.map((name) => `coalesce(NOT json_valid(${name}), false)`),
].join(" OR ")

async function unreadableRows(
  duck: DuckWarehouse,
  { first_seq, last_seq }: BatchRow,
): Promise<readonly { readonly seq: number; readonly id: string }[]> {
  const rows = await duck.rows(`SELECT seq, id FROM ledger WHERE seq BETWEEN $1 AND $2 AND (${UNREADABLE}) ORDER BY seq`, [
    first_seq,
    last_seq,
  ])
  return rows.map((row) => ({ seq: row["seq"] as number, id: row["id"] as string }))
}

async function* rowsOf(
  duck: DuckWarehouse,
  decoder: Decoder,
  { first_seq, last_seq }: BatchRow,
): AsyncIterable<readonly DecodedEvent[]> {
  const own = await duck.connect()
  try {
    const result = await own.stream(
      `SELECT ${DECODED_COLUMNS} FROM ledger WHERE seq BETWEEN $1 AND $2 AND NOT (${UNREADABLE}) ORDER BY seq`,
      [first_seq, last_seq],
    )
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      yield await decoder.decode(chunk)
    }
  } finally {
    own.close()
  }
}
