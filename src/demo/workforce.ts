import { TEAMS, type TeamId, teamPlans } from "./company.ts"
import type { Presence, Worker } from "./floor.ts"
import { type Journal, us } from "./journal.ts"
import { HOUR } from "./local.ts"
import type { World } from "./world.ts"
import type { Year } from "./year.ts"

/** Who joined, under which name, and who left. */
export function introducePeople(w: World): void {
  for (const team of TEAMS)
    w.journal.write("workforce", "team.known_as", `team:${team}`, w.year.start, { name: teamPlans[team].name })
  w.journal.write("workforce", "agent.known_as", "agent:tilly", w.year.start, { name: "Tilly (assistant)", role: "bot" })
  for (const { person } of w.floor.workers) {
    const { id, name, team, hiredDay, leftDay, contractor, voluntary } = person
    const clock = w.year.teamClock[team]
    const role = teamPlans[team].tier === 2 ? "specialist" : "agent"
    w.journal.write("workforce", "agent.hired", `agent:${id}`, clock.at(hiredDay, 7 * HOUR), { team, role, name, contractor })
    if (leftDay < w.year.lastDay + 400)
      w.journal.write("workforce", "agent.left", `agent:${id}`, clock.at(leftDay, 0), {
        voluntary,
        team,
        reason: contractor ? "end of contract" : voluntary ? "new job" : "let go",
      })
  }
}

/** Lays out a team's local day: what was planned, and when each stretch begins. */
export function planShifts(w: World, team: TeamId, day: number): void {
  for (const worker of w.floor.workers) {
    if (worker.person.team !== team) continue
    const duties = w.roster.duties(worker.person, day)
    for (const duty of duties) {
      const { activity, from, to, paid } = duty
      w.journal.write("workforce", "shift.planned", `agent:${worker.person.id}`, from, { until: us(to), activity, paid, team })
      if (activity !== "absent") w.agenda.plan(from, () => w.floor.start(worker, duty))
    }
    const last = duties.at(-1)
    if (last && last.activity !== "absent")
      w.agenda.plan(last.to, () => w.floor.start(worker, { activity: "absent", from: last.to, to: last.to, paid: false }))
  }
}

export function tellPresence(journal: Journal, year: Year, now: () => number): (worker: Worker, presence: Presence) => void {
  return ({ person }, presence) => {
    if (now() < year.start) return
    journal.write("workforce", "presence.changed", `agent:${person.id}`, now(), {
      presence,
      on_queue: presence === "available" || presence === "busy",
      team: person.team,
    })
  }
}
