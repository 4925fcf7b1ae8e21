import { employees } from "../../tables.ts"
import { employmentsOf } from "../employments.ts"
import { insert, type Step } from "./insert.ts"

/** Each stretch of employment of a person, whichever of their names the events tell. */
export async function foldEmployees(step: Step): Promise<void> {
  await insert(
    step,
    employees,
    {
      agent: "person",
      team: "team",
      last_team: "coalesce(gone.team, team)",
      contractor: "coalesce(contractor, false)",
      hired_at: `"at"`,
      left_at: "gone.left_at",
      voluntary: "gone.voluntary",
      reason: "gone.reason",
    },
    `FROM ${employmentsOf(PEOPLE)}`,
  )
}

const PEOPLE = `(SELECT h.*, coalesce(l.root, p.code) AS person FROM temp.happened h JOIN subjects n ON n.code = h.subject
  JOIN words p ON p.word = substr(n.name, instr(n.name, ':') + 1)
  LEFT JOIN temp.standing l ON l.kind = 'agents' AND l.code = p.code)`
