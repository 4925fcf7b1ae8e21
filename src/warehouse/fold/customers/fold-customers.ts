import { kinds } from "../../../events/kinds.ts"
import { dataKinds } from "../../../events/kinds/data.ts"
import { helpKinds } from "../../../events/kinds/help.ts"
import { moneyKinds } from "../../../events/kinds/money.ts"
import type { Beginning } from "../begin.ts"
import type { DuckWarehouse } from "../../duckdb.ts"
import { NO_MONEY } from "../../money/settings.ts"
import {
  contacts,
  costs,
  customers,
  customerTables,
  disputes,
  employees,
  issues,
  orders,
  quietTimes,
  resolutions,
  revenue,
  type Table,
} from "../../tables.ts"
import type { Labels } from "../labels.ts"
import { PEOPLE, type Touched } from "../touched-people.ts"
import { foldContacts } from "./contacts.ts"
import { foldCosts } from "./costs.ts"
import { createTurnedToUs, foldCustomerRows } from "./customer-rows.ts"
import { foldDisputes } from "./disputes.ts"
import { foldEmployees } from "./employees.ts"
import { customerSlices, EVERYONE, isNamedIn } from "./customer-slices.ts"
import { createHappened, KINDS_OF_CUSTOMERS } from "./happened.ts"
import { foldExperiences } from "./experiences.ts"
import { foldHelp } from "./help.ts"
import type { Step } from "./insert.ts"
import { foldIssues } from "./issues.ts"
import { createLocalDays } from "./local-days.ts"
import { foldOrders } from "./orders.ts"
import { foldResolutions } from "./resolutions.ts"
import { ALL_STORIES, isRetold, retoldOf, STORIES_OF_CONTACT, STORY_OF_RESOLUTION } from "./retold.ts"
import { foldReviews } from "./reviews.ts"
import { foldRevenue } from "./revenue.ts"
import { foldSourceCounts } from "./source-counts.ts"

/**
 * Customers, money, people and the help centre: sets of events rather than stories, so the engine makes them, in a second step after the
 * conversations and calls they look at. Each table is made whole, but of what is told of customers only the rows of those of whom anything is
 * new; and what is made of other events than stories of contact stands where none of those is.
 */
export async function foldCustomers(
  own: DuckWarehouse,
  schema: string,
  { words, options }: Beginning,
  labels: Labels,
  { people, ownEvents }: Touched = EVERYTHING,
): Promise<void> {
  const elsewhere = options.arrivedElsewhere ?? NOTHING_ELSEWHERE
  await createHappened(own, options.money ?? NO_MONEY)
  const slices = people ? [people] : await customerSlices(own, schema)
  const retold = people ? await retoldOf(own, schema) : ALL_STORIES
  const step: Step = {
    own,
    schema,
    words,
    topics: options.topics ?? new Map(),
    elsewhere,
    people: people ?? EVERYONE,
    slices,
    retold,
  }
  await foldContacts(step)
  await foldResolutions(step)
  await createTurnedToUs(step)
  const seen = await kindsSeen(own)
  if (seen.size === 0 && !(await anyTurned(own))) return
  await createLocalDays(own, options.zone ?? options.calendars.calendars[0]?.zone ?? "UTC", await rangeOf(step))
  if (!labels.customers) await own.run(NO_STATES)
  const any: Any = (kinds) => kinds.some(({ code }) => seen.has(code))
  if (ownEvents) await foldOwnEvents(step, any)
  if (any([kinds["quality.reviewed"]])) await foldReviews(step)
  if (any(Object.values(helpKinds))) await foldHelp(step)
  if (any(Object.values(dataKinds))) await foldSourceCounts(step)
  await foldCustomerRows(step)
  await foldIssues(step)
  await foldExperiences(step)
}

const EVERYTHING: Touched = { people: null, ownEvents: true }

type Any = (kinds: readonly { readonly code: number }[]) => boolean

/** Made of events of their own alone: what becomes of conversations and calls changes nothing in them. */
const OF_OWN_EVENTS: readonly Table[] = [revenue, orders, disputes, costs, employees]
/** Of each customer alone: only those need new rows of whom anything is new. */
const OF_ONE_CUSTOMER: readonly Table[] = [customers, issues, quietTimes, revenue, orders, disputes]

