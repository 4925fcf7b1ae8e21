import { kinds } from "../../../events/kinds.ts"
import { orders } from "../../tables.ts"
import { named } from "../named.ts"
import { type Among, EVERYONE } from "./customer-slices.ts"
import { asKnown, ATTRIBUTES, insertInSlices, isTest, type Step, whyNot } from "./insert.ts"

const [PLACED, ISSUED, REFUNDED] = [kinds["order.placed"].code, kinds["invoice.issued"].code, kinds["order.refunded"].code]

/**
 * Orders with what was given back of them, and with the customer's purchases so far: days on which the customer bought, the first aside,
 * and what was spent on them. Only orders that count are in the chain.
 */
export async function foldOrders(step: Step): Promise<void> {
  await step.own.run(`CREATE OR REPLACE TEMP TABLE placed AS
WITH first AS (
  SELECT *, row_number() OVER (PARTITION BY subject ORDER BY "at", seq) AS nth FROM ${looked(step.people)} WHERE kind = ${PLACED}
), refunds AS (
  SELECT subject, sum(amount) AS refunded, min("at") AS refunded_at, bool_or(lacks_rate) AS lacks_rate
  FROM temp.happened WHERE kind = ${REFUNDED} GROUP BY subject
), told AS (
  SELECT o.* EXCLUDE (lacks_rate, nth), o.lacks_rate OR coalesce(r.lacks_rate, false) AS lacks_rate,
    least(coalesce(r.refunded, 0), greatest(o.amount, 0))::BIGINT AS refunded, r.refunded_at,
    d.day, least(d.later_from_at + o."at" - d.from_at, d.later_to_at - 1) AS later_at
  FROM first o LEFT JOIN refunds r ON r.subject = o.subject
  LEFT JOIN temp.local_days d ON o."at" >= d.from_at AND o."at" < d.to_at
  WHERE o.nth = 1
)
SELECT *, NOT lacks_rate AND customer IS NOT NULL AND (${isTest("told")}) IS NOT TRUE AS counts FROM told`)
  await step.own.run(CHAINED)
  await insertInSlices(
    step,
    orders,
    {
      order: "o.subject",
      customer: "o.customer",
      attributes: ATTRIBUTES,
      placed_at: `o."at"`,
      amount: "o.amount",
      margin: "o.amount - o.cost - o.refunded",
      refunded: "o.refunded",
      refunded_at: "o.refunded_at",
      channel: "o.channel",
      network: "o.network",
      card_present: "o.card_present",
      month_later_at: "o.later_at",
      first_at: "c.first_at",
      next_at: "c.next_at",
      repeats: "c.repeats",
      repeat_amount: "c.repeat_amount",
      excluded: whyNot(step, "o"),
    },
    (among) => `FROM ${among.of("temp.placed")} o LEFT JOIN ${among.of("temp.chained")} c ON c.subject = o.subject
${asKnown("o", `"at"`, among)}`,
  )
  await step.own.run(`INSERT INTO ${step.schema}.problems
SELECT subject, ${step.words.code.refund_too_large}, refunded_at, (given_back - most) / 10000 FROM (${REFUNDED_ORDERS}) WHERE given_back > most
UNION ALL SELECT subject, ${step.words.code.refund_too_large}, refunded_at, (given_back - amount) / 10000 FROM (${INVOICES}) WHERE given_back > amount`)
}

/** The events of the orders that are looked at: those of the people, and those that their disputes name, whosever they are. */
function looked(people: Among): string {
  if (people === EVERYONE) return "temp.happened"
  const theirs = people.of("temp.happened")
  return named(
    "temp.happened",
    "subject",
    `SELECT subject FROM ${theirs} UNION SELECT "order" FROM ${theirs} WHERE "order" IS NOT NULL`,
  )
}

/** All orders of which something was given back, and the most that can be. */
const REFUNDED_ORDERS = `SELECT r.*, greatest(o.amount, 0) AS most FROM (
  SELECT subject, sum(amount)::BIGINT AS given_back, min("at") AS refunded_at FROM temp.happened WHERE kind = ${REFUNDED} GROUP BY subject
) r JOIN (
  SELECT subject, amount FROM ${named("temp.happened", "subject", `SELECT subject FROM temp.happened WHERE kind = ${REFUNDED}`)}
  WHERE kind = ${PLACED} QUALIFY row_number() OVER (PARTITION BY subject ORDER BY "at", seq) = 1
) o ON o.subject = r.subject`

/** Invoices enter no number, but what went back of them is looked at as it is of orders. */
const INVOICES = `SELECT subject, arg_min(amount, ("at", seq)) FILTER (WHERE kind = ${ISSUED}) AS amount,
  sum(amount) FILTER (WHERE kind = ${REFUNDED}) AS given_back, min("at") FILTER (WHERE kind = ${REFUNDED}) AS refunded_at
FROM temp.happened WHERE kind IN (${ISSUED}, ${REFUNDED}) GROUP BY subject HAVING NOT bool_or(lacks_rate)`

const CHAINED = `CREATE OR REPLACE TEMP TABLE chained AS
SELECT subject, customer, min("at") OVER person AS first_at, lead("at") OVER story AS next_at,
  (dense_rank() OVER (PARTITION BY customer ORDER BY day) - 1)::INTEGER AS repeats,
  sum(CASE WHEN day > first_day THEN amount - refunded ELSE 0 END) OVER story AS repeat_amount
FROM (SELECT *, min(day) OVER (PARTITION BY customer) AS first_day FROM temp.placed WHERE counts)
WINDOW person AS (PARTITION BY customer), story AS (PARTITION BY customer ORDER BY "at", seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
