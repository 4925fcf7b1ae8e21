import { assert } from "../../assert.ts"
import type { Row } from "../../warehouse/warehouse.ts"
import type { PURCHASE_LISTS } from "../plan/aggregates.ts"
import { CLUSTER_MOMENTS, clustersName } from "../plan/clusters-statement.ts"
import type { Member } from "../plan/plan.ts"
import type { Moments } from "../statistics/index.ts"

/** The engine's numbers for one metric in one cell, by part. A cell without a row has nothing but zeros. */
export interface Values {
  /** How many, or a sum: 0 where there is no row, and for a sum over no rows, so ask for `n` first. */
  count(part: string): number
  /** A list, as the engine returned it. */
  numbers(part: "quantiles" | (typeof PURCHASE_LISTS)[number]): ArrayLike<number>
  /** The value at a fraction of the grid, by its place there. */
  order(place: number): number
  /** All values of the rows a part counts, where they were asked for. */
  list(part: "n" | "censored"): ArrayLike<number>
  /** The moments over the metric's clusters; null where its rows have none. */
  clusters(): Moments | null
  excluded(): Readonly<Record<string, number>>
  /** Counts of the parts of the whole; null where the metric has none. */
  parts(): Readonly<Record<string, number>> | null
}

/** Reads the numbers of one metric out of any row. */
export function readerOf(member: Member): (row: Row | undefined) => Values {
  const { columns } = member
  const reasons = withPrefix(columns, "excluded_")
  const parts = withPrefix(columns, "part_")
  const clusters = clustersName(member)
  return (row) => {
    return {
      count(part) {
        return wholeOf(row?.[columns[part] ?? ""])
      },
      numbers(part) {
        return listOf(row?.[columns[part] ?? ""])
      },
      order(place) {
        const all = row?.[columns["order"] ?? ""]
        const value: unknown = all instanceof Map ? all.get(place) : listOf(all)[place]
        assert(typeof value === "number", `nobody read the value at place ${place} of the grid`)
        return value
      },
      list(part) {
        return listOf(row?.[`${columns[part]}_list`])
      },
      clusters() {
        return clusters === null ? null : momentsOf(row, clusters)
      },
      excluded() {
        const counts: Record<string, number> = {}
        for (const [reason, column] of reasons) {
          const left = wholeOf(row?.[column])
          if (left > 0) counts[reason] = left
        }
        return counts
      },
      parts() {
        return parts.length === 0 ? null : Object.fromEntries(parts.map(([name, column]) => [name, wholeOf(row?.[column])]))
      },
    }
  }
}

/** The moments that go by a name. */
export function momentsOf(row: Row | undefined, name: string): Moments {
  const moments = CLUSTER_MOMENTS.map((factors) => [factors, wholeOf(row?.[`${name}_${factors}`])])
  // One of each moment, by its own name.
  return { n: wholeOf(row?.[name]), ...(Object.fromEntries(moments) as Omit<Moments, "n">) }
}

function withPrefix(
  columns: Readonly<Record<string, string>>,
  prefix: string,
): readonly (readonly [name: string, column: string])[] {
  return Object.entries(columns).flatMap(([part, column]) =>
    part.startsWith(prefix) ? [[part.slice(prefix.length), column] as const] : [],
  )
}

/** Sums beyond 2^63 come as text. */
function wholeOf(value: unknown): number {
  if (typeof value === "number") return value
  if (value === undefined || value === null) return 0
  const number = typeof value === "string" ? Number(value) : Number.NaN
  assert(!Number.isNaN(number), `the engine returned a ${typeof value} for a number`)
  return number
}

function listOf(value: unknown): ArrayLike<number> {
  if (value === undefined || value === null) return []
  assert(Array.isArray(value) || value instanceof Float64Array, "the engine returned no list")
  return value as ArrayLike<number>
}
