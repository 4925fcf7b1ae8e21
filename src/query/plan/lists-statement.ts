import type { Condition, Term } from "../../metrics/expression.ts"
import { termsOf } from "../../metrics/walk.ts"
import type { Select } from "./dialect.ts"
import type { Marks } from "./marks.ts"
import type { Feed, Grouping, GroupingSet } from "./feed.ts"
import { writeCondition, writeTerm, type Writer } from "./writer.ts"

/** The finished and the running durations of one metric, and the cells that need them. */
export interface ListColumn {
  /** More than one in twenty of the cell still runs. */
  readonly open: string
  /** By the name of the column: the list. */
  readonly selects: Readonly<Record<string, string>>
}

export function listColumns({ pass }: Feed, marks: Marks, w: Writer): readonly ListColumn[] {
  return pass.members.flatMap(({ needs: { lists }, columns }) => {
    if (!lists) return []
    const [finished, running] = [columns["n"]!, columns["censored"]!]
    const open = `20 * cell.${running} > cell.${finished} + cell.${running}`
    const list = (value: string, where: Condition, name: string) =>
      w.dialect.list(value, `${open} AND ${marks.mark(writeCondition(where, marks.writer), `in_${name}`)}`)
    const selects = {
      [`${finished}_list`]: list(marks.mark(writeTerm(lists.took, marks.writer), `of_${finished}`), lists.finished, finished),
      // How long each has lasted by now is asked of few cells, so it is worked out there.
      [`${running}_list`]: list(kept(lists.soFar, marks, w), lists.censored, running),
    }
    return [{ open, selects }]
  })
}

/** The term, over columns that the rows keep. */
function kept(term: Term, marks: Marks, w: Writer): string {
  for (const part of termsOf(term)) if (part.kind === "column" || part.kind === "attribute") marks.keep(writeTerm(part, w))
  return writeTerm(term, w)
}

/** The lists of one kind of cell: those of a bucket and split, of a bucket, … */
export function writeLists(
  id: number,
  grouping: Grouping,
  set: GroupingSet,
  splits: readonly string[],
  lists: readonly ListColumn[],
): Select {
  const whole = set.splits.length === 0 ? 1 : 0
  const keys = [set.key, ...set.splits]
  const joined = [
    `cell.${set.key} = fact.${set.key}`,
    ...set.splits.map((name) => `cell.${name} IS NOT DISTINCT FROM fact.${name}`),
    `cell.whole = ${whole}`,
  ]
  const selects = new Map(lists.flatMap((list) => Object.entries(list.selects)))
  const open = [...new Set(lists.map((list) => list.open))].map((one) => `(${one})`).join(" OR ")
  // What a kind of cell does not have is NULL: the rows of all kinds come back together.
  const missing = splits.length > 0 && whole === 1 ? splits : []
  const ours = [
    `${id} AS feed`,
    `${whole} AS whole`,
    ...keys.map((name) => `cell.${name} AS ${name}`),
    ...missing.map((name) => `NULL AS ${name}`),
  ]
  const sql = [
    `SELECT ${ours.join(", ")},`,
    `  ${[...selects].map(([name, list]) => `${list} AS ${name}`).join(",\n  ")}`,
    `FROM ${grouping.name} AS cell JOIN ${grouping.rows} AS fact ON ${joined.join(" AND ")}`,
    `WHERE ${open}`,
    `GROUP BY ${keys.map((name) => `cell.${name}`).join(", ")}`,
  ].join("\n")
  return { sql, columns: ["feed", "whole", ...keys, ...missing, ...selects.keys()], lists: new Set(selects.keys()) }
}
