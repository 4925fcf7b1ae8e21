import { newConversation, tell, tellAssigned, tellCustomerWrote, tellOpened, tellStatus } from "./conversation.ts"
import { regionPlans, type Region } from "./company.ts"
import { HOUR, MINUTE, SECOND } from "./local.ts"
import { topics } from "./topics.ts"
import type { World } from "./world.ts"

const A_DAY = 7
const ANSWERED = 0.17

/** Now and then we write first: a delay at the carrier, a recall. Few answer; then it is a conversation like any other. */
export function planOutbound(w: World, region: Region, day: number): void {
  const { team, share } = regionPlans[region]
  const clock = w.year.teamClock[team]
  for (let left = w.luck.poisson(A_DAY * share * w.scale); left > 0; left--)
    w.agenda.plan(clock.at(day, w.luck.between(10, 16) * HOUR), () => offer(w, region))
}

function offer(w: World, region: Region): void {
  if (!w.roster.open(regionPlans[region].team, w.agenda.now)) return
  const c = newConversation(w, { customer: w.customers.pick(region, w.agenda.now), channel: "email", topic: topics[0]! })
  w.floor.offer({
    kind: "mail",
    team: c.team,
    since: w.agenda.now,
    headStart_h: 0,
    over: false,
    begin: () => w.agenda.now + w.luck.between(1, 4) * MINUTE,
    finish(worker) {
      const now = w.agenda.now
      const agent = worker.person.id
      tellOpened(w, c, now, { direction: "outbound", agent, status: "open" })
      c.status = "open"
      tellAssigned(w, c, worker, now)
      tell(
        w,
        c,
        "message.sent",
        { author: "agent", public: true, agent, team: c.team, text: "Your delivery is late; the carrier says Thursday. Sorry!" },
        now + SECOND,
      )
      tellStatus(w, c, "solved", { author: "agent", agent, team: c.team }, now + 2 * SECOND)
      c.replies = 1
      if (!w.luck.happens(ANSWERED)) return
      w.agenda.plan(now + w.luck.around(2.5, 0.8) * HOUR, () => {
        tellCustomerWrote(w, c, w.agenda.now)
        c.waitingSince = w.agenda.now
        tellStatus(w, c, "open", { author: "customer" }, w.agenda.now + 200)
        w.work(c)
      })
    },
  })
}
