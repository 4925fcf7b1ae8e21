import type { FieldValue } from "../../events/event.ts"
import type { FieldType } from "../../events/fields.ts"
import { type Halves, hashList, hashNumber, hashText } from "../../events/hash.ts"

/** The different texts of one column of a batch, in the order they first appear. */
export interface Texts {
  readonly all: readonly string[]
  /** Where the text stands in `all`; it is put there if it is new. */
  readonly place: (text: string) => number
  readonly hash: (place: number) => Halves
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

/** Adds the value of a row behind those before; gives its hash. The type of the column says the type of the value. */
export function addValue(column: FieldColumn, row: number, value: FieldValue): Halves {
  column.rows.push(row)
  switch (column.type) {
    case "word":
    case "ref": {
      const place = column.texts.place(value as string)
      column.values.push(place)
      return column.texts.hash(place)
    }
    case "words": {
      const places = (value as readonly string[]).map(column.texts.place)
      column.values.push(places)
      return hashList(places.map(column.texts.hash))
    }
    case "record":
    case "text": {
      const text = column.type === "text" ? (value as string) : JSON.stringify(value)
      column.values.push(text)
      return hashText(text)
    }
    case "number":
    case "moment":
    case "boolean":
      column.values.push(Number(value))
      return hashNumber(Number(value))
    default:
      return column satisfies never
  }
}

export function emptyTexts(): Texts {
  const all: string[] = []
  const hashes: Halves[] = []
  const places = new Map<string, number>()
  return {
    all,
    place(text) {
      const known = places.get(text)
      if (known !== undefined) return known
      places.set(text, all.length)
      hashes.push(hashText(text))
      return all.push(text) - 1
    },
    hash: (place) => hashes[place]!,
  }
}
