import { many } from "../scope/scope.ts"
import { SPLIT_METRICS, SPLITS, type Split } from "./which.ts"

/** How the table is split and sorted: `sort=-csat` is by satisfaction, highest first. */
export interface TableSearch {
  readonly split: Split
  readonly sort: string
}

export const DEFAULT_TABLE: TableSearch = { split: "team", sort: "-ticket_volume" }

export function readTableSearch(raw: Record<string, unknown>): TableSearch {
  const split = many(raw["split"])[0] ?? ""
  const sort = many(raw["sort"])[0] ?? ""
  const known: readonly string[] = SPLIT_METRICS
  return {
    split: isSplit(split) ? split : DEFAULT_TABLE.split,
    sort: known.includes(sort.replace(/^-/, "")) ? sort : DEFAULT_TABLE.sort,
  }
}

/** What stands in the address: nothing where it is the default. */
export function readTableAddress(raw: Record<string, unknown>): { split?: Split | undefined; sort?: string | undefined } {
  const { split, sort } = readTableSearch(raw)
  return { ...(split !== DEFAULT_TABLE.split && { split }), ...(sort !== DEFAULT_TABLE.sort && { sort }) }
}

const isSplit = (text: string): text is Split => Object.hasOwn(SPLITS, text)
