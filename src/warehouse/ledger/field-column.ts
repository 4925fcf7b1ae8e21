import type { Attributes, FieldValue } from "../../events/event.ts"
import type { FieldType } from "../../events/fields.ts"
import { type Halves, type Hash, hashList, hashNumber, hashText } from "../../events/hash.ts"
import { wellFormed } from "../../events/words.ts"

/** The different texts of one column of a batch, in the order they first appear. */
export interface Texts {
  readonly all: readonly string[]
  readonly hashes: readonly Halves[]
  /** Where the text stands in `all`; it is put there if it is new. */
  readonly place: (text: string) => number
}

/** One field of the events of a batch: only the rows that have it, rising, and their values. */
export type FieldColumn = { readonly rows: number[] } & (
  | { readonly type: "word" | "ref"; readonly texts: Texts; readonly values: number[] }
  | { readonly type: "words"; readonly texts: Texts; readonly values: (readonly number[])[] }
  | { readonly type: "text" | "record"; readonly values: string[] }
  | { readonly type: "number" | "moment" | "boolean"; readonly values: number[] }
)

export function emptyColumn(type: FieldType): FieldColumn {
  switch (type) {
    case "word":
    case "ref":
      return { type, rows: [], texts: emptyTexts(), values: [] }
    case "words":
      return { type, rows: [], texts: emptyTexts(), values: [] }
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
export function addValue(column: FieldColumn, row: number, value: FieldValue): Halves {
  column.rows.push(row)
  switch (column.type) {
    case "word":
    case "ref": {
      const place = column.texts.place(value as string)
      column.values.push(place)
      return column.texts.hashes[place]!
    }
    case "words": {
      const { texts } = column
      const places = (value as readonly string[]).map(texts.place)
      column.values.push(places)
      return hashList(
        places.map((place) => texts.hashes[place]!),
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

export function emptyTexts(): Texts {
  const all: string[] = []
  const hashes: Halves[] = []
  const places = new Map<string, number>()
  const place = (text: string): number => {
    const known = places.get(text)
    if (known !== undefined) return known
    const mended = wellFormed(text)
    if (mended !== text) return place(mended)
    places.set(text, all.length)
    hashes.push(hashText(text))
    return all.push(text) - 1
  }
  return { all, hashes, place }
}
