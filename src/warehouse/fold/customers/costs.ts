import { kinds } from "../../../events/kinds.ts"
import { costs } from "../../tables.ts"
import { insert, type Step } from "./insert.ts"

const COST = kinds["cost.booked"].code

/**
 * Costs, one row a local day they cover: the day's part is what is due by its end less what was due by its beginning, so that the days
 * of a cost sum up to it exactly.
 */
export async function foldCosts(step: Step): Promise<void> {
  const due = (at: string): string => `((c.amount::HUGEINT * (${at} - c."at")) // (c."until" - c."at"))`
  const [from, to] = [`greatest(d.from_at, c."at")`, `least(d.to_at, c."until")`]
  await insert(
    step,
    costs,
    {
      cost: "subject",
      at: "from_at",
      until_at: "to_at",
      amount: "part",
      category: "category",
      team: "team",
      channel: "channel",
      excluded: `CASE WHEN lacks_rate THEN ${step.words.code.no_rate} END`,
    },
    `FROM (
  SELECT c.subject, ${from} AS from_at, ${to} AS to_at, (${due(to)} - ${due(from)})::BIGINT AS part, c.category, c.team, c.channel, c.lacks_rate
  FROM temp.happened c JOIN temp.local_days d ON d.from_at < c."until" AND d.to_at > c."at"
  WHERE c.kind = ${COST} AND c."until" > c."at"
  UNION ALL
  SELECT subject, "at", NULL, amount, category, team, channel, lacks_rate FROM temp.happened
  WHERE kind = ${COST} AND ("until" > "at") IS NOT TRUE
)`,
  )
}
