import { kinds } from "../../../events/kinds.ts"
import { employees } from "../../tables.ts"
import { insert, type Step } from "./insert.ts"

const [HIRED, LEFT] = [kinds["agent.hired"].code, kinds["agent.left"].code]

/**
 * Each stretch of employment: from a hiring to the next leaving. A second hiring without a leaving in between tells nothing new. Who leaves
 * and is hired at one moment goes to another team where employed before, and else came only to leave.
 */
export async function foldEmployees(step: Step): Promise<void> {
  await insert(
    step,
    employees,
    {
      agent: "agent",
      team: "team",
      last_team: "coalesce(gone.team, team)",
      contractor: "coalesce(contractor, false)",
      hired_at: `"at"`,
      left_at: "gone.left_at",
      voluntary: "gone.voluntary",
      reason: "gone.reason",
    },
    `FROM (
  SELECT *, first_value(CASE WHEN kind = ${LEFT} THEN {left_at: "at", team: team, voluntary: voluntary, reason: reason} END IGNORE NULLS)
      OVER (PARTITION BY agent ORDER BY "at", nth, seq ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS gone,
    lag(kind) OVER (PARTITION BY agent ORDER BY "at", nth, seq) AS before
  FROM (SELECT *, CASE WHEN kind = ${LEFT} AND earlier = ${HIRED} THEN 0 WHEN kind = ${HIRED} THEN 1 ELSE 2 END AS nth FROM (${WHO_CAME}))
) WHERE kind = ${HIRED} AND before IS DISTINCT FROM ${HIRED}`,
  )
}

/** Who came and who left, and which of both the person had done before that moment: the last of what was not told together with the other. */
const WHO_CAME = `SELECT *, last_value(CASE WHEN together = 1 THEN kind END IGNORE NULLS)
  OVER (PARTITION BY agent ORDER BY "at" RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
FROM (
  SELECT *, count(DISTINCT kind) OVER (PARTITION BY agent, "at") AS together FROM (
    SELECT h.*, coalesce(l.root, p.code) AS agent FROM temp.happened h JOIN subjects n ON n.code = h.subject
    JOIN words p ON p.word = substr(n.name, instr(n.name, ':') + 1)
    LEFT JOIN temp.standing l ON l.kind = 'agents' AND l.code = p.code
    WHERE h.kind IN (${HIRED}, ${LEFT})
  )
)`
