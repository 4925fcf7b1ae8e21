import { kinds } from "../../events/kinds.ts"

const [HIRED, LEFT] = [kinds["agent.hired"].code, kinds["agent.left"].code]

/**
 * Each stretch of employment as a relation: the event of the hiring, and `gone`, the event of the next leaving (`null` while employed). A
 * second hiring without a leaving in between tells nothing new. Who leaves and is hired at one moment goes to another team where employed
 * before, and else came only to leave.
 * @param events a relation of the events of hiring and leaving: `seq`, `at`, `kind`, `team`, `voluntary`, `reason`, and `person`, whose they are
 */
export const employmentsOf = (events: string): string => `(SELECT * FROM (
  SELECT *, first_value(CASE WHEN kind = ${LEFT} THEN {left_at: "at", team: team, voluntary: voluntary, reason: reason} END IGNORE NULLS)
      OVER (PARTITION BY person ORDER BY "at", nth, seq ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS gone,
    lag(kind) OVER (PARTITION BY person ORDER BY "at", nth, seq) AS before
  FROM (SELECT *, CASE WHEN kind = ${LEFT} AND earlier = ${HIRED} THEN 0 WHEN kind = ${HIRED} THEN 1 ELSE 2 END AS nth FROM (${earlierOf(events)}))
) WHERE kind = ${HIRED} AND before IS DISTINCT FROM ${HIRED})`

/** Which of both the person had done before that moment: the last of what was not told together with the other. */
const earlierOf = (events: string): string => `SELECT *, last_value(CASE WHEN together = 1 THEN kind END IGNORE NULLS)
  OVER (PARTITION BY person ORDER BY "at" RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
FROM (SELECT *, count(DISTINCT kind) OVER (PARTITION BY person, "at") AS together FROM ${events} WHERE kind IN (${HIRED}, ${LEFT}))`
