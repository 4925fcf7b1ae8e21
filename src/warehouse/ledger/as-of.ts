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

/** The subjects that the events of these batches are about, both ends included. */
export function touchedBy(batches: { readonly from: number; readonly to: number }): string {
  const { from, to } = batches
  assert(Number.isSafeInteger(from) && Number.isSafeInteger(to), "batches are counted")
  return `(SELECT DISTINCT subject FROM ledger WHERE batch BETWEEN ${from} AND ${to})`
}
