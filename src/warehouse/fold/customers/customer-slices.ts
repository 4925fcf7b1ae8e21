import type { DuckWarehouse } from "../../duckdb.ts"
/** Some of the customers. */
export interface Among {
  /** The rows of these customers of a table or select; of those of nobody, which no other slice has, in the first. */
  of(table: string): string
}

/** Everyone: nothing needs leaving out. */
export const EVERYONE: Among = { of: (table) => table }

/** Those that a temporary table names, and nobody. */
export const namedIn = (table: string): Among => ({ of: (rows) => `(SELECT * FROM ${rows} WHERE ${isNamedIn(table)})` })

export const isNamedIn = (table: string): string => `(customer IS NULL OR customer IN (SELECT customer FROM ${table}))`

/** So many rows about customers are joined with what is known of them at a time: the engine holds them in order, with all their columns. */
const MOST_ROWS = 2_000_000
const BLOCK = 4096

/** Customers in slices about which there are about as many rows each. They are numbered as they come. */
export async function customerSlices(own: DuckWarehouse, schema: string, most = MOST_ROWS): Promise<readonly Among[]> {
  const rows = await own.rows(`SELECT customer // ${BLOCK} AS block, count(*) AS rows FROM (
  SELECT customer FROM temp.happened UNION ALL SELECT customer FROM ${schema}.conversations
) WHERE customer IS NOT NULL GROUP BY block ORDER BY block`)
  const borders: number[] = []
  let held = 0
  for (const { block, rows: more } of rows as unknown as readonly { block: number; rows: number }[]) {
    if (held > 0 && held + more > most) {
      borders.push(block * BLOCK)
      held = 0
    }
    held += more
  }
  return borders.length === 0 ? [EVERYONE] : [-Infinity, ...borders].map((from, i) => between(from, borders[i] ?? Infinity))
}

/** Those with codes from `from` to before `to`; without a beginning also what is about nobody. */
export function between(from: number, to: number): Among {
  const conditions = [from === -Infinity ? [] : [`customer >= ${from}`], to === Infinity ? [] : [`customer < ${to}`]].flat()
  const nobody = from === -Infinity ? " OR customer IS NULL" : ""
  return { of: (table) => `(SELECT * FROM ${table} WHERE ${conditions.join(" AND ")}${nobody})` }
}
