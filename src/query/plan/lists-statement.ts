import type { Feed, Grouping, GroupingSet } from "./feed.ts"
import { writeCondition, writeTerm, type Writer } from "./writer.ts"

/** The finished and the running durations of one metric, and the cells that need them. */
export interface ListColumn {
  /** More than one in twenty of the cell still runs. */
  readonly open: string
  readonly selects: readonly string[]
}

export function listColumns({ pass }: Feed, w: Writer): readonly ListColumn[] {
  return pass.members.flatMap(({ needs: { lists }, columns }) => {
    if (!lists) return []
    const n = `cell.${columns["n"]}`
    const running = `cell.${columns["censored"]}`
    const open = `20 * ${running} > ${n} + ${running}`
    const list = (of: string, where: string, name: string) => `${w.dialect.list(of, `${open} AND ${where}`)} AS ${name}_list`
    const selects = [
      list(writeTerm(lists.took, w), writeCondition(lists.finished, w), columns["n"]!),
      list(writeTerm(lists.soFar, w), writeCondition(lists.censored, w), columns["censored"]!),
    ]
    return [{ open, selects }]
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
