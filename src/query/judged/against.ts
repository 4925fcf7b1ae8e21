import type { Asked } from "../../metrics/resolve.ts"
import { Problem } from "../../problem.ts"
import { changeOf } from "../change.ts"
import type { AnswerRow, Change, Question } from "../question.ts"

/** Each group beside one of them, bucket by bucket: what differs, with the interval that the statistic has. */
export function withAgainst(rows: readonly AnswerRow[], question: Question, asked: readonly Asked[]): readonly AnswerRow[] {
  const { against, by = [], compare } = question
  if (against === undefined) return rows
  const [split] = by
  if (split === undefined || by.length > 1 || compare !== undefined)
    throw new Problem("against.no_split", { against: against ?? "what is not known" })
  const control = new Map(rows.filter((row) => row.by[split] === against).map((row) => [row.bucket, row]))
  if (control.size === 0) throw new Problem("against.unknown", { against: against ?? "", by: split, has: groupsIn(rows, split) })
  return rows.map((row) => {
    if (!(split in row.by) || row.by[split] === against) return row
    return { ...row, changes: changesOf(row, control.get(row.bucket)!, asked) }
  })
}

function changesOf(row: AnswerRow, control: AnswerRow, asked: readonly Asked[]): Readonly<Record<string, Change>> {
  return Object.fromEntries(asked.map(({ ref, metric }) => [ref, changeOf(row.cells[ref]!, control.cells[ref]!, metric)]))
}

function groupsIn(rows: readonly AnswerRow[], split: string): readonly string[] {
  return [...new Set(rows.flatMap(({ by }) => by[split] ?? []))]
}
