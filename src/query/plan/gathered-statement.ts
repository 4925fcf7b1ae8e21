import type { Ordered } from "./aggregates.ts"
import type { Select } from "./dialect.ts"
import type { Feed, Grouping } from "./feed.ts"
import { finest, splitsAmong, writeFinest } from "./grouping-statement.ts"

/** An aggregate for which an engine of this process only gives its values; they are put in order here, once for all kinds of cells. */
export interface Listed {
  readonly kind: Ordered["kind"]
  /** The list, as an aggregate over rows. */
  readonly list: string
}

/** The values of the finest cells of one grouping, and what is read from them. */
export interface Gathered {
  readonly feed: number
  readonly grouping: Grouping
  readonly keys: readonly string[]
  readonly splits: readonly string[]
  /** What its rows have as `whole`. */
  readonly whole: number
  /** By the column that holds the values: the columns of the answer that are read from them. */
  readonly lists: ReadonlyMap<string, readonly { readonly column: string; readonly kind: Listed["kind"] }[]>
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
): readonly { readonly part: string; readonly select: Select; readonly gathered: Gathered }[] {
  if (listed.size === 0) return []
  const { texts, lists } = sharedLists(listed)
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

/** The quantiles of a metric and the ends of their intervals are read from one list. */
function sharedLists(listed: ReadonlyMap<string, Listed>): { texts: ReadonlyMap<string, string>; lists: Gathered["lists"] } {
  const names = new Map<string, string>()
  const lists = new Map<string, { column: string; kind: Listed["kind"] }[]>()
  for (const [column, { kind, list }] of listed) {
    const name = names.get(list) ?? `values_${column}`
    names.set(list, name)
    lists.set(name, [...(lists.get(name) ?? []), { column, kind }])
  }
  return { texts: new Map([...names].map(([text, name]) => [name, text])), lists }
}
