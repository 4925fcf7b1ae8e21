import type { Link } from "./chain.ts"

/** Something in the ledger that is not as it was appended. */
export interface Finding {
  readonly batch: number | null
  readonly seq: number | null
  readonly id: string | null
  readonly what: string
}

export type Tell = (finding: Finding) => void

/** A batch as the list of batches has it. */
export interface BatchRow extends Link {
  readonly chain: string
}
