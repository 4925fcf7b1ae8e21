import { kinds } from "../../../events/kinds.ts"
import { revenue } from "../../tables.ts"
import { asKnown, ATTRIBUTES, insertInSlices, isTest, type Step } from "./insert.ts"

const SUBSCRIPTION = kinds["subscription.changed"].code

/**
 * Revenue by customer: all subscriptions of a customer summed, a new stretch whenever the sum changes, the time at 0 after the first
 * payment included. So at any moment after that exactly one stretch covers it, and it carries the steps that led to it.
 */
export async function foldRevenue(step: Step): Promise<void> {
  const { own, words } = step
  await own.run(PAID)
  await own.run(STRETCHES)
  const story = "PARTITION BY s.customer ORDER BY s.from_at"
  await insertInSlices(
    step,
    revenue,
    {
      customer: "r.customer",
      attributes: ATTRIBUTES,
      plan: "r.plan",
      from_at: "r.from_at",
      to_at: "r.to_at",
      mrr: "r.mrr",
      previous_mrr: "r.previous_mrr",
      first_paid_at: "r.first_paid_at",
      voluntary_end: "CASE WHEN r.mrr = 0 THEN r.voluntary_end END",
      steps_at: "r.steps_at",
      steps_mrr: "r.steps_mrr",
      excluded: `CASE WHEN r.lacks_rate THEN ${words.code.no_rate} WHEN ${isTest("r")} THEN ${words.code.test} END`,
    },
    (among) => `FROM (
  SELECT s.*, lead(s.from_at) OVER (${story}) AS to_at, coalesce(lag(s.mrr) OVER (${story}), 0) AS previous_mrr,
    min(s.from_at) OVER (PARTITION BY s.customer) AS first_paid_at, bool_or(s.lacks_rate_here) OVER (PARTITION BY s.customer) AS lacks_rate,
    list(s.from_at) OVER (${story} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS steps_at,
    list(s.mrr) OVER (${story} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS steps_mrr
  FROM ${among.of("temp.stretches")} s
) r ${asKnown("r", "from_at", among)}`,
  )
}

/** Each subscription as long as it costs the same; of two changes at one moment the last one holds. */
const PAID = `CREATE OR REPLACE TEMP TABLE subscribed AS
SELECT customer, subject, seq, "at" AS from_at, next_at AS to_at, mrr, "plan", voluntary_end, lacks_rate
FROM (SELECT *, lead("at") OVER (PARTITION BY subject ORDER BY "at", seq) AS next_at FROM temp.happened WHERE kind = ${SUBSCRIPTION})
WHERE next_at IS NULL OR next_at > "at"`

/** The plan is that of the largest subscription; of a stretch at 0, that of the one that ended. */
const STRETCHES = `CREATE OR REPLACE TEMP TABLE stretches AS
WITH steps AS (
  SELECT customer, from_at AS "at", mrr AS step FROM temp.subscribed
  UNION ALL SELECT customer, to_at, -mrr FROM temp.subscribed WHERE to_at IS NOT NULL
), levels AS (
  SELECT customer, "at", sum(sum(step)) OVER (PARTITION BY customer ORDER BY "at")::BIGINT AS mrr FROM steps GROUP BY customer, "at"
), changed AS (
  SELECT customer, "at" AS from_at, mrr FROM levels
  QUALIFY mrr <> coalesce(lag(mrr) OVER (PARTITION BY customer ORDER BY "at"), 0)
), largest AS (
  SELECT c.customer, c.from_at, arg_max(p."plan", (p.mrr, -p.subject)) AS plan, bool_or(p.lacks_rate) AS lacks_rate
  FROM changed c JOIN temp.subscribed p ON p.customer = c.customer AND p.from_at <= c.from_at AND (p.to_at IS NULL OR p.to_at > c.from_at) AND p.mrr > 0
  GROUP BY c.customer, c.from_at
), ended AS (
  SELECT c.customer, c.from_at, arg_max(p."plan", (p.mrr, -p.subject)) AS plan
  FROM changed c JOIN temp.subscribed p ON p.customer = c.customer AND p.to_at = c.from_at AND p.mrr > 0 WHERE c.mrr = 0
  GROUP BY c.customer, c.from_at
), said AS (
  SELECT customer, from_at, arg_max(voluntary_end, seq) AS voluntary_end FROM temp.subscribed WHERE mrr = 0 GROUP BY customer, from_at
)
SELECT c.customer, c.from_at, c.mrr, coalesce(l.plan, e.plan) AS plan, s.voluntary_end, coalesce(l.lacks_rate, false) AS lacks_rate_here
FROM changed c LEFT JOIN largest l USING (customer, from_at) LEFT JOIN ended e USING (customer, from_at) LEFT JOIN said s USING (customer, from_at)`
