import type { DuckWarehouse } from "../duckdb.ts"

/** A slice has about so many events: they and their rows must fit in memory beside what the engine needs to sort them. */
const SLICE_EVENTS = 400_000
const BLOCK = 1024

/** Ranges of subjects with about as many events each. Subjects are numbered as they come, so a range lies close together. */
export async function slicesOf(
  own: DuckWarehouse,
  kinds: readonly number[],
  of: "ledger" | "known" = "ledger",
): Promise<{ from: number; to: number }[]> {
  const rows = await own.rows(
    `SELECT subject // ${BLOCK} AS block, count(*) AS events FROM ${of} WHERE kind IN (${kinds.join(", ")}) GROUP BY block ORDER BY block`,
  )
  const slices: { from: number; to: number }[] = []
  let events = Infinity
  for (const { block, events: more } of rows as unknown as readonly { block: number; events: number }[]) {
    const last = slices.at(-1)
    if (last && events + more <= SLICE_EVENTS) {
      last.to = (block + 1) * BLOCK
      events += more
    } else {
      slices.push({ from: last?.to ?? 0, to: (block + 1) * BLOCK })
      events = more
    }
  }
  // One merged into may have no events of its own, and a code beyond all others.
  if (slices.length > 0) slices.at(-1)!.to = 2 ** 31 - 1
  return slices
}
