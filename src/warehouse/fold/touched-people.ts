import type { DuckWarehouse } from "../duckdb.ts"
import { type Among, namedIn } from "./customers/customer-slices.ts"
import { FACTS } from "./facts.ts"

/** The temporary table of those whom touched stories name. */
export const PEOPLE = "temp.people"

/**
 * The temporary table `people`: whose rows can change where only stories of contact are new. Those whom the touched and refolded stories
 * named and name, on their own or by what was merged into them, and those of the conversations that calls belong to.
 */
export async function findPeople(own: DuckWarehouse): Promise<Among> {
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
  await own.run(`CREATE OR REPLACE TEMP TABLE people AS
SELECT DISTINCT coalesce(l.root, k.customer) AS customer FROM known k
LEFT JOIN temp.standing l ON l.kind = 'customers' AND l.code = k.customer
WHERE k.customer IS NOT NULL AND k.subject IN (SELECT subject FROM temp.people_stories)
UNION SELECT customer FROM ${FACTS}.conversations WHERE customer IS NOT NULL AND conversation IN (SELECT subject FROM temp.people_stories)
UNION SELECT customer FROM ${FACTS}.calls
WHERE customer IS NOT NULL AND (call IN (SELECT subject FROM temp.people_stories) OR conversation IN (SELECT subject FROM temp.people_stories))`)
  return namedIn(PEOPLE)
}

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
