import { countsOf } from "../change.ts"
import type { Cell } from "../question.ts"
import { newcombe } from "../statistics/index.ts"
import { bothOf } from "./quotient.ts"

/** How many points one share is more than another, of other rows. The rows behind it are those of the first. */
export function differenceOf(of: Cell, from: Cell): Cell {
  const found = of.value === null || from.value === null ? null : newcombe(countsOf(of), countsOf(from))
  const because = of.because ?? (from.because === undefined ? undefined : `nothing to compare with: ${from.because}`)
  return {
    value: found && found.value * 100,
    n: of.n,
    low: found && found.low * 100,
    high: found && found.high * 100,
    method: "newcombe",
    pending: of.pending,
    censored: of.censored,
    excluded: bothOf(of.excluded, from.excluded),
    lowN: of.lowN || from.lowN,
    also: { share: of.value, compared_with: from.value, compared_n: from.n, compared_pending: from.pending },
    ...(found === null && because !== undefined && { because }),
  }
}
