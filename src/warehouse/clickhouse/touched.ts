import { kinds } from "../../events/kinds.ts"
import { fields } from "../../events/fields.ts"
import { quote } from "../schema.ts"
import type { ClickHouseWarehouse } from "./open.ts"

/** Above so many subjects, folding everything is no more work than finding out what hangs together. */
export const MOST_TOUCHED = 100_000

/** All that events say of other subjects. */
const REFS = Object.entries(fields).flatMap(([name, { type }]) => (type === "ref" ? [quote(name)] : []))

/** A person or a team known by another name can stand in any row. */
const EVERYWHERE = [kinds["agent.known_as"], kinds["team.known_as"]].map(({ code }) => code)

/**
 * The subjects of new events, of the versions they replaced, and all that hang together with them by what events say: a customer's
 * conversations, their calls and surveys, what was merged into what, who is the same as whom. A story's rows depend on nothing outside.
 * null: all of it must be told again.
 */
export async function touchedSince(
  warehouse: ClickHouseWarehouse,
  folded: number,
  until: number,
): Promise<ReadonlySet<number> | null> {
  const { database } = warehouse
  const fresh = `(seq > ${folded} OR seq IN (SELECT seq FROM ${database}.superseded WHERE by_seq > ${folded} AND by_seq <= ${until}))`
  const [renamed] = await warehouse.rows(
    `SELECT count() AS renamed FROM ${database}.ledger WHERE seq <= ${until} AND ${fresh} AND kind IN (${EVERYWHERE.join(", ")})`,
  )
  if (renamed?.["renamed"] !== 0) return null
  return hangingTogether(
    warehouse,
    await codes(warehouse, `SELECT DISTINCT subject AS code FROM ${database}.ledger WHERE seq <= ${until} AND ${fresh}`),
    until,
  )
}

/** These subjects and all that hang together with them; null: too many to find out. */
export async function hangingTogether(
  warehouse: ClickHouseWarehouse,
  from: readonly number[],
  until: number,
): Promise<ReadonlySet<number> | null> {
  const found = new Set<number>()
  let edge = from
  while (edge.length > 0) {
    for (const code of edge) found.add(code)
    if (found.size > MOST_TOUCHED) return null
    edge = (await codes(warehouse, neighbours(warehouse.database, edge, until))).filter((code) => !found.has(code))
  }
  return found
}

/** Whom the events about these speak of, and who speaks of them. */
function neighbours(database: string, of: readonly number[], until: number): string {
  const list = of.join(", ")
  const named = REFS.map((ref) => `ifNull(${ref}, 0)`).join(", ")
  return `SELECT DISTINCT arrayJoin([subject, ${named}]) AS code FROM ${database}.ledger
WHERE seq <= ${until} AND (subject IN (${list}) OR ${REFS.map((ref) => `${ref} IN (${list})`).join(" OR ")})`
}

async function codes(warehouse: ClickHouseWarehouse, sql: string): Promise<readonly number[]> {
  const rows = await warehouse.rows(sql)
  return rows.map(({ code }) => Number(code)).filter((code) => code !== 0)
}
