import { kinds } from "../../../events/kinds.ts"
import { customers } from "../../tables.ts"
import { asKnown, ATTRIBUTES, insertInSlices, isTest, type Step } from "./insert.ts"

const CHANGED = kinds["customer.changed"].code
const SUBSCRIPTION = kinds["subscription.changed"].code
const PLACED = kinds["order.placed"].code

/** Every customer that anything is known of: who came from where, wrote first, and paid first. */
export async function foldCustomerRows(step: Step): Promise<void> {
  await insertInSlices(
    step,
    customers,
    {
      customer: "c.customer",
      attributes: ATTRIBUTES,
      first_paid_at: "c.first_paid_at",
      first_contact_at: "c.first_contact_at",
      referrer: "c.referrer",
      source: "c.source",
      excluded: `CASE WHEN ${isTest("c")} THEN ${step.words.code.test} END`,
    },
    (among) => `FROM (
  SELECT customer, min(paid_at) AS first_paid_at, min(contact_at) AS first_contact_at, arg_max(referrer, told) AS referrer, arg_max(source, told) AS source,
    coalesce(min(paid_at), min(contact_at), max("at")) AS known_at
  FROM (
    SELECT customer, "at", CASE WHEN kind = ${PLACED} OR (kind = ${SUBSCRIPTION} AND mrr > 0) THEN "at" END AS paid_at, NULL AS contact_at,
      CASE WHEN kind = ${CHANGED} THEN referrer END AS referrer, CASE WHEN kind = ${CHANGED} THEN source END AS source, ("at", seq) AS told
    FROM ${among.of("temp.happened")} WHERE customer IS NOT NULL
    UNION ALL SELECT customer, "at", NULL, "at", NULL, NULL, NULL FROM ${among.of("temp.turned_to_us")}
  ) GROUP BY customer
) c ${asKnown("c", "known_at", among)}`,
  )
}

/** When customers turned to us, as the temporary table `turned_to_us` (customer, at): their conversations and their calls. */
export async function createTurnedToUs({ own, schema, words }: Step): Promise<void> {
  await own.run(`CREATE OR REPLACE TEMP TABLE turned_to_us AS
SELECT customer, counted_at AS "at" FROM ${schema}.conversations WHERE customer IS NOT NULL AND counted_at IS NOT NULL AND excluded IS NULL
UNION ALL SELECT customer, coalesce(offered_at, started_at) FROM ${schema}.calls
WHERE customer IS NOT NULL AND excluded IS NULL AND direction = ${words.code.inbound} AND coalesce(offered_at, started_at) IS NOT NULL`)
}
