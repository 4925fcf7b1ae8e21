import type { Asked } from "../../metrics/resolve.ts"
import type { Term } from "../../metrics/expression.ts"
import { nearest } from "../../near.ts"
import { Problem } from "../../problem.ts"
import type { ColumnType } from "../../warehouse/tables.ts"
import type { Filter } from "../question.ts"

/** A name people split and filter by, and what it is on the rows of one metric. */
export interface Dimension {
  readonly name: string
  readonly term: Term
  readonly type: ColumnType | "text"
}

const SPLITTABLE: readonly (ColumnType | "text")[] = ["code", "subject", "codes", "boolean", "text", "count"]
const HIDDEN = new Set(["excluded", "calendar", "attributes"])

/** `country`'s place is `attributes.country`; `tag` is one of the tags. */
export function dimensionOf(name: string, { metric, ref }: Asked): Dimension {
  const attributes = "attributes" in metric.table.columns
  const attribute = attributes ? /^attributes?\.(.+)$/.exec(name)?.[1] : undefined
  if (attribute !== undefined) return { name, term: { kind: "attribute", name: attribute }, type: "text" }
  const column = name === "tag" ? "tags" : name
  // What every object has, such as "constructor", is no column.
  const found = Object.hasOwn(metric.table.columns, column) && !HIDDEN.has(column) ? metric.table.columns[column] : undefined
  if (!found) {
    const has = splitsOf(metric)
    throw new Problem("dimension.unknown", {
      name,
      metric: ref,
      has,
      // What is known of a customer, such as customer.plan, is an attribute.
      near: attributes && name.includes(".") ? `attributes.${name}` : nearest(name, has),
      attributes,
    })
  }
  const own = metric.splits?.[column]
  return { name, term: own ?? { kind: "column", name: column, type: found.type }, type: found.type }
}

export function splitOf(name: string, asked: Asked): Dimension {
  const dimension = dimensionOf(name, asked)
  if (!SPLITTABLE.includes(dimension.type)) throw new Problem("split.unknown", { name, metric: asked.ref })
  return dimension
}

/** What a metric can be split by, attributes aside. */
export function splitsOf(metric: Asked["metric"]): readonly string[] {
  const columns = Object.entries(metric.table.columns).filter(
    ([name, { type }]) => SPLITTABLE.includes(type) && !HIDDEN.has(name),
  )
  return columns.map(([name]) => name).filter((name) => !["count"].includes(metric.table.columns[name]!.type))
}

export interface Filtered {
  readonly filter: Filter
  readonly dimension: Dimension
}

export function filterOf(filter: Filter, asked: Asked): Filtered {
  const { field, least, most } = filter
  if (filter.in === undefined && filter.notIn === undefined && least === undefined && most === undefined)
    throw new Problem("filter.empty", { field })
  const dimension = dimensionOf(field, asked)
  const words = ["code", "codes", "subject", "boolean"].includes(dimension.type)
  if (words && (least !== undefined || most !== undefined)) throw new Problem("filter.not_a_number", { field })
  return { filter, dimension }
}
