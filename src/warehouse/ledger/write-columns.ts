import type { DuckDBConnection } from "@duckdb/node-api"
import type { FieldName } from "../../events/fields.ts"
import { quote } from "../schema.ts"
import { type WrittenColumn, writeRows } from "../vectors.ts"
import type { EventColumns } from "./columns.ts"
import type { Dictionary } from "./dictionary.ts"
import type { FieldColumn, Texts } from "./field-column.ts"

export interface Dictionaries {
  readonly words: Dictionary
  readonly subjects: Dictionary
}

/** Appends the rows to the ledger. Only the columns that some row fills are staged; the engine adds the others. */
export async function writeColumns(
  connection: DuckDBConnection,
  columns: EventColumns,
  at: { readonly batch: number; readonly first_seq: number },
  dictionaries: Dictionaries,
): Promise<void> {
  await learn(columns, dictionaries)
  const fields = [...columns.fields].map(([name, column]): Named => [name, writtenField(column, dictionaries)])
  const written = [...writtenEnvelope(columns, at, dictionaries), ...fields]
  const names = written.map(([name]) => quote(name)).join(", ")
  await connection.run(`CREATE OR REPLACE TEMP TABLE staged AS SELECT ${names} FROM ledger LIMIT 0`)
  const staged = written.map(([, column]) => column)
  await writeRows(connection, { name: "staged", catalog: "temp" }, staged, columns.ids.length)
  await connection.run(`INSERT INTO ledger (${names}) SELECT ${names} FROM temp.staged`)
  await connection.run("DROP TABLE temp.staged")
}

/**
 * New words get their codes field by field in the order of the fields' names, new subjects in the order of the rows: codes are the
 * same however often the same batches are written, and never a matter of the objects' order.
 */
async function learn({ subjects, fields }: EventColumns, dictionaries: Dictionaries): Promise<void> {
  const names = [...fields.keys()].sort() as readonly FieldName[]
  const texts = (wanted: (column: FieldColumn) => boolean) =>
    names.flatMap((name) => {
      const column = fields.get(name)!
      return wanted(column) && "texts" in column ? column.texts.all : []
    })
  await dictionaries.subjects.learn([...subjects.texts.all, ...texts((column) => column.type === "ref")])
  await dictionaries.words.learn(texts((column) => column.type !== "ref"))
}

type Named = readonly [name: string, column: WrittenColumn]

function writtenEnvelope(
  { ids, at, kinds, subjects, versions, learnedAt, idHashes, digests }: EventColumns,
  { batch, first_seq }: { readonly batch: number; readonly first_seq: number },
  dictionaries: Dictionaries,
): readonly Named[] {
  const codes = codesOf(subjects.texts, dictionaries.subjects)
  return [
    ["seq", { type: "bigint", value: (row) => first_seq + row }],
    ["batch", { type: "int", value: () => batch }],
    ["id", { type: "text", value: (row) => ids[row]! }],
    ["event_version", { type: "int", value: (row) => versions[row]! }],
    ["at", { type: "bigint", value: (row) => at[row]! }],
    ["learned_at", { type: "bigint", value: (row) => learnedAt[row]! }],
    ["kind", { type: "tiny", value: (row) => kinds[row]! }],
    ["subject", { type: "int", value: (row) => codes[subjects.values[row]!]! }],
    ["id_hash", { type: "halves", halves: idHashes }],
    ["digest", { type: "halves", halves: digests }],
  ]
}

function writtenField(column: FieldColumn, { words, subjects }: Dictionaries): WrittenColumn {
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
