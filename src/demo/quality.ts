import type { Worker } from "./floor.ts"
import { DAY, HOUR } from "./local.ts"
import type { Conversation, World } from "./world.ts"

const REVIEWED = 0.014
const CRITERIA = [
  ["accuracy", 3],
  ["clarity", 2],
  ["empathy", 2],
  ["process", 1],
] as const

/** A few are read again by a coach, on one of the next mornings. */
export function reviewQuality(w: World, c: Conversation, worker: Worker): void {
  if (!w.luck.happens(REVIEWED)) return
  const clock = w.year.home
  const morning = clock.at(clock.day(w.agenda.now + w.luck.between(1, 6) * DAY), w.luck.between(9, 12) * HOUR)
  const level = 4.15 + worker.person.manner + (c.mood < 0 ? -0.4 : 0)
  const points = CRITERIA.map(([name, weight]) => {
    if (w.luck.happens(0.06)) return [name, "n/a"] as const
    return [name, `${Math.max(0, Math.min(5, Math.round(level + w.luck.normal() * 0.7)))}/5×${weight}`] as const
  })
  w.journal.write("helpdesk", "quality.reviewed", c.subject, Math.max(morning, w.agenda.now + HOUR), {
    agent: worker.person.id,
    team: worker.person.team,
    questionnaire: "conversation_review",
    version: "3",
    criteria: Object.fromEntries(points),
    critical_error: w.luck.happens(0.035),
  })
}
