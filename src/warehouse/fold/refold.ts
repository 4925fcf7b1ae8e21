import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { NO_MONEY } from "../money/settings.ts"
import { KIND_OF_CALL } from "./call.ts"
import { foldPeopleAndMoney, KINDS_OF_PEOPLE_AND_MONEY } from "./fold-people-and-money.ts"
import { foldWorkingTimes } from "./fold-working-times.ts"
import { KIND_OF_WORK } from "./working-time.ts"
import { foldCalls, foldRatings } from "./fold-calls-and-ratings.ts"
import { foldNextAnswers } from "./next-answers.ts"
import { KIND_OF_RATING } from "./rating.ts"
import { anyOther, findPeople } from "./touched-people.ts"
import { begin, type Beginning, changesBetween, digestOfSettings, type FoldOptions, tellingOf } from "./begin.ts"
import { EVERYONE } from "./customers/customer-slices.ts"
import { sameRates } from "./customers/happened.ts"
import { anyOwnEvent, refoldCustomers } from "./customers/fold-customers.ts"
import { FACTS, FOLD_VERSION } from "./facts.ts"
import { foldAll, inTransaction, sign } from "./fold.ts"
import { askForSlice, foldConversations } from "./fold-conversations.ts"
import { changedIdentities } from "./changed-identities.ts"
import { gatherLabels, type Labels } from "./labels.ts"
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
    last.calendar_digest !== digestOfSettings(options)
  if (!stale && last.folded_seq === last.seq) return { scope: "nothing", conversations: 0 }
  if (!stale) {
    const conversations = await inTransaction(duck, (own) => refoldTouched(own, options, last)).catch((error: unknown) => {
      if (error === ALL_AGAIN) return null
      throw error
    })
    if (conversations !== null) return { scope: "touched", conversations }
  }
  await foldAll(duck, options)
  return { scope: "all", conversations: null }
}

/** A story told again named somebody whom its events do not: what was made by then is rolled back. */
const ALL_AGAIN = new Error("all must be folded again")

interface LastFold {
  readonly folded_seq: number
  readonly known_until: number | null
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
    `SELECT folded_seq, known_until, rules, calendar_digest, version, (SELECT coalesce(max(seq), 0) FROM ledger) AS seq FROM ${FACTS}.fold`,
  )
  return row as unknown as LastFold | undefined
}

/** The number of conversations folded again, or null where who is who or the hours of what runs changed so that all must be. */
async function refoldTouched(own: DuckWarehouse, options: FoldOptions, last: LastFold): Promise<number | null> {
  const beginning = await begin(own, options)
  const changed = await changedIdentities(own, FACTS, beginning.identities)
  // A person or a team known by another name can stand in any row.
  if (changed.agents.length > 0 || changed.teams.length > 0) return null
  if (changesBetween(beginning.timetable, last.known_until, beginning.knownUntil)) return null
  await own.run(touchedSql(last.folded_seq))
  await own.run(customersSql([...changed.customers, ...changed.tests]))
  await own.run(refoldedSql(changed.merged))
  const samePeople = changed.customers.length === 0 && changed.tests.length === 0
  const ownEvents = await anyOwnEvent(own)
  const few = samePeople && (!ownEvents || (await sameRates(own, options.money ?? NO_MONEY, last.folded_seq)))
  const people = few ? await findPeople(own, ownEvents) : null
  const labels = await gatherLabels(own, beginning, people ?? EVERYONE)
  const conversations = await refoldConversations(own, beginning, labels)
  await refoldOthers(own, beginning)
  if (people !== null && (await anyOther(own))) throw ALL_AGAIN
  await refoldCustomers(own, FACTS, beginning, labels, { people, ownEvents })
  await keepStanding(own, FACTS)
  await own.run(`DELETE FROM ${FACTS}.fold`)
  await sign(own, FACTS, beginning)
  return conversations
}

/** The subjects of new events, and those of the versions they replaced. */
const touchedSql = (folded: number): string => `CREATE OR REPLACE TEMP TABLE touched AS
SELECT DISTINCT subject, kind FROM ledger WHERE seq > ${folded}
UNION SELECT l.subject, l.kind FROM superseded s JOIN ledger l ON l.seq = s.seq WHERE s.by_seq > ${folded}`

/** Those of whom more or other is known. */
const customersSql = (changed: readonly number[]): string => `CREATE OR REPLACE TEMP TABLE touched_customers AS
SELECT coalesce(l.root, t.subject) AS customer FROM temp.touched t
LEFT JOIN temp.standing l ON l.kind = 'customers' AND l.code = t.subject WHERE t.kind = ${kinds["customer.changed"].code}
UNION SELECT unnest(${listOf(changed)})`

/** A conversation is told again if it, one merged into it, what became of a merge, or what is known of its customer changed. */
const refoldedSql = (merges: readonly number[]): string => `CREATE OR REPLACE TEMP TABLE refolded AS
WITH direct AS (
  SELECT subject FROM temp.touched WHERE kind <= ${kinds["conversation.promised"].code}
  UNION SELECT unnest(${listOf(merges)})
  UNION SELECT conversation FROM ${FACTS}.conversations WHERE customer IN (SELECT customer FROM temp.touched_customers)
)
SELECT subject FROM direct
UNION SELECT m.root FROM temp.standing m JOIN direct d ON d.subject = m.code WHERE m.kind = 'merged'`

