import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { begin, type Beginning, digestOfCalendars, type FoldOptions } from "./begin.ts"
import { FACTS, FOLD_VERSION } from "./facts.ts"
import { foldAll, inTransaction, sign } from "./fold.ts"
import { foldConversations } from "./fold-conversations.ts"
import { changedIdentities } from "./changed-identities.ts"
import { gatherLabels } from "./labels.ts"
import { unusual } from "./rules.ts"
import { keepStanding } from "./standing.ts"
import { newTelling } from "./telling.ts"

export interface Refolded {
  /** Everything, because rules, calendars or the fold itself are others; or only what new events touched. */
  readonly scope: "all" | "touched" | "nothing"
  /** Conversations folded again; null where it was all of them. */
  readonly conversations: number | null
}

/** Brings the facts up to the end of the ledger. The same rows as folding everything, at the price of what was touched. */
export async function refold(duck: DuckWarehouse, options: FoldOptions): Promise<Refolded> {
  const last = await lastFold(duck)
  const stale =
    last === undefined ||
    last.version !== FOLD_VERSION ||
    last.rules !== unusual(options.rules).join(" ") ||
    last.calendar_digest !== digestOfCalendars(options.calendars)
  if (!stale && last.folded_seq === last.seq) return { scope: "nothing", conversations: 0 }
  if (!stale) {
    const conversations = await inTransaction(duck, (own) => refoldTouched(own, options, last.folded_seq))
    if (conversations !== null) return { scope: "touched", conversations }
  }
  await foldAll(duck, options)
  return { scope: "all", conversations: null }
}

interface LastFold {
  readonly folded_seq: number
  readonly seq: number
  readonly rules: string
  readonly calendar_digest: string
  readonly version: number
}

async function lastFold(duck: DuckWarehouse): Promise<LastFold | undefined> {
  const [exists] = await duck.rows("SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = 'fold'", [
    FACTS,
  ])
  if (!exists) return undefined
  const [row] = await duck.rows(
    `SELECT folded_seq, rules, calendar_digest, version, (SELECT coalesce(max(seq), 0) FROM ledger) AS seq FROM ${FACTS}.fold`,
  )
  return row as unknown as LastFold | undefined
}

/** The number of conversations folded again, or null where who is who changed so that all must be. */
async function refoldTouched(own: DuckWarehouse, options: FoldOptions, folded: number): Promise<number | null> {
  const beginning = await begin(own, options)
  const changed = await changedIdentities(own, FACTS, beginning.identities)
  // A person or a team known by another name can stand in any row.
  if (changed.agents.length > 0 || changed.teams.length > 0) return null
  await own.run(touchedSql(folded))
  await own.run(refoldedSql(changed.merged, [...changed.customers, ...changed.tests]))
  const conversations = await refoldConversations(own, beginning)
  await keepStanding(own, FACTS)
  await own.run(`DELETE FROM ${FACTS}.fold`)
  await sign(own, FACTS, beginning)
  return conversations
}

/** The subjects of new events, and those of the versions they replaced. */
const touchedSql = (folded: number): string => `CREATE OR REPLACE TEMP TABLE touched AS
SELECT DISTINCT subject, kind FROM ledger WHERE seq > ${folded}
UNION SELECT l.subject, l.kind FROM superseded s JOIN ledger l ON l.seq = s.seq WHERE s.by_seq > ${folded}`

/** A conversation is told again if it, one merged into it, what became of a merge, or what is known of its customer changed. */
const refoldedSql = (merges: readonly number[], customers: readonly number[]): string => `CREATE OR REPLACE TEMP TABLE refolded AS
WITH direct AS (
  SELECT subject FROM temp.touched WHERE kind <= ${kinds["conversation.promised"].code}
  UNION SELECT unnest(${listOf(merges)})
), customers AS (
  SELECT coalesce(l.root, t.subject) AS customer FROM temp.touched t
  LEFT JOIN temp.standing l ON l.kind = 'customers' AND l.code = t.subject
  WHERE t.kind = ${kinds["customer.changed"].code}
  UNION SELECT unnest(${listOf(customers)})
), all_of_them AS (
  SELECT subject FROM direct
  UNION SELECT conversation FROM ${FACTS}.conversations WHERE customer IN (SELECT customer FROM customers)
)
SELECT subject FROM all_of_them
UNION SELECT m.root FROM temp.standing m JOIN all_of_them a ON a.subject = m.code WHERE m.kind = 'merged'`

function listOf(codes: readonly number[]): string {
  return `[${codes.map((code) => Math.trunc(code)).join(", ")}]::INTEGER[]`
}

const OF_CONVERSATIONS = [
  ["conversations", "conversation"],
  ["waits", "conversation"],
  ["movements", "conversation"],
  ["spans", "subject"],
  ["problems", "subject"],
] as const

async function refoldConversations(own: DuckWarehouse, { words, timetable, identities, options }: Beginning): Promise<number> {
  const [row] = await own.rows("SELECT count(*) AS conversations FROM temp.refolded")
  const conversations = Number(row?.["conversations"])
  if (conversations === 0) return 0
  for (const [table, of] of OF_CONVERSATIONS)
    await own.run(`DELETE FROM ${FACTS}.${table} WHERE ${of} IN (SELECT subject FROM temp.refolded)`)
  const t = newTelling({ words, rules: options.rules, timetable, identities }, SMALL_ROOM)
  const labels = await gatherLabels(own, identities.customers.size > 0 ? "linked" : "alone")
  await foldConversations(own, FACTS, t, "refolded", labels)
  return conversations
}

/** Few events at a time: most imports touch few conversations. */
const SMALL_ROOM = 8192
