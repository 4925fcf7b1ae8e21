import { kinds } from "../../../events/kinds.ts"
import { reviewCriteria, reviews } from "../../tables.ts"
import { named } from "../named.ts"
import { insert, type Step } from "./insert.ts"

/** `4/5×2`: points, the most of them, and the weight, 1 where nothing is said. Anything else, as `n/a`, is not scored. */
const SCORE = "^\\s*([0-9]+(?:[.][0-9]+)?)\\s*/\\s*([0-9]+(?:[.][0-9]+)?)\\s*(?:[x×*]\\s*([0-9]+(?:[.][0-9]+)?))?\\s*$"

/** Reviews of agents' work and the criteria scored in them. Whole thousandths are summed, so that their order does not matter. */
export async function foldReviews(step: Step): Promise<void> {
  const { own, schema } = step
  await own.run(told(schema))
  await own.run(SCORED)
  const columns = {
    subject: "r.subject",
    conversation: "r.conversation",
    agent: "r.agent",
    team: "r.team",
    channel: "r.channel",
    questionnaire: "r.questionnaire",
    version: "r.version",
    reviewed_at: `r."at"`,
  } as const
  await insert(
    step,
    reviews,
    { ...columns, points: "s.points / 1000", most: "s.most / 1000", critical: "r.critical_error" },
    `FROM temp.told_reviews r LEFT JOIN (
  SELECT seq, sum(points) AS points, sum(most) AS most FROM temp.scored_criteria GROUP BY seq
) s ON s.seq = r.seq`,
  )
  await insert(
    step,
    reviewCriteria,
    { ...columns, criterion: "w.code", points: "s.points / 1000", most: "s.most / 1000" },
    "FROM temp.scored_criteria s JOIN temp.told_reviews r ON r.seq = s.seq JOIN words w ON w.word = s.criterion",
  )
}

const told = (schema: string): string => `CREATE OR REPLACE TEMP TABLE told_reviews AS
SELECT k.seq, k.subject, k."at", k.questionnaire, k.version, k.critical_error, k.criteria,
  coalesce(a.root, k.agent) AS agent, coalesce(t.root, k.team) AS team,
  coalesce(c.conversation, l.conversation) AS conversation, coalesce(c.channel, l.channel) AS channel
FROM known k
LEFT JOIN temp.standing a ON a.kind = 'agents' AND a.code = k.agent
LEFT JOIN temp.standing t ON t.kind = 'teams' AND t.code = k.team
LEFT JOIN ${named(`${schema}.conversations`, "conversation", REVIEWED)} c ON c.conversation = k.subject
LEFT JOIN ${named(`${schema}.calls`, "call", REVIEWED)} l ON l.call = k.subject
WHERE k.kind = ${kinds["quality.reviewed"].code}`

const REVIEWED = `SELECT subject FROM known WHERE kind = ${kinds["quality.reviewed"].code}`

const SCORED = `CREATE OR REPLACE TEMP TABLE scored_criteria AS
WITH entries AS (
  SELECT seq, unnest(map_entries(from_json(criteria, '"MAP(VARCHAR, VARCHAR)"'))) AS entry
  FROM temp.told_reviews WHERE criteria IS NOT NULL
), parts AS (
  SELECT seq, entry.key AS criterion, regexp_extract(entry.value, '${SCORE}', ['points', 'most', 'weight']) AS part FROM entries
), numbers AS (
  SELECT seq, criterion, try_cast(part.points AS DOUBLE) AS points, try_cast(part.most AS DOUBLE) AS most,
    coalesce(try_cast(part.weight AS DOUBLE), 1) AS weight
  FROM parts
)
SELECT seq, criterion, round(least(points, most) * weight * 1000)::BIGINT AS points, round(most * weight * 1000)::BIGINT AS most
FROM numbers WHERE most > 0 AND weight > 0 AND points IS NOT NULL`
