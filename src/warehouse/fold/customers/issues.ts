import { issues } from "../../tables.ts"
import { asKnown, ATTRIBUTES, insert, type Step } from "./insert.ts"

/**
 * Solved conversations of known customers, and when the customer was active afterwards: bought, or paid for a subscription. Who pays
 * already at that moment is active from then on.
 */
export async function foldIssues(step: Step): Promise<void> {
  const { own, schema } = step
  await own.run(`CREATE OR REPLACE TEMP TABLE active AS
SELECT customer, placed_at AS from_at FROM ${schema}.orders WHERE customer IS NOT NULL AND excluded IS NULL`)
  await own.run(`CREATE OR REPLACE TEMP TABLE solved AS
SELECT customer, conversation, first_solved_at AS solved_at, lag(first_solved_at) OVER story AS previous_at, channel, team, topic
FROM ${schema}.conversations
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
      bought_at: "o.from_at",
      paid_at: "CASE WHEN p.mrr > 0 THEN s.solved_at ELSE n.from_at END",
      expanded_at: "e.from_at",
    },
    `FROM temp.solved s
ASOF LEFT JOIN temp.active o ON o.customer = s.customer AND o.from_at > s.solved_at
ASOF LEFT JOIN (SELECT customer, from_at, mrr FROM ${schema}.revenue WHERE excluded IS NULL) p ON p.customer = s.customer AND p.from_at <= s.solved_at
ASOF LEFT JOIN (SELECT customer, from_at FROM ${schema}.revenue WHERE excluded IS NULL AND mrr > 0) n ON n.customer = s.customer AND n.from_at > s.solved_at
ASOF LEFT JOIN (SELECT customer, from_at FROM ${schema}.revenue WHERE excluded IS NULL AND previous_mrr > 0 AND mrr > previous_mrr) e
  ON e.customer = s.customer AND e.from_at > s.solved_at
${asKnown("s", "solved_at")}`,
  )
}
