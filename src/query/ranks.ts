import type { Asked } from "../metrics/resolve.ts"
import { grouped } from "./grouped.ts"
import type { AnswerRow, Cell } from "./question.ts"

/** The groups of a mix in the order of their shares, the largest first, and the shares summed up to each: `also.rank`, `also.cumulative`. */
export function withRanks(rows: readonly AnswerRow[], asked: readonly Asked[]): readonly AnswerRow[] {
  const mixed = asked.filter(({ metric }) => metric.value.kind === "mix")
  return mixed.reduce((all, { ref }) => rankedBy(ref, all), rows)
}

function rankedBy(ref: string, rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const ranks = new Map<AnswerRow, Cell>()
  for (const ofBucket of grouped(rows.filter(isGroup(ref)), ({ bucket }) => bucket).values()) {
    let cumulative = 0
    // Equal ones keep the order of their names.
    for (const [i, row] of ofBucket.toSorted((a, b) => b.cells[ref]!.value! - a.cells[ref]!.value!).entries()) {
      const cell = row.cells[ref]!
      cumulative += cell.value!
      ranks.set(row, { ...cell, also: { ...cell.also, rank: i + 1, cumulative } })
    }
  }
  return rows.map((row) => (ranks.has(row) ? { ...row, cells: { ...row.cells, [ref]: ranks.get(row)! } } : row))
}

/** A group with rows; the whole has no rank. */
const isGroup =
  (ref: string) =>
  ({ by, cells }: AnswerRow): boolean =>
    Object.keys(by).length > 0 && cells[ref] !== undefined && cells[ref].value !== null && cells[ref].n > 0
