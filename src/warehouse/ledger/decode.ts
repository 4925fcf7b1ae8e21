import type { DuckDBDataChunk } from "@duckdb/node-api"
import type { CanonicalEvent, FieldValue, KnownEvent } from "../../events/event.ts"
import { type FieldName, fields } from "../../events/fields.ts"
import { type KindName, kinds } from "../../events/kinds.ts"
import { quote } from "../schema.ts"
import {
  type ReadColumn,
  readBigints,
  readDoubles,
  readHalves,
  readInts,
  readLists,
  readTexts,
  readTinies,
} from "../vector-reading.ts"
import type { SubjectNames, Words } from "./names.ts"

const ENVELOPE = ["seq", "id", "event_version", "at", "learned_at", "kind", "subject", "id_hash", "digest"] as const
const FIELDS = Object.keys(fields) as readonly FieldName[]
const ALL: readonly string[] = [...ENVELOPE, ...FIELDS]

/** The columns of the ledger that a decoder reads, in its order. */
export const DECODED_COLUMNS = ALL.map(quote).join(", ")

/** Where each column stands among them. */
const PLACE = Object.fromEntries(ALL.map((name, i) => [name, i])) as Readonly<
  Record<(typeof ENVELOPE)[number] | FieldName, number>
>

/** What the ledger's numbers of kinds mean. */
export const KIND_BY_CODE: ReadonlyMap<number, KindName> = new Map(
  Object.entries(kinds).map(([name, kind]) => [kind.code, name as KindName]),
)

/** An event read back, with the hashes that were written beside it. */
export interface DecodedEvent extends KnownEvent {
  readonly digest: readonly [low: number, high: number]
  readonly id_hash: readonly [low: number, high: number]
}

export interface Decoder {
  decode(chunk: DuckDBDataChunk): Promise<readonly DecodedEvent[]>
}

interface ReadField {
  readonly name: FieldName
  readonly column: ReadColumn<FieldValue>
}

/** Rows of the ledger (DECODED_COLUMNS) → events. */
export function openDecoder(words: Words, subjects: SubjectNames): Decoder {
  return {
    async decode(chunk) {
      await subjects.learn(subjectCodesIn(chunk))
      const read = FIELDS.map((name): ReadField => ({ name, column: readField(chunk, name, words, subjects) }))
      const present = read.filter(({ column }) => column.some)
      const known = readKnown(chunk)
      const event = readEvents(chunk, present, subjects)
      return Array.from({ length: chunk.rowCount }, (_, row) => ({ event: event(row), ...known(row) }))
    },
  }
}

function readKnown(chunk: DuckDBDataChunk): (row: number) => Omit<DecodedEvent, "event"> {
  const seq = readBigints(chunk, PLACE.seq)
  const version = readInts(chunk, PLACE.event_version)
  const learned = readBigints(chunk, PLACE.learned_at)
  const digests = readHalves(chunk, PLACE.digest)
  const hashes = readHalves(chunk, PLACE.id_hash)
  return (row) => ({
    seq: seq.value(row),
    event_version: version.value(row),
    learned_at: learned.value(row),
    digest: [digests[2 * row]!, digests[2 * row + 1]!],
    id_hash: [hashes[2 * row]!, hashes[2 * row + 1]!],
  })
}

function readEvents(
  chunk: DuckDBDataChunk,
  present: readonly ReadField[],
  subjects: SubjectNames,
): (row: number) => CanonicalEvent {
  const id = readTexts(chunk, PLACE.id)
  const at = readBigints(chunk, PLACE.at)
  const kind = readTinies(chunk, PLACE.kind)
  const subject = readInts(chunk, PLACE.subject)
  return (row) => {
    const event: Record<string, FieldValue> = {
      id: id.value(row),
      at: at.value(row),
      kind: KIND_BY_CODE.get(kind.value(row))!,
      subject: subjects.name(subject.value(row)),
    }
    for (const { name, column } of present) if (column.has(row)) event[name] = column.value(row)
    // The ledger was filled from checked events.
    return event as unknown as CanonicalEvent
  }
}

function* subjectCodesIn(chunk: DuckDBDataChunk): Iterable<number> {
  for (const name of ["subject", ...FIELDS.filter((name) => fields[name].type === "ref")] as const) {
    const codes = readInts(chunk, PLACE[name])
    for (let row = 0; codes.some && row < chunk.rowCount; row++) if (codes.has(row)) yield codes.value(row)
  }
}

function readField(chunk: DuckDBDataChunk, name: FieldName, words: Words, subjects: SubjectNames): ReadColumn<FieldValue> {
  const place = PLACE[name]
  const { type } = fields[name]
  switch (type) {
    case "word":
      return mapped(readInts(chunk, place), words.word)
    case "ref":
      return mapped(readInts(chunk, place), subjects.name)
    case "words":
      return mapped(readLists(chunk, place), (codes) => codes.map(words.word))
    case "moment":
      return readBigints(chunk, place)
    case "number":
      return readDoubles(chunk, place)
    case "boolean":
      return mapped(readTinies(chunk, place), (bit) => bit === 1)
    case "text":
      return readTexts(chunk, place)
    case "record":
      return mapped(readTexts(chunk, place), (text) => JSON.parse(text) as FieldValue)
    default:
      return type satisfies never
  }
}

function mapped<From, To>(column: ReadColumn<From>, to: (value: From) => To): ReadColumn<To> {
  return { some: column.some, has: column.has, value: (row) => to(column.value(row)) }
}
