import { assert } from "../../assert.ts"

/**
 * SQL for the current version of each event, or the version that was current at `asOf` (UTC microseconds): something to select from. It
 * has the columns of the ledger.
 */
export function currentAt(asOf?: number): string {
  if (asOf === undefined) return "(SELECT ledger.* FROM ledger ANTI JOIN superseded USING (seq))"
  assert(Number.isSafeInteger(asOf), `${asOf} is not a moment`)
  return `(SELECT ledger.* FROM ledger ANTI JOIN (SELECT seq FROM superseded WHERE learned_at <= ${asOf}) USING (seq) WHERE ledger.learned_at <= ${asOf})`
}
