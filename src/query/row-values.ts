import type { Column, ColumnType } from "../warehouse/tables.ts"
import type { Row } from "../warehouse/warehouse.ts"
import type { RowColumn } from "./question.ts"
import { written } from "./time/zone.ts"

/** The names behind the codes of a page of rows. */
export interface Texts {
  readonly words: ReadonlyMap<number, string>
  readonly subjects: ReadonlyMap<number, string>
}

type Plain = string | number | boolean | null

/** A row as people read it: names for codes, seconds for milliseconds, local time for moments. */
export function plainRow(
  row: Row,
  columns: readonly (readonly [name: string, column: Column])[],
  texts: Texts,
  zone: string,
): Readonly<Record<string, Plain>> {
  return Object.fromEntries(columns.map(([name, { type }]) => [name, plainValue(row[name], type, texts, zone)]))
}

export function unitOf(type: ColumnType): RowColumn["unit"] {
  switch (type) {
    case "subject":
      return "conversation"
    case "moment":
      return "moment"
    case "ms":
      return "seconds"
    case "count":
      return "count"
    case "boolean":
      return "boolean"
    case "number":
      return "score"
    default:
      return "text"
  }
}

function plainValue(value: unknown, type: ColumnType, texts: Texts, zone: string): Plain {
  if (value === null || value === undefined) return null
  if (type === "boolean") return value === true
  const number = Number(value)
  switch (type) {
    case "code":
      return texts.words.get(number) ?? null
    case "subject":
      return texts.subjects.get(number) ?? null
    case "moment":
      return written(number, zone)
    case "ms":
      return number / 1000
    default:
      return number
  }
}