function listOf(codes: readonly number[]): string {
  return `[${codes.map((code) => Math.trunc(code)).join(", ")}]::INTEGER[]`
}

async function refoldConversations(own: DuckWarehouse, beginning: Beginning, labels: Labels): Promise<number> {
  const conversations = await countOf(own)
  if (conversations === 0) return 0
  await own.run(CUSTOMERS_OF_REFOLDED)
  for (const [table, of] of OF_CONVERSATIONS) await forget(own, table, of)
  const t = newTelling(tellingOf(beginning))
  await foldConversations(own, FACTS, t, await askForSlice(own, "refolded", t), labels)
  await own.run(CUSTOMERS_OF_REFOLDED)
  return conversations
}

const OF_CONVERSATIONS = [
  ["conversations", "conversation"],
  ["waits", "conversation"],
  ["movements", "conversation"],
  ["spans", "subject"],
  ["promises", "conversation"],
  ["promise_stretches", "conversation"],
  ["problems", "subject"],
] as const

/** Ratings look for the next message to the same customer, so whoever had or has one of these conversations counts. */
const CUSTOMERS_OF_REFOLDED = `INSERT INTO temp.touched_customers SELECT DISTINCT customer FROM ${FACTS}.conversations
WHERE conversation IN (SELECT subject FROM temp.refolded) AND customer IS NOT NULL`

/** Calls and ratings: those with new events, those of the conversations told again, and those of their customers. */
async function refoldOthers(own: DuckWarehouse, beginning: Beginning): Promise<void> {
  await own.run("CREATE OR REPLACE TEMP TABLE refolded_conversations AS SELECT subject FROM temp.refolded")
  await own.run(othersSql("calls", "call", KIND_OF_CALL))
  if ((await countOf(own)) > 0) {
    for (const [table, of] of [
      ["calls", "call"],
      ["legs", "call"],
      ["spans", "subject"],
      ["problems", "subject"],
    ] as const)
      await forget(own, table, of)
    await foldCalls(own, FACTS, beginning, "refolded")
  }
  await own.run(peopleAndMoneySql)
  if ((await countOf(own)) > 0) {
    await forget(own, "spans", "subject")
    await foldPeopleAndMoney(own, FACTS, beginning, "refolded")
  }
  await own.run(peopleSql)
  if ((await countOf(own)) > 0) {
    await forget(own, "working_times", "subject")
    await foldWorkingTimes(own, FACTS, beginning, "refolded")
  }
  await own.run(othersSql("ratings", "invitation", KIND_OF_RATING))
  if ((await countOf(own)) === 0) return
  await forget(own, "ratings", "invitation")
  await foldRatings(own, FACTS, beginning, "refolded")
  await foldNextAnswers(own, FACTS)
}

const othersSql = (table: string, subject: string, kinds: readonly number[]): string => `CREATE OR REPLACE TEMP TABLE refolded AS
SELECT subject FROM temp.touched WHERE kind IN (${kinds.join(", ")})
UNION SELECT ${subject} FROM ${FACTS}.${table} WHERE conversation IN (SELECT subject FROM temp.refolded_conversations)
UNION SELECT ${subject} FROM ${FACTS}.${table} WHERE customer IN (SELECT customer FROM temp.touched_customers)`

/** Subscriptions have no table of their own: their customers are in their events. */
const peopleAndMoneySql = `CREATE OR REPLACE TEMP TABLE refolded AS
SELECT subject FROM temp.touched WHERE kind IN (${KINDS_OF_PEOPLE_AND_MONEY.join(", ")})
UNION SELECT subject FROM known WHERE kind = ${kinds["subscription.changed"].code} AND (
  customer IN (SELECT customer FROM temp.touched_customers)
  OR customer IN (SELECT code FROM temp.standing WHERE kind = 'customers' AND root IN (SELECT customer FROM temp.touched_customers)))`

/** Those with new events, and where there are any all who are known under several ids: what is one person is told together. */
const peopleSql = `CREATE OR REPLACE TEMP TABLE refolded AS
WITH direct AS (SELECT subject FROM temp.touched WHERE kind IN (${KIND_OF_WORK.join(", ")}))
SELECT subject FROM direct
UNION SELECT n.code FROM temp.standing l JOIN words p ON p.code IN (l.code, l.root) JOIN subjects n ON n.name = 'agent:' || p.word
WHERE l.kind = 'agents' AND EXISTS (FROM direct)`

async function forget(own: DuckWarehouse, table: string, of: string): Promise<void> {
  await own.run(`DELETE FROM ${FACTS}.${table} WHERE ${of} IN (SELECT subject FROM temp.refolded)`)
}

async function countOf(own: DuckWarehouse): Promise<number> {
  const [row] = await own.rows("SELECT count(*) AS stories FROM temp.refolded")
  return Number(row?.["stories"])
}
