import type { DuckDBConnection } from "@duckdb/node-api"
import type { Digest } from "../../events/digest.ts"
import type { CanonicalEvent, FieldValue } from "../../events/event.ts"
import { type FieldName, type FieldType, fields } from "../../events/fields.ts"
import { kinds } from "../../events/kinds.ts"
import { quote } from "../schema.ts"
import { type WrittenColumn, writeRows } from "../vectors.ts"
import type { Entry } from "./decide.ts"
import type { Dictionary } from "./dictionary.ts"

export interface Dictionaries {
  readonly words: Dictionary
  readonly subjects: Dictionary
}

/** The rows of one batch, ready to be written. */
export interface Rows {
  readonly batch: number
  readonly first_seq: number
  readonly entries: readonly Entry[]
  readonly digests: readonly Digest[]
  readonly hashes: readonly Digest[]
  readonly learned_at: (entry: Entry) => number
}

const ALL_FIELDS = Object.keys(fields) as readonly FieldName[]

/** Appends the rows to the ledger. Only the columns that some row fills are staged; the engine adds the others. */
export async function writeEntries(connection: DuckDBConnection, rows: Rows, dictionaries: Dictionaries): Promise<void> {
  const events = rows.entries.map((entry) => entry.event)
  const used = ALL_FIELDS.filter((name) => events.some((event) => event[name] !== undefined))
  await learn(events, used, dictionaries)
  const columns = [...envelopeColumns(rows, dictionaries), ...used.map((name) => fieldColumn(name, events, dictionaries))]
  const names = columns.map(([name]) => quote(name)).join(", ")
  await connection.run(`CREATE OR REPLACE TEMP TABLE staged AS SELECT ${names} FROM ledger LIMIT 0`)
  await writeRows(
    connection,
    { name: "staged", catalog: "temp" },
    columns.map(([, column]) => column),
    events.length,
  )
  await connection.run(`INSERT INTO ledger (${names}) SELECT ${names} FROM temp.staged`)
  await connection.run("DROP TABLE temp.staged")
}

/** The dictionaries get what is new in the order of the events, so that the codes do not depend on how they were cut into batches. */
async function learn(events: readonly CanonicalEvent[], used: readonly FieldName[], { words, subjects }: Dictionaries) {
  const newWords = new Set<string>()
  const newSubjects = new Set<string>()
  const codes = used.filter(
    (name) => fields[name].type === "word" || fields[name].type === "ref" || fields[name].type === "words",
  )
  for (const event of events) {
    newSubjects.add(event.subject)
    for (const name of codes) {
      const value = event[name]
      if (value === undefined) continue
      if (fields[name].type === "ref") newSubjects.add(value as string)
      else if (fields[name].type === "word") newWords.add(value as string)
      else for (const word of value as readonly string[]) newWords.add(word)
    }
  }
  await words.learn(newWords)
  await subjects.learn(newSubjects)
}

type Named = readonly [name: string, column: WrittenColumn]

function envelopeColumns(rows: Rows, { subjects }: Dictionaries): readonly Named[] {
  const { batch, first_seq, entries, digests, hashes, learned_at } = rows
  return [
    ["seq", { type: "bigint", value: (row) => first_seq + row }],
    ["batch", { type: "int", value: () => batch }],
    ["id", { type: "text", value: (row) => entries[row]!.event.id }],
    ["event_version", { type: "int", value: (row) => entries[row]!.version }],
    ["at", { type: "bigint", value: (row) => entries[row]!.event.at }],
    ["learned_at", { type: "bigint", value: (row) => learned_at(entries[row]!) }],
    ["kind", { type: "tiny", value: (row) => kinds[entries[row]!.event.kind].code }],
    ["subject", { type: "int", value: (row) => subjects.code(entries[row]!.event.subject) }],
    ["id_hash", { type: "halves", value: (row) => hashes[entries[row]!.given]! }],
    ["digest", { type: "halves", value: (row) => digests[entries[row]!.given]! }],
  ]
}

function fieldColumn(name: FieldName, events: readonly CanonicalEvent[], { words, subjects }: Dictionaries): Named {
  const value = (row: number) => events[row]![name]
  return [name, columnOf(fields[name].type, value, words.code, subjects.code)]
}

type Coder = (text: string) => number

/** The type of a field says the type of its value: EventFields holds the two together, one by one, but not for a field in general. */
function columnOf(type: FieldType, value: (row: number) => FieldValue | undefined, word: Coder, subject: Coder): WrittenColumn {
  switch (type) {
    case "word":
      return { type: "int", value: (row) => mapped(value(row) as string | undefined, word) }
    case "ref":
      return { type: "int", value: (row) => mapped(value(row) as string | undefined, subject) }
    case "text":
      return { type: "text", value: (row) => value(row) as string | undefined }
    case "number":
      return { type: "double", value: (row) => value(row) as number | undefined }
    case "boolean":
      return { type: "boolean", value: (row) => value(row) as boolean | undefined }
    case "moment":
      return { type: "bigint", value: (row) => value(row) as number | undefined }
    case "words":
      return { type: "ints", value: (row) => mapped(value(row) as readonly string[] | undefined, (list) => list.map(word)) }
    case "record":
      return { type: "text", value: (row) => mapped(value(row), (record) => JSON.stringify(record)) }
    default:
      return type satisfies never
  }
}

function mapped<T, R>(value: T | undefined, to: (value: T) => R): R | undefined {
  return value === undefined ? undefined : to(value)
}
