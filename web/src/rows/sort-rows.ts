import type { RowsAnswer } from "../../../src/query/question.ts"

type Row = RowsAnswer["rows"][number]

/** `-wait_s` is by that column, largest first. What is not known comes last either way. */
export function sortRows(rows: readonly Row[], sort: string): readonly Row[] {
  const column = sort.replace(/^-/, "")
  const sign = sort.startsWith("-") ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === "string" && typeof right === "string") return sign * left.localeCompare(right, "en", { numeric: true })
    return sign * (Number(left) - Number(right))
  })
}
