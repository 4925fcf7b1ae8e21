import type { CanonicalEvent } from "../../events/event.ts"
import { type FieldName, fields, type FieldType } from "../../events/fields.ts"
import { addHash, type Halves, type Hash, hashNumber, hashText } from "../../events/hash.ts"
import { kinds } from "../../events/kinds.ts"
import { wellFormed } from "../../events/words.ts"
import {
  addValue,
  emptyColumn,
  type FieldColumn,
  type GrowingColumn,
  GrowingTexts,
  type Numbers,
  packedColumn,
  type Texts,
} from "./field-column.ts"

/** Events by column, as the engine takes them: an object for each of a hundred thousand events costs more than all else. */
export interface EventColumns<T extends Texts = Texts, N extends Numbers = Numbers> {
  readonly ids: string[]
  readonly at: N
  readonly kinds: N
  readonly subjects: { readonly texts: T; readonly values: N }
  readonly fields: Map<FieldName, FieldColumn<T, N>>
  /** Low and high halves after each other, of the id and of all that the event says. */
  readonly idHashes: N
  readonly digests: N
  /** For events of another ledger: when that one learned each, and as which version. */
  readonly learnedAt: N
  readonly versions: N
}

/**
 * What a field's hash is mixed with, so that one word in two fields counts for two things. From the name, which never changes. The
 * fields of the envelope have theirs too.
 */
const SEEDS: ReadonlyMap<string, { readonly type: FieldType; readonly seed: Halves }> = new Map(
  Object.entries(fields).map(([name, { type }]) => [name, { type, seed: hashText(name) }]),
)
const [ID, AT, KIND, SUBJECT] = [hashText("id"), hashText("at"), hashText("kind"), hashText("subject")]
const KIND_HASHES = new Map(Object.keys(kinds).map((name) => [name, hashText(name)]))

/** Columns that events can be added to. */
export type GrowingColumns = EventColumns<GrowingTexts, number[]>

export function emptyColumns(): GrowingColumns {
  return {
    ids: [],
    at: [],
    kinds: [],
    subjects: { texts: new GrowingTexts(), values: [] },
    fields: new Map(),
    idHashes: [],
    digests: [],
    learnedAt: [],
    versions: [],
  }
}

export function columnsOf(events: readonly CanonicalEvent[]): GrowingColumns {
  const columns = emptyColumns()
  for (const event of events) addEvent(columns, event)
  return columns
}

const idHash: Hash = { low: 0, high: 0 }
const atHash: Hash = { low: 0, high: 0 }

/** Adds one row. Its digest is a sum over the fields, so their order in the object does not matter. */
export function addEvent(columns: GrowingColumns, event: CanonicalEvent): void {
  const id = wellFormed(event.id)
  const row = columns.ids.push(id) - 1
  const { texts, values } = columns.subjects
  const subject = texts.place(event.subject)
  columns.at.push(event.at)
  columns.kinds.push(kinds[event.kind].code)
  values.push(subject)
  hashText(id, idHash)
  columns.idHashes.push(idHash.low, idHash.high)
  const digest = { low: 0, high: 0 }
  addHash(digest, ID, idHash)
  addHash(digest, AT, hashNumber(event.at, atHash))
  addHash(digest, KIND, KIND_HASHES.get(event.kind)!)
  addHash(digest, SUBJECT, texts.hash(subject))
  for (const name in event) {
    const field = SEEDS.get(name)
    if (field === undefined) continue
    const value = event[name as FieldName]
    if (value !== undefined) addHash(digest, field.seed, addValue(columnFor(columns, name as FieldName, field.type), row, value))
  }
  columns.digests.push(digest.low, digest.high)
}

/** The same columns as another thread takes them fastest. */
export function packed(columns: GrowingColumns): EventColumns {
  const { at, kinds: codes, subjects, idHashes, digests, learnedAt, versions } = columns
  return {
    ids: columns.ids,
    at: Float64Array.from(at),
    kinds: Int32Array.from(codes),
    subjects: { texts: subjects.texts, values: Int32Array.from(subjects.values) },
    fields: new Map([...columns.fields].map(([name, column]) => [name, packedColumn(column)])),
    idHashes: Int32Array.from(idHashes),
    digests: Int32Array.from(digests),
    learnedAt: Float64Array.from(learnedAt),
    versions: Int32Array.from(versions),
  }
}

function columnFor({ fields: columns }: GrowingColumns, name: FieldName, type: FieldType): GrowingColumn {
  const column = columns.get(name)
  if (column) return column
  const empty = emptyColumn(type)
  columns.set(name, empty)
  return empty
}

/** Two halves of a column of them as one number. */
export function joined(halves: Numbers, row: number): bigint {
  return (BigInt(halves[2 * row + 1]!) << 32n) | BigInt(halves[2 * row]! >>> 0)
}
