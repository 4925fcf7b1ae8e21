import type { DuckDBConnection } from "@duckdb/node-api"
import { type FieldName, fields } from "../../events/fields.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { type WrittenColumn, writeRows } from "../vectors.ts"
import type { EventColumns } from "./columns.ts"
import { type Dictionary, openDictionary } from "./dictionary.ts"
import { hashMemory, type HashMemory, noMemory } from "./hash-memory.ts"
import { emptyColumn, type FieldColumn, type Texts } from "./field-column.ts"

/** The tables that a batch is written to. */
export interface LedgerTables {
  readonly words: Dictionary
  readonly subjects: Dictionary
  /** Of the events in the ledger. */
  readonly ids: HashMemory
  /** Of the ledger itself, in their order: the fields it learned last come last. */
  readonly columns: readonly string[]
}

/** Where their rows only ever become more, it is remembered what they have. */
export async function openLedgerTables(duck: DuckWarehouse, onlyGrow: boolean): Promise<LedgerTables> {
  const remembering = (table: string, number: string, hash: string) =>
    onlyGrow ? hashMemory(duck, { table, number, hash }) : noMemory(number)
  return {
    words: openDictionary(duck.connection, "words", remembering("words", "code", "hash")),
    subjects: openDictionary(duck.connection, "subjects", remembering("subjects", "code", "hash")),
    ids: remembering("ledger", "seq", "id_hash"),
    columns: await columnsOfLedger(duck),
  }
}

export async function columnsOfLedger(duck: DuckWarehouse): Promise<readonly string[]> {
  const rows = await duck.rows("DESCRIBE ledger")
  return rows.map((row) => String(row["column_name"]))
}

/** Appends the rows to the ledger. */
export async function writeColumns(
  connection: DuckDBConnection,
  events: EventColumns,
  at: { readonly batch: number; readonly first_seq: number },
  tables: LedgerTables,
): Promise<void> {
  await learn(events, tables)
  const envelope = writtenEnvelope(events, at, tables)
  const columns = tables.columns.map(
    (name) => envelope[name] ?? writtenField(events.fields.get(name as FieldName) ?? emptyField(name as FieldName), tables),
  )
  await writeRows(connection, { name: "ledger" }, columns, events.ids.length)
}

/**
 * New words get their codes field by field in the order of the fields' names, new subjects in the order of the rows: codes are the
 * same however often the same batches are written, and never a matter of the objects' order.
 */
async function learn({ subjects, fields }: EventColumns, tables: LedgerTables): Promise<void> {
  const names = [...fields.keys()].sort() as readonly FieldName[]
  const texts = (wanted: (column: FieldColumn) => boolean) =>
    names.flatMap((name) => {
      const column = fields.get(name)!
      return wanted(column) && "texts" in column ? column.texts.all : []
    })
  await tables.subjects.learn([...subjects.texts.all, ...texts((column) => column.type === "ref")])
  await tables.words.learn(texts((column) => column.type !== "ref"))
}

/** A field that no event of the batch has. */
function emptyField(name: FieldName): FieldColumn {
  return emptyColumn(fields[name].type)
}

function writtenEnvelope(
  { ids, at, kinds, subjects, versions, learnedAt, idHashes, digests }: EventColumns,
  { batch, first_seq }: { readonly batch: number; readonly first_seq: number },
  tables: LedgerTables,
): Readonly<Record<string, WrittenColumn>> {
  const codes = codesOf(subjects.texts, tables.subjects)
  return {
    seq: { type: "bigint", value: (row) => first_seq + row },
    batch: { type: "int", value: () => batch },
    id: { type: "text", value: (row) => ids[row]! },
    event_version: { type: "int", value: (row) => versions[row]! },
    at: { type: "bigint", value: (row) => at[row]! },
    learned_at: { type: "bigint", value: (row) => learnedAt[row]! },
    kind: { type: "tiny", value: (row) => kinds[row]! },
    subject: { type: "int", value: (row) => codes[subjects.values[row]!]! },
    id_hash: { type: "halves", halves: idHashes },
    digest: { type: "halves", halves: digests },
  }
}

function writtenField(column: FieldColumn, { words, subjects }: LedgerTables): WrittenColumn {
  const { rows } = column
  switch (column.type) {
    case "word":
    case "ref": {
      const codes = codesOf(column.texts, column.type === "ref" ? subjects : words)
      return { type: "int", rows, value: (i) => codes[column.values[i]!]! }
    }
    case "words": {
      const codes = codesOf(column.texts, words)
      return { type: "ints", rows, value: (i) => column.values[i]!.map((place) => codes[place]!) }
    }
    case "text":
    case "record":
      return { type: "text", rows, value: (i) => column.values[i]! }
    case "number":
      return { type: "double", rows, value: (i) => column.values[i]! }
    case "boolean":
      return { type: "boolean", rows, value: (i) => column.values[i]! }
    case "moment":
      return { type: "bigint", rows, value: (i) => column.values[i]! }
    default:
      return column satisfies never
  }
}

function codesOf(texts: Texts, dictionary: Dictionary): readonly number[] {
  return texts.all.map(dictionary.code)
}
