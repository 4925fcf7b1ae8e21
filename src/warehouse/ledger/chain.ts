import { createHash, type Hash } from "node:crypto"
import type { EventColumns } from "./columns.ts"
import type { FieldColumn } from "./field-column.ts"

/** What stands before the first batch. */
export const CHAIN_START = "0".repeat(64)

export interface Link {
  readonly batch: number
  readonly source: string
  readonly learned_at: number
  readonly events: number
  readonly first_seq: number
  readonly last_seq: number
  readonly digest: string
}

/** Each batch vouches for all before it. */
export function chained(before: string, link: Link): string {
  const { batch, source, learned_at, events, first_seq, last_seq, digest } = link
  return createHash("sha256")
    .update(JSON.stringify([before, batch, source, learned_at, events, first_seq, last_seq, digest]))
    .digest("hex")
}

/** SHA-256 of everything a batch says, row by row in their order, with the version and the moment of learning of each. */
export function batchDigest(columns: EventColumns): string {
  const hash = createHash("sha256")
  addTexts(hash, columns.ids)
  hash.update(Float64Array.from(columns.at)).update(Uint8Array.from(columns.kinds))
  hash.update(Int32Array.from(columns.versions)).update(Float64Array.from(columns.learnedAt))
  addTexts(hash, columns.subjects.texts.all)
  hash.update(Int32Array.from(columns.subjects.values))
  for (const [name, column] of [...columns.fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name} ${column.rows.length};`).update(Int32Array.from(column.rows))
    addValues(hash, column)
  }
  return hash.digest("hex")
}

function addValues(hash: Hash, column: FieldColumn): void {
  switch (column.type) {
    case "word":
    case "ref":
      addTexts(hash, column.texts.all)
      hash.update(Int32Array.from(column.values))
      return
    case "words":
      addTexts(hash, column.texts.all)
      hash.update(Int32Array.from(column.values.flatMap((places) => [places.length, ...places])))
      return
    case "text":
    case "record":
      addTexts(hash, column.values)
      return
    case "number":
    case "moment":
    case "boolean":
      hash.update(Float64Array.from(column.values))
      return
    default:
      column satisfies never
  }
}

/** The most characters that are put together before they are digested. */
const TEXTS_AT_ONCE = 1 << 20

/** Each with its length, so that no content can imitate a border. */
function addTexts(hash: Hash, texts: readonly string[]): void {
  let some = `${texts.length};`
  for (const text of texts) {
    some += `${text.length}:${text}`
    if (some.length < TEXTS_AT_ONCE) continue
    hash.update(some)
    some = ""
  }
  hash.update(some)
}
