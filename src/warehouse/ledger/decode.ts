import type { DuckDBDataChunk, DuckDBListValue, DuckDBValue } from "@duckdb/node-api"
import type { CanonicalEvent, FieldValue, KnownEvent } from "../../events/event.ts"
import { type FieldName, type FieldType, fields } from "../../events/fields.ts"
import { type KindName, kinds } from "../../events/kinds.ts"
import { quote } from "../schema.ts"
import type { SubjectNames, Words } from "./names.ts"

const ENVELOPE = ["seq", "id", "event_version", "at", "learned_at", "kind", "subject", "id_hash", "digest"] as const
const FIELDS = Object.keys(fields) as readonly FieldName[]
const REFS = FIELDS.filter((name) => fields[name].type === "ref")

/** The columns of the ledger that a decoder reads, in its order. */
export const DECODED_COLUMNS = [...ENVELOPE, ...FIELDS].map(quote).join(", ")

/** Where each field stands in DECODED_COLUMNS. */
const PLACE = Object.fromEntries([...ENVELOPE, ...FIELDS].map((name, i) => [name, i])) as Record<string, number>
/** What the ledger's numbers of kinds mean. */
export const KIND_BY_CODE: ReadonlyMap<number, { readonly name: KindName; readonly fields: readonly FieldName[] }> = new Map(
  Object.entries(kinds).map(([name, kind]) => [kind.code, { name: name as KindName, fields: [...kind.needs, ...kind.may] }]),
)

export interface Decoder {
  decode(chunk: DuckDBDataChunk): Promise<readonly DecodedEvent[]>
}

/** An event read back, with the hashes that were written beside it. */
export interface DecodedEvent extends KnownEvent {
  readonly digest: bigint
  readonly id_hash: bigint
}

/** Rows of the ledger (DECODED_COLUMNS) → events. */
export function openDecoder(words: Words, subjects: SubjectNames): Decoder {
  return {
    async decode(chunk) {
      const rows = chunk.rowCount
      await subjects.learn(subjectCodesOf(chunk))
      const item = (name: string, row: number) => chunk.getColumnVector(PLACE[name]!).getItem(row)
      return Array.from({ length: rows }, (_, row) => ({
        seq: Number(item("seq", row)),
        event_version: item("event_version", row) as number,
        learned_at: Number(item("learned_at", row)),
        digest: item("digest", row) as bigint,
        id_hash: item("id_hash", row) as bigint,
        event: decodeEvent((name) => item(name, row), words, subjects),
      }))
    },
  }
}

function* subjectCodesOf(chunk: DuckDBDataChunk): Iterable<number> {
  for (const name of ["subject", ...REFS]) {
    const vector = chunk.getColumnVector(PLACE[name]!)
    for (let row = 0; row < chunk.rowCount; row++) {
      const code = vector.getItem(row)
      if (code !== null) yield code as number
    }
  }
}

function decodeEvent(item: (name: string) => DuckDBValue, words: Words, subjects: SubjectNames): CanonicalEvent {
  const kind = KIND_BY_CODE.get(item("kind") as number)!
  const event: Record<string, FieldValue> = {
    id: item("id") as string,
    at: Number(item("at")),
    kind: kind.name,
    subject: subjects.name(item("subject") as number),
  }
  for (const name of kind.fields) {
    const value = item(name)
    if (value !== null) event[name] = decodeValue(fields[name].type, value, words, subjects)
  }
  // The ledger was filled from checked events, and the fields of a kind are never taken away.
  return event as unknown as CanonicalEvent
}

function decodeValue(type: FieldType, value: DuckDBValue, words: Words, subjects: SubjectNames): FieldValue {
  switch (type) {
    case "word":
      return words.word(value as number)
    case "ref":
      return subjects.name(value as number)
    case "moment":
      return Number(value)
    case "words":
      return (value as DuckDBListValue).items.map((code) => words.word(code as number))
    case "record":
      return JSON.parse(value as string) as FieldValue
    case "text":
    case "number":
    case "boolean":
      return value as FieldValue
    default:
      return type satisfies never
  }
}
