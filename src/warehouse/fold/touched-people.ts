import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"
import { type Among, namedIn } from "./customers/customer-slices.ts"
import { FACTS } from "./facts.ts"

/** The temporary table of those about whom anything is new. */
export const PEOPLE = "temp.people"
/** The temporary table of the stories, and what else has events, that name them. */
export const PEOPLE_STORIES = "temp.people_stories"

/** What a refold touches of the tables about customers. */
export interface Touched {
  /** Whose rows can change; null for everyone's. */
  readonly people: Among | null
  /** Whether anything but stories of contact is new. */
  readonly ownEvents: boolean
}

/** About so many there are a few million rows. */
const MOST_PEOPLE = 100_000

/**
 * The temporary table `people`: whose rows can change where nobody became another person. Those of whom more is known, those whom the touched
 * and refolded stories named and name, on their own or by what was merged into them, and those of the conversations that calls belong to.
 * null where they are too many to be joined with all that is known of them at once.
 */
export async function findPeople(own: DuckWarehouse, ownEvents: boolean, most = MOST_PEOPLE): Promise<Among | null> {
  await own.run(`CREATE OR REPLACE TEMP TABLE people_stories AS
WITH direct AS (SELECT subject FROM temp.touched UNION SELECT subject FROM temp.refolded),
calls AS (SELECT call FROM ${FACTS}.calls WHERE conversation IN (SELECT subject FROM direct)),
own AS (
  SELECT subject FROM direct UNION SELECT call FROM calls
  UNION SELECT code FROM temp.standing WHERE kind = 'merged' AND root IN (SELECT subject FROM direct)
)
SELECT subject FROM own
UNION SELECT conversation FROM known WHERE subject IN (SELECT subject FROM own) AND conversation IS NOT NULL
UNION SELECT conversation FROM ${FACTS}.calls WHERE call IN (SELECT subject FROM own) AND conversation IS NOT NULL`)
  if (ownEvents) for (const add of [ORDERS_OF_DISPUTES, DISPUTES_OF_ORDERS]) await own.run(add)
  // Of what was replaced by a later version, too: whom it named has a row less.
  await own.run(`CREATE OR REPLACE TEMP TABLE people AS
SELECT DISTINCT coalesce(l.root, k.customer) AS customer FROM ledger k
LEFT JOIN temp.standing l ON l.kind = 'customers' AND l.code = k.customer
WHERE k.customer IS NOT NULL AND k.subject IN (SELECT subject FROM temp.people_stories)
UNION SELECT customer FROM temp.touched_customers
UNION SELECT customer FROM ${FACTS}.conversations WHERE customer IS NOT NULL AND conversation IN (SELECT subject FROM temp.people_stories)
UNION SELECT customer FROM ${FACTS}.calls
WHERE customer IS NOT NULL AND (call IN (SELECT subject FROM temp.people_stories) OR conversation IN (SELECT subject FROM temp.people_stories))`)
  const [found] = await own.rows(`SELECT count(*) AS people FROM ${PEOPLE}`)
  return Number(found!["people"]) > most ? null : namedIn(PEOPLE)
}

const DISPUTES = [kinds["dispute.received"].code, kinds["fraud.reported"].code].join(", ")

/** A dispute is its order's customer's, where it names none. */
const ORDERS_OF_DISPUTES = `INSERT INTO temp.people_stories
SELECT DISTINCT "order" FROM ledger WHERE kind IN (${DISPUTES}) AND "order" IS NOT NULL AND subject IN (SELECT subject FROM temp.people_stories)`

/** What an order is, and whether fraud was reported of it, stands with all its disputes. */
const DISPUTES_OF_ORDERS = `INSERT INTO temp.people_stories
SELECT DISTINCT subject FROM ledger WHERE kind IN (${DISPUTES}) AND "order" IN (SELECT subject FROM temp.people_stories)`

/** Whether a story that was told again names somebody else. */
export async function anyOther(own: DuckWarehouse): Promise<boolean> {
  const [row] = await own.rows(`SELECT EXISTS (
  SELECT customer FROM ${FACTS}.conversations
  WHERE conversation IN (SELECT subject FROM temp.people_stories) AND customer IS NOT NULL AND customer NOT IN (SELECT customer FROM temp.people)
  UNION ALL SELECT customer FROM ${FACTS}.calls
  WHERE call IN (SELECT subject FROM temp.people_stories) AND customer IS NOT NULL AND customer NOT IN (SELECT customer FROM temp.people)
) AS other`)
  return row?.["other"] === true
}
