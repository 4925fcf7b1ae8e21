import { kinds } from "../../events/kinds.ts"
import type { DuckWarehouse } from "../duckdb.ts"

/**
 * Tells each valid answer about the relation when the same customer next gave one to that kind of survey. It compares surveys with each
 * other, so it comes after all of them; of answers of one moment the one that was learned later is the later one.
 */
export async function foldNextAnswers(own: DuckWarehouse, schema: string): Promise<void> {
  await own.run(`CREATE OR REPLACE TEMP TABLE next_answers AS
WITH valid AS (
  SELECT invitation, customer, survey, answered_at FROM ${schema}.ratings
  WHERE relational AND customer IS NOT NULL AND score IS NOT NULL AND invalid IS NULL AND excluded IS NULL
), learned AS (
  SELECT v.*, max(k.seq) AS seq FROM valid v
  JOIN known k ON k.subject = v.invitation AND k.kind = ${kinds["survey.answered"].code} AND k."at" = v.answered_at GROUP BY ALL
)
SELECT invitation, lead(answered_at) OVER (PARTITION BY customer, survey ORDER BY answered_at, seq) AS next_answered_at FROM learned`)
  await own.run(`UPDATE ${schema}.ratings AS r SET next_answered_at = n.next_answered_at FROM temp.next_answers n
WHERE n.invitation = r.invitation AND n.next_answered_at IS DISTINCT FROM r.next_answered_at`)
}
