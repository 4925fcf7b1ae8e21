import { grouped } from "../grouped.ts"
import type { ColumnType } from "../../warehouse/tables.ts"
import type { Moments } from "../statistics/index.ts"
import type { Select } from "./dialect.ts"
import type { Feed, Grouping, Scope } from "./feed.ts"
import { finest, splitsAmong, writeFinest, writeGrouping } from "./grouping-statement.ts"
import type { Marks } from "./marks.ts"
import type { Member } from "./plan.ts"
import { writeCondition, writeTerm } from "./writer.ts"

/** A metric whose rows are summed by cluster: the columns of the rows that hold the cluster, the value, and whether the row counts. */
export interface ClusterColumn {
  readonly by: string
  readonly of: string
  readonly counted: string
  /** What its columns begin with. */
  readonly name: string
  /** The cluster is a whole number. */
  readonly numbered: boolean
}

const NUMBERED: ReadonlySet<ColumnType> = new Set<ColumnType>(["code", "subject"])

/** The moments over clusters, beside `clusters`, how many there are: x is a cluster's sum and y its number of rows. */
export const CLUSTER_MOMENTS = ["x", "y", "xx", "xy", "yy", "xxx", "xxy", "xyy", "yyy"] as const satisfies (keyof Moments)[]

/** What the moments of a metric's clusters go by: this is the column of their number, and the others begin with it. */
export function clustersName({ needs: { clusters }, columns }: Member): string | null {
  return clusters ? `${columns[clusters.part]!}_clusters` : null
}

export function clusterColumns({ pass }: Feed, marks: Marks): readonly ClusterColumn[] {
  const all = pass.members.flatMap(({ needs: { clusters }, columns }): readonly (readonly [string, ClusterColumn])[] => {
    if (!clusters) return []
    const name = columns[clusters.part]!
    const column = {
      name,
      by: marks.mark(writeTerm(clusters.by, marks.writer), `by_${name}`),
      of: marks.mark(writeTerm(clusters.of, marks.writer), `of_${name}`),
      counted: marks.mark(writeCondition(clusters.counted, marks.writer), `in_${name}`),
      numbered: clusters.by.kind === "column" && NUMBERED.has(clusters.by.type),
    }
    return [[name, column]]
  })
  // Two that count the same have one column.
  return [...new Map(all).values()]
}

/**
 * Sums by cluster, first for the finest cells; then their moments for all. Most clusters lie in one finest cell: their moments are added up
 * like any count. Only those with rows in several are put together anew for each kind of cells.
 */
export function writeClusters(
  id: number,
  grouping: Grouping,
  keys: readonly string[],
  splits: readonly string[],
  columns: readonly ClusterColumn[],
  scope: Scope,
): readonly { readonly parts: readonly string[]; readonly select: Select }[] {
  return [...grouped(columns, ({ by }) => by)].map(([by, together], i) => {
    const clusters: Grouping = { ...grouping, name: `clusters_${grouping.name}_${i}`, each: [by] }
    return {
      parts: writeParts({ clusters, by, keys, splits, columns: together, scope }),
      select: writeMoments(id, clusters, [...keys, ...splitsAmong(grouping, splits)], splits, together, scope),
    }
  })
}

interface Clusters {
  readonly clusters: Grouping
  readonly by: string
  readonly keys: readonly string[]
  readonly splits: readonly string[]
  readonly columns: readonly ClusterColumn[]
  readonly scope: Scope
}

function writeParts({ clusters, by, keys, splits, columns, scope }: Clusters): readonly string[] {
  const { dialect } = scope.writer
  const { name } = clusters
  const sums = columns.flatMap((column) => [
    [`${column.name}_cluster_x`, dialect.sum(column.of, column.counted)] as const,
    [`${column.name}_cluster_y`, dialect.count(column.counted)] as const,
  ])
  const addedUp = (names: readonly string[]) => new Map(names.map((sum) => [sum, dialect.sum(sum, "")]))
  const moments = momentsOf(columns, scope)
  const cells = [...keys, ...splitsAmong(clusters, splits)]
  const byCells = `  GROUP BY ${cells.join(", ")}`
  return [
    writeFinest(clusters, keys, splits, new Map(sums)),
    `several_${name} AS (\n  SELECT ${by} AS cluster FROM ${finest(clusters)} WHERE ${by} IS NOT NULL GROUP BY ${by} HAVING count(*) > 1\n)`,
    dialect.once(
      `told_${name}`,
      `  SELECT *, ${by} IS NULL OR ${by} IN (SELECT cluster FROM several_${name}) AS is_several FROM ${finest(clusters)}`,
    ),
    writeGrouping(
      { ...clusters, name: `joined_${name}`, rows: `told_${name}\n  WHERE is_several` },
      keys,
      splits,
      addedUp(sums.map(([sum]) => sum)),
      false,
      scope,
    ),
    `alone_${name} AS (\n  SELECT ${[...cells, ...moments.map(([name, text]) => `${text} AS ${name}`)].join(", ")}\n  FROM told_${name}\n  WHERE NOT is_several\n${byCells}\n)`,
    writeGrouping(
      { ...clusters, name, rows: `alone_${name}`, each: [] },
      keys,
      splits,
      addedUp(moments.map(([name]) => name)),
      false,
      scope,
    ),
  ]
}

type Named = readonly [name: string, text: string]

/** Of clusters that have a row which counts. */
function momentsOf(columns: readonly ClusterColumn[], { writer: { dialect } }: Scope): readonly Named[] {
  return columns.flatMap(({ name }) => {
    const counts = `${name}_cluster_y > 0`
    const moment = (factors: string) =>
      dialect.wideSum(
        factors.split("").map((factor) => `${name}_cluster_${factor}`),
        counts,
      )
    return [
      [`${name}_clusters`, dialect.count(counts)],
      ...CLUSTER_MOMENTS.map((factors): Named => [`${name}_clusters_${factors}`, moment(factors)]),
    ] satisfies readonly Named[]
  })
}

/** The moments of clusters of both sorts in one row a cell. */
function writeMoments(
  id: number,
  { name }: Grouping,
  keys: readonly string[],
  splits: readonly string[],
  columns: readonly ClusterColumn[],
  scope: Scope,
): Select {
  const { dialect } = scope.writer
  const moments = momentsOf(columns, scope)
  const missing = splits.filter((split) => !keys.includes(split))
  const by = ["whole", ...keys].join(", ")
  const several = `SELECT ${by}, ${moments.map(([column, text]) => `${text} AS ${column}`).join(", ")}\nFROM joined_${name}\nGROUP BY ${by}`
  const alone = `SELECT ${by}, ${moments.map(([column]) => column).join(", ")}\nFROM ${name}`
  const sums = moments.map(([column]) => {
    const sum = dialect.sum(column, "")
    return `${column.endsWith("_clusters") ? sum : dialect.text(sum)} AS ${column}`
  })
  const first = [`${id} AS feed`, by, ...missing.map((split) => `NULL AS ${split}`)].join(", ")
  return {
    sql: `SELECT ${first},\n  ${sums.join(",\n  ")}\nFROM (\n${several}\nUNION ALL\n${alone}\n) AS both_sorts\nGROUP BY ${by}`,
    columns: ["feed", "whole", ...keys, ...missing, ...moments.map(([column]) => column)],
    lists: new Set(),
  }
}
