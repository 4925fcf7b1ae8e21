import type { Worker } from "./floor.ts"
import { afterSolve } from "./solved.ts"
import { tell, tellCustomerWrote, tellStatus } from "./conversation.ts"
import { DAY, HOUR, MINUTE, SECOND } from "./local.ts"
import { regionPlans } from "./company.ts"
import type { Conversation, World } from "./world.ts"

const MOST_REPLIES = 7
const SILENT_FOR = 5 * DAY

/** The answer is out, or the talk is over: what becomes of it. */
export function afterWork(w: World, c: Conversation, worker: Worker, how: "decide" | "solve"): void {
  if (c.gone) return
  const agent = worker.person.id
  if (how === "decide" && c.tier === 1 && !c.thanked && w.luck.happens(c.topic.escalates)) return escalate(w, c, worker)
  const more = how === "decide" && c.replies < MOST_REPLIES
  const fate = more ? w.luck.weighted([0.68, 0.26, 0.06]) : 0
  if (fate === 1) {
    tellStatus(w, c, "pending", { author: "agent", agent, team: c.team }, w.agenda.now + SECOND)
    awaitCustomer(w, c)
  } else if (fate === 2) {
    tellStatus(w, c, "on_hold", { author: "agent", agent, team: c.team, reason: "carrier" }, w.agenda.now + SECOND)
    w.agenda.plan(w.agenda.now + w.luck.between(0.6, 3.2) * DAY, () => resume(w, c))
  } else {
    tellStatus(w, c, "solved", { author: "agent", agent, team: c.team }, w.agenda.now + SECOND)
    solved(w, c, worker)
  }
}

/** Solved by a person, a bot or a rule: it may come back. */
export function solved(w: World, c: Conversation, worker: Worker | undefined): void {
  c.solves++
  c.waitingSince = 0
  afterSolve(w, c, worker, () => customerWrites(w, c))
}

function escalate(w: World, c: Conversation, worker: Worker): void {
  const agent = worker.person.id
  const at = w.agenda.now + 2 * SECOND
  const defect = c.topic.type === "incident"
  tell(
    w,
    c,
    "conversation.escalated",
    { to: "tier", tier: 2, team: "specialists", agent, author: "agent", reason: defect ? "defect" : "permission" },
    at,
  )
  if (defect && w.luck.happens(0.06))
    tell(w, c, "conversation.escalated", { to: "product", agent, author: "agent", reason: "defect" }, at + 30 * SECOND)
  else if (c.mood < 0 && w.luck.happens(0.12))
    tell(w, c, "conversation.escalated", { to: "manager", agent, author: "agent", reason: "complaint" }, at + 30 * SECOND)
  c.tier = 2
  c.team = "specialists"
  c.worker = undefined
  tell(w, c, "conversation.assigned", { team: "specialists", author: "agent" }, at + SECOND)
  w.agenda.plan(at + 2 * SECOND, () => w.work(c))
}

/** Most write back the same day, some never do; then a rule solves it. */
function awaitCustomer(w: World, c: Conversation): void {
  const asked = w.agenda.now
  if (w.luck.happens(0.84))
    w.agenda.plan(awake(w, c, asked + Math.min(4 * DAY, w.luck.around(4.5 * HOUR, 1.1))), () => customerWrites(w, c))
  else w.agenda.plan(asked + SILENT_FOR, () => giveUp(w, c))
}

function giveUp(w: World, c: Conversation): void {
  if (c.gone || c.status !== "pending") return
  tellStatus(w, c, "solved", { author: "auto", reason: "inactive" })
  solved(w, c, c.worker)
}

/** The customer writes into what was pending or solved. */
function customerWrites(w: World, c: Conversation): void {
  if (c.gone || c.waitingSince > 0) return
  const again = c.status === "solved"
  c.thanked = again && w.luck.happens(0.3)
  if (again && !c.thanked) c.mood -= 0.7
  tellCustomerWrote(w, c, w.agenda.now)
  c.waitingSince = w.agenda.now
  tellStatus(w, c, "open", { author: "customer" }, w.agenda.now + 200)
  if (!c.thanked && w.luck.happens(0.08))
    w.agenda.plan(
      w.agenda.now + w.luck.between(1, 15) * MINUTE,
      () => void (c.waitingSince > 0 && tellCustomerWrote(w, c, w.agenda.now)),
    )
  w.work(c)
}

/** The third party has answered. */
function resume(w: World, c: Conversation): void {
  if (c.gone || c.status !== "on_hold") return
  tellStatus(w, c, "open", { author: "system", reason: "third party answered" })
  w.work(c)
}

/** Customers sleep, too. */
function awake(w: World, c: Conversation, at: number): number {
  const hour = w.year.teamClock[regionPlans[c.region].team].hour(at)
  return hour < 7 ? at + (7 - hour) * HOUR + w.luck.between(0, 2.5) * HOUR : at
}
