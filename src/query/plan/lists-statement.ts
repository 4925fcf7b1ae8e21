import type { Condition, Term } from "../../metrics/expression.ts"
import type { Marks } from "./marks.ts"
import type { Feed, Grouping, GroupingSet } from "./feed.ts"
import { writeCondition, writeTerm, type Writer } from "./writer.ts"

/** The finished and the running durations of one metric, and the cells that need them. */
export interface ListColumn {
  /** More than one in twenty of the cell still runs. */
  readonly open: string
  readonly selects: readonly string[]
}

export function listColumns({ pass }: Feed, marks: Marks, w: Writer): readonly ListColumn[] {
  return pass.members.flatMap(({ needs: { lists }, columns }) => {
    if (!lists) return []
    const [finished, running] = [columns["n"]!, columns["censored"]!]
    const open = `20 * cell.${running} > cell.${finished} + cell.${running}`
    const list = (of: Term, where: Condition, name: string) => {
      const value = marks.mark(writeTerm(of, w), `of_${name}`)
      return `${w.dialect.list(value, `${open} AND ${marks.mark(writeCondition(where, w), `in_${name}`)}`)} AS ${name}_list`
    }
    return [{ open, selects: [list(lists.took, lists.finished, finished), list(lists.soFar, lists.censored, running)] }]
  })
}

/** The lists of one kind of cell: those of a bucket and split, of a bucket, … */
export function writeLists(
  id: number,
  grouping: Grouping,
  set: GroupingSet,
  splits: readonly string[],
  lists: readonly ListColumn[],
): string {
  const whole = set.splits.length === 0 ? 1 : 0
  const keys = [set.key, ...set.splits].map((name) => `cell.${name}`)
  const joined = [
    `cell.${set.key} = fact.${set.key}`,
    ...set.splits.map((name) => `cell.${name} IS NOT DISTINCT FROM fact.${name}`),
    `cell.whole = ${whole}`,
  ]
  const selects = [...new Set(lists.flatMap((list) => list.selects))]
  const open = [...new Set(lists.map((list) => list.open))].map((one) => `(${one})`).join(" OR ")
  // What a kind of cell does not have is NULL: the rows of all kinds come back together.
  const missing = splits.length > 0 && whole === 1 ? splits.map((name) => `NULL AS ${name}`) : []
  return [
    `SELECT ${[`${id} AS feed`, `${whole} AS whole`, ...keys, ...missing].join(", ")},`,
    `  ${selects.join(",\n  ")}`,
    `FROM ${grouping.name} AS cell JOIN ${grouping.rows} AS fact ON ${joined.join(" AND ")}`,
    `WHERE ${open}`,
    `GROUP BY ${keys.join(", ")}`,
  ].join("\n")
}
