import { nameOf } from "../../../src/format.ts"
import type { RowsAnswer } from "../../../src/query/question.ts"

type Row = RowsAnswer["rows"][number]

/** `-wait_s` is by that column, largest first; people and teams as they are called. What is not known comes last either way. */
export function sortRows({ rows, columns, names }: Pick<RowsAnswer, "rows" | "columns" | "names">, sort: string): readonly Row[] {
  const column = sort.replace(/^-/, "")
  const called = new Map(Object.keys(names[column] ?? {}).map((word) => [word, nameOf(word, names[column])]))
  const moments = columns.some(({ name, unit }) => name === column && unit === "moment")
  const sign = sort.startsWith("-") ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    // In the night when clocks are put back, the later of two moments may have the earlier hour.
    if (moments) return sign * (Date.parse(String(left)) - Date.parse(String(right)))
    if (typeof left === "string" && typeof right === "string")
      return sign * (called.get(left) ?? left).localeCompare(called.get(right) ?? right, "en", { numeric: true })
    return sign * (Number(left) - Number(right))
  })
}
