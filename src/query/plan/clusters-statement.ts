import { grouped } from "../grouped.ts"
import type { Moments } from "../statistics/index.ts"
import type { Select } from "./dialect.ts"
import type { Feed, Grouping, Scope } from "./feed.ts"
import { finest, splitsAmong, writeFinest, writeGrouping } from "./grouping-statement.ts"
import type { Marks } from "./marks.ts"
import { writeCondition, writeTerm, type Writer } from "./writer.ts"

/** A metric whose rows are summed by cluster: the columns of the rows that hold the cluster, the value, and whether the row counts. */
export interface ClusterColumn {
  readonly by: string
  readonly of: string
  readonly counted: string
  /** What its columns begin with. */
  readonly name: string
}

/** The moments over clusters, beside `clusters`, how many there are: x is a cluster's sum and y its number of rows. */
export const CLUSTER_MOMENTS = ["x", "y", "xx", "xy", "yy", "xxx", "xxy", "xyy", "yyy"] as const satisfies (keyof Moments)[]

export function clusterColumns({ pass }: Feed, marks: Marks, w: Writer): readonly ClusterColumn[] {
  const all = pass.members.flatMap(({ needs: { clusters }, columns }): readonly (readonly [string, ClusterColumn])[] => {
    if (!clusters) return []
    const name = columns[clusters.part]!
    const column = {
      name,
      by: marks.mark(writeTerm(clusters.by, w), `by_${name}`),
      of: marks.mark(writeTerm(clusters.of, w), `of_${name}`),
      counted: marks.mark(writeCondition(clusters.counted, w), `in_${name}`),
    }
    return [[name, column]]
  })
  // Two that count the same have one column.
  return [...new Map(all).values()]
}

/** Sums by cluster, first for the finest cells and from them for the others, because a cluster may have rows in several; then their moments. */
export function writeClusters(
  id: number,
  grouping: Grouping,
  keys: readonly string[],
  splits: readonly string[],
  columns: readonly ClusterColumn[],
  scope: Scope,
): readonly { readonly parts: readonly string[]; readonly select: Select }[] {
  const { dialect } = scope.writer
  return [...grouped(columns, ({ by }) => by)].map(([by, together], i) => {
    const clusters: Grouping = { ...grouping, name: `clusters_${grouping.name}_${i}`, each: [by] }
    const sums = new Map(
      together.flatMap(({ name, of, counted }) => [
        [`${name}_cluster_x`, dialect.sum(of, counted)],
        [`${name}_cluster_y`, dialect.count(counted)],
      ]),
    )
    const again = new Map([...sums.keys()].map((name) => [name, dialect.sum(name, "")]))
    return {
      parts: [
        writeFinest(clusters, keys, splits, sums),
        writeGrouping({ ...clusters, rows: finest(clusters) }, keys, splits, again, false, scope),
      ],
      select: writeMoments(id, clusters, [...keys, ...splitsAmong(grouping, splits)], splits, together, scope),
    }
  })
}

function writeMoments(
  id: number,
  clusters: Grouping,
  keys: readonly string[],
  splits: readonly string[],
  columns: readonly ClusterColumn[],
  { writer: { dialect } }: Scope,
): Select {
  const moments = columns.flatMap(({ name }) => {
    const counts = `${name}_cluster_y > 0`
    const moment = (factors: string) =>
      dialect.wideSum(
        factors.split("").map((factor) => `${name}_cluster_${factor}`),
        counts,
      )
    return [
      `${dialect.count(counts)} AS ${name}_clusters`,
      ...CLUSTER_MOMENTS.map((factors) => `${dialect.text(moment(factors))} AS ${name}_clusters_${factors}`),
    ]
  })
  const missing = splits.filter((split) => !keys.includes(split)).map((split) => `NULL AS ${split}`)
  const by = ["whole", ...keys].join(", ")
  return {
    sql: `SELECT ${[`${id} AS feed`, by, ...missing].join(", ")},\n  ${moments.join(",\n  ")}\nFROM ${clusters.name}\nGROUP BY ${by}`,
    columns: [
      "feed",
      "whole",
      ...keys,
      ...splits.filter((split) => !keys.includes(split)),
      ...columns.flatMap(({ name }) => [`${name}_clusters`, ...CLUSTER_MOMENTS.map((factors) => `${name}_clusters_${factors}`)]),
    ],
    lists: new Set(),
  }
}