async function foldOwnEvents(step: Step, any: Any): Promise<void> {
  if (any(Object.values(moneyKinds))) for (const fold of [foldRevenue, foldOrders, foldDisputes, foldCosts]) await fold(step)
  if (any([kinds["agent.hired"]])) await foldEmployees(step)
}

async function kindsSeen(own: DuckWarehouse): Promise<ReadonlySet<number>> {
  const rows = await own.rows("SELECT DISTINCT kind FROM temp.happened")
  return new Set(rows.map(({ kind }) => Number(kind)))
}

async function anyTurned(own: DuckWarehouse): Promise<boolean> {
  const [row] = await own.rows("SELECT EXISTS (SELECT 1 FROM temp.turned_to_us) AS any_turned")
  return row?.["any_turned"] === true
}

/** Once more, where an event of theirs is new, or where they look at conversations or calls that are. */
export async function refoldCustomers(
  own: DuckWarehouse,
  schema: string,
  beginning: Beginning,
  labels: Labels,
  touched: Touched,
): Promise<void> {
  // Who became another person may have had money all along.
  const ownEvents = touched.ownEvents || touched.people === null
  if (!touched.ownEvents && !(await looksAtAny(own, schema))) return
  for (const table of customerTables) {
    if (!ownEvents && OF_OWN_EVENTS.includes(table)) continue
    await own.run(`DELETE FROM ${schema}.${table.name} ${table.name}${touched.people === null ? "" : whose(table)}`)
  }
  if (ownEvents) await own.run(`DELETE FROM ${schema}.problems WHERE problem = ${beginning.words.code.refund_too_large}`)
  await foldCustomers(own, schema, beginning, labels, { people: touched.people, ownEvents })
}

/** Those of a table's rows that are made again where not all are. */
function whose(table: Table): string {
  if (OF_ONE_CUSTOMER.includes(table)) return ` WHERE ${isNamedIn(PEOPLE)}`
  if (table === contacts) return ` WHERE ${isRetold(table.name, STORIES_OF_CONTACT)}`
  return table === resolutions ? ` WHERE ${isRetold(table.name, STORY_OF_RESOLUTION)}` : ""
}

/** Whether anything but stories of contact is new. */
export async function anyOwnEvent(own: DuckWarehouse): Promise<boolean> {
  const [row] = await own.rows(
    `SELECT EXISTS (SELECT 1 FROM temp.touched WHERE kind IN (${KINDS_OF_CUSTOMERS.join(", ")})) AS any_own`,
  )
  return row?.["any_own"] === true
}

/** Any new conversation or call is a contact, and can be a customer's first one, or the one after a visit or a solve. */
async function looksAtAny(own: DuckWarehouse, schema: string): Promise<boolean> {
  const [row] = await own.rows(`SELECT EXISTS (SELECT 1 FROM ${schema}.customers)
  OR EXISTS (SELECT 1 FROM ${schema}.conversations)
  OR EXISTS (SELECT 1 FROM ${schema}.calls) AS looks`)
  return row?.["looks"] === true
}

/** The moments that are cut into days: of what has an amount, and where sources count of all that they can count. */
async function rangeOf({ own, schema, elsewhere }: Step): Promise<{ from: number; to: number } | null> {
  const counts = `SELECT 1 FROM temp.happened WHERE kind = ${COUNTED}`
  const [row] = await own.rows(`SELECT min("at") AS "from", max(until_at) AS "to" FROM (
  SELECT "at", greatest("at", coalesce("until", "at")) AS until_at FROM temp.happened WHERE amount IS NOT NULL OR kind = ${COUNTED}
  UNION ALL SELECT min("at"), max("at") FROM ${schema}.movements WHERE EXISTS (${counts})
  UNION ALL SELECT min(started_at), max(started_at) FROM ${schema}.calls WHERE EXISTS (${counts})
  UNION ALL SELECT min("at"), max("at") FROM ${elsewhere} WHERE EXISTS (${counts})
)`)
  return typeof row?.["from"] === "number" && typeof row["to"] === "number" ? { from: row["from"], to: row["to"] } : null
}

const COUNTED = dataKinds["source.counted"].code

const NOTHING_ELSEWHERE = '(SELECT NULL::INTEGER AS entity, NULL::INTEGER AS channel, NULL::BIGINT AS "at" WHERE false)'

const NO_STATES = 'CREATE OR REPLACE TEMP TABLE customer_states (customer INTEGER, "at" BIGINT, known MAP(VARCHAR, VARCHAR))'
