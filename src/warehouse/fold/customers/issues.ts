import { issues, quietTimes } from "../../tables.ts"
import { named } from "../named.ts"
import type { Among } from "./customer-slices.ts"
import { asKnown, ATTRIBUTES, insert, type Step } from "./insert.ts"

/**
 * Solved conversations of known customers, and when the customer was active before and afterwards: bought, or paid for a subscription. Who
 * pays already at that moment is active from then on. Beside them the times of all who buy or pay in which nothing had to be solved.
 */
export async function foldIssues(step: Step): Promise<void> {
  for (const among of step.slices) {
    await foldSolved(step, among)
    await foldQuietTimes(step, among)
  }
}

/** Leaves the temporary tables `active` (customer, from_at) and `solved` of these customers. */
async function foldSolved(step: Step, among: Among): Promise<void> {
  const { own, schema } = step
  const [orders, revenue, conversations] = ["orders", "revenue", "conversations"].map((name) => among.of(`${schema}.${name}`))
  await own.run(`CREATE OR REPLACE TEMP TABLE bought AS
SELECT customer, placed_at AS from_at FROM ${orders} WHERE customer IS NOT NULL AND excluded IS NULL`)
  await own.run(`CREATE OR REPLACE TEMP TABLE active AS
SELECT customer, from_at FROM temp.bought
UNION SELECT customer, from_at FROM ${revenue} WHERE excluded IS NULL AND mrr > 0`)
  await own.run(`CREATE OR REPLACE TEMP TABLE solved AS
SELECT customer, conversation, first_solved_at AS solved_at, lag(first_solved_at) OVER story AS previous_at,
  lead(first_solved_at) OVER story AS next_at, channel, team, topic
FROM ${conversations}
WHERE customer IS NOT NULL AND excluded IS NULL AND first_solved_at IS NOT NULL AND counted_at IS NOT NULL
WINDOW story AS (PARTITION BY customer ORDER BY first_solved_at, conversation)`)
  await insert(
    step,
    issues,
    {
      conversation: "s.conversation",
      customer: "s.customer",
      attributes: ATTRIBUTES,
      channel: "s.channel",
      team: "s.team",
      topic: "s.topic",
      solved_at: "s.solved_at",
      previous_at: "s.previous_at",
      last_active_at: "l.from_at",
      bought_at: "o.from_at",
      paid_at: "CASE WHEN p.mrr > 0 THEN s.solved_at ELSE n.from_at END",
      expanded_at: "e.from_at",
    },
    `FROM temp.solved s
ASOF LEFT JOIN temp.active l ON l.customer = s.customer AND l.from_at <= s.solved_at
ASOF LEFT JOIN temp.bought o ON o.customer = s.customer AND o.from_at > s.solved_at
ASOF LEFT JOIN (SELECT customer, from_at, mrr FROM ${revenue} WHERE excluded IS NULL) p ON p.customer = s.customer AND p.from_at <= s.solved_at
ASOF LEFT JOIN (SELECT customer, from_at FROM ${revenue} WHERE excluded IS NULL AND mrr > 0) n ON n.customer = s.customer AND n.from_at > s.solved_at
ASOF LEFT JOIN (SELECT customer, from_at FROM ${revenue} WHERE excluded IS NULL AND previous_mrr > 0 AND mrr > previous_mrr) e
  ON e.customer = s.customer AND e.from_at > s.solved_at
${asKnown("s", "solved_at", among)}`,
  )
}

const LINKED = "(SELECT code, root FROM temp.standing WHERE kind = 'customers')"
/** All codes of those who act: of the names somebody goes by the first of the alphabet decides, whichever the ledger met first. */
const KNOWN_AS = `SELECT customer FROM temp.active UNION SELECT code FROM ${LINKED} WHERE root IN (SELECT customer FROM temp.active)`

async function foldQuietTimes(step: Step, among: Among): Promise<void> {
  const { own, schema } = step
  await own.run(`CREATE OR REPLACE TEMP TABLE acted AS
SELECT a.*, ('0x' || substr(md5(n.name), 1, 8))::BIGINT % 1000 AS spread
FROM (SELECT customer, min(from_at) AS first_at, list(from_at ORDER BY from_at) AS active_at FROM temp.active GROUP BY customer) a
JOIN (
  SELECT coalesce(l.root, n.code) AS customer, min(n.name) AS name
  FROM ${named("subjects", "code", KNOWN_AS)} n LEFT JOIN ${LINKED} l ON l.code = n.code GROUP BY ALL
) n ON n.customer = a.customer`)
  await own.run(`CREATE OR REPLACE TEMP TABLE quiet AS
SELECT a.customer, a.first_at AS from_at, s.solved_at AS to_at, NULL::BIGINT AS previous_at
FROM temp.acted a LEFT JOIN temp.solved s ON s.customer = a.customer AND s.previous_at IS NULL
WHERE s.solved_at IS NULL OR s.solved_at > a.first_at
UNION ALL SELECT s.customer, s.solved_at, s.next_at, s.solved_at
FROM temp.solved s JOIN temp.acted a ON a.customer = s.customer WHERE s.next_at IS NULL OR s.next_at > s.solved_at`)
  await insert(
    step,
    quietTimes,
    {
      customer: "q.customer",
      attributes: ATTRIBUTES,
      from_at: "q.from_at",
      to_at: "q.to_at",
      previous_at: "q.previous_at",
      spread: "t.spread",
      active_at: "t.active_at",
      mrr_at: "coalesce(r.mrr_at, [])",
      mrr: "coalesce(r.mrr, [])",
    },
    `FROM temp.quiet q JOIN temp.acted t ON t.customer = q.customer
LEFT JOIN (
  SELECT customer, list(from_at ORDER BY from_at) AS mrr_at, list(mrr ORDER BY from_at) AS mrr
  FROM ${among.of(`${schema}.revenue`)} WHERE excluded IS NULL GROUP BY customer
) r ON r.customer = q.customer
${asKnown("q", "from_at", among)}`,
  )
}
