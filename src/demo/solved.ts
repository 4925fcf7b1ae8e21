import type { Worker } from "./floor.ts"
import { regionPlans, teamPlans } from "./company.ts"
import { reviewQuality } from "./quality.ts"
import { askAboutContact } from "./surveys.ts"
import { DAY, HOUR } from "./local.ts"
import { topics } from "./topics.ts"
import type { Conversation, World } from "./world.ts"
import { CHANNELS } from "./company.ts"

/** What follows a solve: a survey, a review, a return of the customer. */
export function afterSolve(w: World, c: Conversation, worker: Worker | undefined, reopen: () => void): void {
  const now = w.agenda.now
  const solves = c.solves
  const still = (act: () => void) => () => void (c.status === "solved" && c.solves === solves && !c.gone && act())
  if (c.test) return
  askAboutContact(w, c, worker)
  if (worker) reviewQuality(w, c, worker)
  w.customers.remember(c.customer, c.mood - 2.25)
  const unhappy = c.mood < 0.8 ? 0.16 : 0.045
  if (!c.thanked && w.luck.happens(c.byBot ? unhappy * 1.2 : unhappy))
    w.agenda.plan(now + Math.min(6 * DAY, w.luck.around(14 * HOUR, 1.2)), still(reopen))
  else if (w.luck.happens(c.mood < 0.8 ? 0.13 : 0.055))
    w.agenda.plan(daytime(w, c, now + w.luck.between(0.4, 9) * DAY), () => comeAgain(w, c))
}

/** The same customer with the same matter, or with the one that tends to follow it. */
function comeAgain(w: World, c: Conversation): void {
  const following = topics.find(({ name }) => name === c.topic.next)
  const topic = w.luck.happens(0.5) || !following ? c.topic : following
  const channel = w.luck.happens(0.6) ? c.channel : CHANNELS[w.luck.weighted(regionPlans[c.region].channels)]!
  w.contact({ customer: c.customer, channel, topic })
}

function daytime(w: World, c: Conversation, at: number): number {
  const { team } = regionPlans[c.region]
  const hour = w.year.teamClock[team].hour(at)
  const [open] = teamPlans[team].week[1]!
  return hour < open ? at + (open - hour) * HOUR + w.luck.between(0, 5) * HOUR : at
}
