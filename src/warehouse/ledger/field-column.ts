import type { Attributes, FieldValue } from "../../events/event.ts"
import type { FieldType } from "../../events/fields.ts"
import { type Halves, type Hash, hashList, hashNumber, hashText } from "../../events/hash.ts"
import { wellFormed } from "../../events/words.ts"

/** The different texts of one column of a batch, in the order they first appear. */
export interface Texts {
  readonly all: readonly string[]
}

/** Texts that become more. Sent to another thread, only the texts arrive: what finds them is private or a method. */
export class GrowingTexts implements Texts {
  readonly all: string[] = []
  readonly #hashes: Halves[] = []
  readonly #places = new Map<string, number>()

  /** Where the text stands in `all`; it is put there if it is new. */
  place(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    const mended = wellFormed(text)
    if (mended !== text) return this.place(mended)
    this.#places.set(text, this.all.length)
    this.#hashes.push(hashText(text))
    return this.all.push(text) - 1
  }

  /** Of the text that stands there. */
  hash(place: number): Halves {
    return this.#hashes[place]!
  }
}

/** Numbers one after another: a list while it grows, packed when it goes to another thread. */
export type Numbers = ArrayLike<number>

/** One field of the events of a batch: only the rows that have it, rising, and their values. */
export type FieldColumn<T extends Texts = Texts, N extends Numbers = Numbers> = { readonly rows: N } & (
  | { readonly type: "word" | "ref"; readonly texts: T; readonly values: N }
  | { readonly type: "words"; readonly texts: T; readonly values: (readonly number[])[] }
  | { readonly type: "text" | "record"; readonly values: string[] }
  | { readonly type: "number" | "moment" | "boolean"; readonly values: N }
)

export type GrowingColumn = FieldColumn<GrowingTexts, number[]>

export function emptyColumn(type: FieldType): GrowingColumn {
  switch (type) {
    case "word":
    case "ref":
      return { type, rows: [], texts: new GrowingTexts(), values: [] }
    case "words":
      return { type, rows: [], texts: new GrowingTexts(), values: [] }
    case "text":
    case "record":
      return { type, rows: [], values: [] }
    case "number":
    case "moment":
    case "boolean":
      return { type, rows: [], values: [] }
    default:
      return type satisfies never
  }
}

/** Written over by each value that is no text of a dictionary. */
const scratch: Hash = { low: 0, high: 0 }

/** Adds the value of a row behind those before; gives its hash until the next. The type of the column says the type of the value. */
export function addValue(column: GrowingColumn, row: number, value: FieldValue): Halves {
  column.rows.push(row)
  switch (column.type) {
    case "word":
    case "ref": {
      const place = column.texts.place(value as string)
      column.values.push(place)
      return column.texts.hash(place)
    }
    case "words": {
      const { texts } = column
      const places = (value as readonly string[]).map((text) => texts.place(text))
      column.values.push(places)
      return hashList(
        places.map((place) => texts.hash(place)),
        scratch,
      )
    }
    case "record":
    case "text": {
      const text = column.type === "text" ? wellFormed(value as string) : recordText(value as Attributes)
      column.values.push(text)
      return hashText(text, scratch)
    }
    case "number":
    case "moment":
    case "boolean":
      column.values.push(Number(value))
      return hashNumber(Number(value), scratch)
    default:
      return column satisfies never
  }
}

/** JSON with the names in their order. */
function recordText(record: Attributes): string {
  const text = JSON.stringify(record)
  if (!text.includes(HALF_CHARACTER)) return text
  const mend = (value: Attributes[string]) =>
    typeof value === "string" ? wellFormed(value) : typeof value === "number" ? value : value.map(wellFormed)
  return JSON.stringify(Object.fromEntries(Object.entries(record).map(([name, value]) => [wellFormed(name), mend(value)])))
}

/** How JSON writes a character that is only half there. */
const HALF_CHARACTER = "\\ud"

/** The same column as another thread takes it fastest. */
export function packedColumn(column: GrowingColumn): FieldColumn {
  const rows = Int32Array.from(column.rows)
  switch (column.type) {
    case "word":
    case "ref":
      return { ...column, rows, values: Int32Array.from(column.values) }
    case "number":
    case "moment":
    case "boolean":
      return { ...column, rows, values: Float64Array.from(column.values) }
    case "words":
    case "text":
    case "record":
      return { ...column, rows }
    default:
      return column satisfies never
  }
}
