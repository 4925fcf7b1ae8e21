import { many } from "../scope/scope.ts"

/** How a table of groups is split, sorted and compared: `sort=-csat` is by satisfaction, highest first. */
export interface TableSearch {
  readonly split?: string | undefined
  readonly sort?: string | undefined
  /** The group that the others are compared with; empty: the one not known. */
  readonly against?: string | undefined
}

const LONGEST = 200

/** What stands in the address; what it means for a table, the table says. */
export function readTableAddress(raw: Record<string, unknown>): TableSearch {
  const [split, sort, against] = ["split", "sort", "against"].map((name) => many(raw[name])[0]?.slice(0, LONGEST))
  return { ...(split && { split }), ...(sort && { sort }), ...(against !== undefined && { against }) }
}

/** The same for a table with these splits and these metrics, where what makes no sense gives way to the first of each. */
export function tableOf(search: TableSearch, splits: readonly string[], metrics: readonly string[]) {
  const { split = "", sort = "", against } = search
  return {
    split: splits.includes(split) ? split : (splits[0] ?? ""),
    sort: metrics.includes(sort.replace(/^-/, "")) ? sort : `-${metrics[0]}`,
    against: against === "" ? null : against,
  }
}
