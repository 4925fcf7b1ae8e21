import { assert } from "../../assert.ts"
import { grouped } from "../grouped.ts"
import type { ClusterColumn } from "./clusters-statement.ts"
import type { Ordered } from "./aggregates.ts"
import type { Dialect, Select } from "./dialect.ts"
import type { Feed, Grouping } from "./feed.ts"
import { finest, splitsAmong, writeFinest } from "./grouping-statement.ts"

/** An aggregate for which an engine of this process only gives its values; they are put in order here, once for all kinds of cells. */
export interface Listed {
  readonly kind: Ordered["kind"]
  /** The values, and whether a row counts, as columns of the rows. */
  readonly of: string
  readonly where: string
  /** Of the metrics that read it: what the moments of their clusters go by; null where each row stands for itself. */
  readonly clusters: readonly (string | null)[]
}

/** A column of the answer that is read from a list. */
export type ReadFromList = Pick<Listed, "kind" | "clusters"> & { readonly column: string }

/** The values of the finest cells of one grouping, and what is read from them. */
export interface Gathered {
  readonly feed: number
  readonly grouping: Grouping
  readonly keys: readonly string[]
  readonly splits: readonly string[]
  /** What its rows have as `whole`. */
  readonly whole: number
  readonly lists: readonly GatheredList[]
}

export interface GatheredList {
  /** The column that holds the values. */
  readonly name: string
  readonly columns: readonly ReadFromList[]
  /** Where each value comes with its cluster: what the moments go by. */
  readonly clusters: string | null
}

/** Below are the cells themselves: 0 for those of a split, 1 for the others. */
const FIRST_WHOLE = 2

/** One select of the lists of the finest cells for each grouping; none where nothing is read from lists. */
export function writeGathered(
  { id }: Feed,
  groupings: readonly Grouping[],
  keys: readonly string[],
  splits: readonly string[],
  listed: ReadonlyMap<string, Listed>,
  clustered: readonly ClusterColumn[],
  dialect: Dialect,
): readonly { readonly part: string; readonly select: Select; readonly gathered: Gathered }[] {
  if (listed.size === 0 && clustered.length === 0) return []
  const { texts, lists } = sharedLists(listed, clustered, dialect)
  return groupings.map((grouping, i) => {
    const own: Grouping = { ...grouping, name: `listed_${grouping.name}` }
    const columns = [...keys, ...splitsAmong(grouping, splits), ...texts.keys()]
    const whole = FIRST_WHOLE + i
    return {
      part: writeFinest(own, keys, splits, texts),
      select: {
        sql: `SELECT ${id} AS feed, ${whole} AS whole, ${columns.join(", ")}\nFROM ${finest(own)}`,
        columns: ["feed", "whole", ...columns],
        lists: new Set(texts.keys()),
      },
      gathered: { feed: id, grouping, keys, splits, whole, lists },
    }
  })
}

/** The quantiles of a metric, the ends of their intervals and the sums of its clusters are read from one list. */
function sharedLists(
  listed: ReadonlyMap<string, Listed>,
  clustered: readonly ClusterColumn[],
  dialect: Dialect,
): { texts: ReadonlyMap<string, string>; lists: readonly GatheredList[] } {
  const { gathers } = dialect
  assert(gathers !== null, "only an engine of this process hands over values")
  const columns = [...listed].map(([column, { kind, clusters, of, where }]) => ({ column, kind, clusters, of, where }))
  const left = new Map(grouped(columns, ({ of, where }) => dialect.list(of, where)))
  const lists = clustered.map(({ name, of, by, counted }) => {
    const values = dialect.list(of, counted)
    const readers = left.get(values) ?? []
    left.delete(values)
    return { name: `pairs_${name}`, text: gathers.pairs(of, by, counted), columns: readers, clusters: `${name}_clusters` }
  })
  const others = [...left].map(([text, readers]) => ({
    name: `values_${readers[0]!.column}`,
    text,
    columns: readers,
    clusters: null,
  }))
  const all = [...lists, ...others]
  return { texts: new Map(all.map(({ name, text }) => [name, text])), lists: all }
}
