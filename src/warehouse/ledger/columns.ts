import type { CanonicalEvent } from "../../events/event.ts"
import { type FieldName, fields } from "../../events/fields.ts"
import { type Halves, hashNumber, hashPair, hashText, scattered } from "../../events/hash.ts"
import { kinds } from "../../events/kinds.ts"
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

/** What a field's hash is mixed with, so that one word in two fields counts for two things. From the name, which never changes. */
const SEEDS = new Map(Object.keys(fields).map((name) => [name as FieldName, hashText(name)]))

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

/** Adds one row. Its digest is a sum over the fields, so their order in the object does not matter. */
export function addEvent(columns: EventColumns, event: CanonicalEvent): void {
  const row = columns.ids.push(event.id) - 1
  const kind = kinds[event.kind].code
  const subject = columns.subjects.texts.place(event.subject)
  columns.at.push(event.at)
  columns.kinds.push(kind)
  columns.subjects.values.push(subject)
  const id = hashText(event.id)
  columns.idHashes.push(id[0], id[1])
  let [low, high] = envelopeHash(id, event.at, kind, columns.subjects.texts.hash(subject))
  for (const name in event) {
    const seed = SEEDS.get(name as FieldName)
    const value = event[name as FieldName]
    if (seed === undefined || value === undefined) continue
    const hash = addValue(columnFor(columns, name as FieldName), row, value)
    low = (low + scattered(hash[0] ^ seed[0])) | 0
    high = (high + scattered(hash[1] ^ seed[1])) | 0
  }
  columns.digests.push(low, high)
}

function envelopeHash(id: Halves, at: number, kind: number, subject: Halves): Halves {
  const when = hashNumber(at)
  const what = hashPair(kind, 0x6b696e64)
  return [
    scattered(id[0] ^ scattered(when[0] ^ scattered(what[0] ^ subject[0]))),
    scattered(id[1] ^ scattered(when[1] ^ scattered(what[1] ^ subject[1]))),
  ]
}

function columnFor({ fields: columns }: EventColumns, name: FieldName): FieldColumn {
  const column = columns.get(name)
  if (column) return column
  const empty = emptyColumn(fields[name].type)
  columns.set(name, empty)
  return empty
}

/** Two halves of a column of them as one number. */
export function joined(halves: readonly number[], row: number): bigint {
  return (BigInt(halves[2 * row + 1]!) << 32n) | BigInt(halves[2 * row]! >>> 0)
}
