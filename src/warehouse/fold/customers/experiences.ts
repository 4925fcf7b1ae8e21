import { experiences } from "../../tables.ts"
import { named } from "../named.ts"
import { insert, type Step } from "./insert.ts"

/** Consecutive valid answers of a customer on the same scale, where a conversation lies wholly between them: each pair once. */
export async function foldExperiences(step: Step): Promise<void> {
  const { own, schema } = step
  await own.run(pairs(schema))
  await own.run(between(schema))
  await insert(
    step,
    experiences,
    {
      conversation: "b.conversation",
      customer: "p.customer",
      attributes: "c.attributes",
      channel: "c.channel",
      team: "coalesce(c.solver_team, c.team)",
      agent: "coalesce(c.solver, c.agent)",
      topic: "c.topic",
      survey: "p.survey",
      questionnaire: "p.questionnaire",
      after_at: "p.answered_at",
      after: "p.score",
      before_at: "p.before_at",
      before: "p.before",
      solved_at: "c.first_solved_at",
    },
    `FROM temp.between_answers b JOIN temp.answer_pairs p ON p.invitation = b.invitation
JOIN ${named(`${schema}.conversations`, "conversation", "SELECT conversation FROM temp.between_answers")} c
  ON c.conversation = b.conversation`,
  )
}

const pairs = (schema: string): string => `CREATE OR REPLACE TEMP TABLE answer_pairs AS
SELECT * FROM (
  SELECT invitation, customer, survey, questionnaire, answered_at, score, lag(score) OVER told AS before, lag(answered_at) OVER told AS before_at
  FROM ${schema}.ratings
  WHERE customer IS NOT NULL AND answered_at IS NOT NULL AND score IS NOT NULL AND invalid IS NULL AND excluded IS NULL
  WINDOW told AS (PARTITION BY customer, survey, questionnaire, scale_min, scale_max ORDER BY answered_at, invitation)
) WHERE before_at IS NOT NULL`

/** The last conversation that lies between; of all conversations only those of customers with two answers are looked at. */
const between = (schema: string): string => `CREATE OR REPLACE TEMP TABLE between_answers AS
SELECT p.invitation, arg_max(c.conversation, (c.first_solved_at, c.conversation)) AS conversation
FROM temp.answer_pairs p JOIN ${named(`${schema}.conversations`, "customer", "SELECT customer FROM temp.answer_pairs")} c
  ON c.customer = p.customer AND c.counted_at >= p.before_at AND c.first_solved_at <= p.answered_at AND c.excluded IS NULL
GROUP BY p.invitation`
