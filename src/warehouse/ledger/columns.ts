import type { CanonicalEvent } from "../../events/event.ts"
import { type FieldName, fields, type FieldType } from "../../events/fields.ts"
import { addHash, type Halves, type Hash, hashNumber, hashText } from "../../events/hash.ts"
import { kinds } from "../../events/kinds.ts"
import { wellFormed } from "../../events/words.ts"
import { addValue, emptyColumn, emptyTexts, type FieldColumn, type Texts } from "./field-column.ts"

/** Events by column, as the engine takes them: an object for each of a hundred thousand events costs more than all else. */
export interface EventColumns {
  readonly ids: string[]
  readonly at: number[]
  readonly kinds: number[]
  readonly subjects: { readonly texts: Texts; readonly values: number[] }
  readonly fields: Map<FieldName, FieldColumn>
  /** Low and high halves after each other, of the id and of all that the event says. */
  readonly idHashes: number[]
  readonly digests: number[]
  /** For events of another ledger: when that one learned each, and as which version. */
  readonly learnedAt: number[]
  readonly versions: number[]
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

export function emptyColumns(): EventColumns {
  return {
    ids: [],
    at: [],
    kinds: [],
    subjects: { texts: emptyTexts(), values: [] },
    fields: new Map(),
    idHashes: [],
    digests: [],
    learnedAt: [],
    versions: [],
  }
}

export function columnsOf(events: readonly CanonicalEvent[]): EventColumns {
  const columns = emptyColumns()
  for (const event of events) addEvent(columns, event)
  return columns
}

const idHash: Hash = { low: 0, high: 0 }
const atHash: Hash = { low: 0, high: 0 }

/** Adds one row. Its digest is a sum over the fields, so their order in the object does not matter. */
export function addEvent(columns: EventColumns, event: CanonicalEvent): void {
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
  addHash(digest, SUBJECT, texts.hashes[subject]!)
  for (const name in event) {
    const field = SEEDS.get(name)
    if (field === undefined) continue
    const value = event[name as FieldName]
    if (value !== undefined) addHash(digest, field.seed, addValue(columnFor(columns, name as FieldName, field.type), row, value))
  }
  columns.digests.push(digest.low, digest.high)
}

function columnFor({ fields: columns }: EventColumns, name: FieldName, type: FieldType): FieldColumn {
  const column = columns.get(name)
  if (column) return column
  const empty = emptyColumn(type)
  columns.set(name, empty)
  return empty
}

/** Two halves of a column of them as one number. */
export function joined(halves: readonly number[], row: number): bigint {
  return (BigInt(halves[2 * row + 1]!) << 32n) | BigInt(halves[2 * row]! >>> 0)
}
