import { type TableSearch, readTableAddress } from "../overview/search.ts"
import { many } from "../scope/scope.ts"

/** As whose product a metric is shown beside ours, and which step's conversations are listed: `as=zendesk&step=2`. */
export interface LensSearch {
  readonly as?: string | undefined
  readonly step?: number | undefined
  readonly page?: number | undefined
}

const LONGEST = 100

export function readLensSearch(raw: Record<string, unknown>): LensSearch {
  const as = many(raw["as"])[0]?.slice(0, LONGEST)
  if (as === undefined || as === "") return {}
  const [step, page] = ["step", "page"].map((name) => wholeFrom1(many(raw[name])[0]))
  return { as, ...(step !== undefined && { step, ...(page !== undefined && page > 1 && { page }) }) }
}

/** All that the address of a metric's page holds beside the scope. */
export function readMetricSearch(raw: Record<string, unknown>): TableSearch & LensSearch {
  return { ...readTableAddress(raw), ...readLensSearch(raw) }
}

function wholeFrom1(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
