import type { FieldValue } from "../../events/event.ts"
import { type EventColumns, emptyColumns } from "./columns.ts"
import { addValue, emptyColumn, type FieldColumn } from "./field-column.ts"

/** The columns with these rows only, which rise. Just as if only those events had been given. */
export function selectRows(columns: EventColumns, rows: readonly number[]): EventColumns {
  const selected = emptyColumns()
  const placeOf = new Int32Array(columns.ids.length).fill(-1)
  rows.forEach((row, place) => {
    placeOf[row] = place
    selected.ids.push(columns.ids[row]!)
    selected.at.push(columns.at[row]!)
    selected.kinds.push(columns.kinds[row]!)
    selected.subjects.values.push(selected.subjects.texts.place(columns.subjects.texts.all[columns.subjects.values[row]!]!))
    selected.idHashes.push(columns.idHashes[2 * row]!, columns.idHashes[2 * row + 1]!)
    selected.digests.push(columns.digests[2 * row]!, columns.digests[2 * row + 1]!)
    if (columns.learnedAt.length > 0) selected.learnedAt.push(columns.learnedAt[row]!)
    if (columns.versions.length > 0) selected.versions.push(columns.versions[row]!)
  })
  for (const [name, column] of columns.fields) {
    const kept = emptyColumn(column.type)
    for (let i = 0; i < column.rows.length; i++) {
      const place = placeOf[column.rows[i]!]!
      if (place >= 0) addValue(kept, place, valueAt(column, i))
    }
    if (kept.rows.length > 0) selected.fields.set(name, kept)
  }
  return selected
}

function valueAt(column: FieldColumn, i: number): FieldValue {
  switch (column.type) {
    case "word":
    case "ref":
      return column.texts.all[column.values[i]!]!
    case "words":
      return column.values[i]!.map((place) => column.texts.all[place]!)
    case "record":
      return JSON.parse(column.values[i]!) as FieldValue
    case "text":
    case "number":
    case "moment":
    case "boolean":
      return column.values[i]!
    default:
      return column satisfies never
  }
}
