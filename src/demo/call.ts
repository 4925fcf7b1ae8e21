import type { KindName } from "../events/kinds.ts"
import type { TeamId } from "./company.ts"
import type { Worker } from "./floor.ts"
import { type Said, us } from "./journal.ts"
import { brandOf, tell, tellAssigned, tellOpened, tellStatus } from "./conversation.ts"
import type { Conversation, World } from "./world.ts"

/** A call on its way through menu, queue and people. */
export interface Call {
  readonly subject: string
  readonly conversation: Conversation
  readonly startedAt: number
  readonly queue: string
  team: TeamId
  leg: number
  /** The conversation has been written down: a caller who hangs up in the queue leaves none. */
  known: boolean
}

export function newCall(w: World, conversation: Conversation): Call {
  return {
    subject: `call:${w.number("call")}`,
    conversation,
    startedAt: w.agenda.now,
    queue: conversation.region === "europe" ? "line_europe" : "line_america",
    team: conversation.team,
    leg: 1,
    known: false,
  }
}

export function tellCall(w: World, call: Call, kind: KindName, at: number, said: Said = {}): void {
  w.journal.write("phone", kind, call.subject, at, said)
}

export type Segment = "ivr" | "queue" | "ring" | "talk" | "hold" | "wrap"

export function tellSegment(w: World, call: Call, segment: Segment, from: number, until: number, worker?: Worker): void {
  if (until - from < 1) return
  const who: Said = worker ? { agent: worker.person.id, leg: call.leg } : {}
  const where: Said = segment === "queue" ? { queue: call.queue } : {}
  tellCall(w, call, "call.segment", from, {
    segment,
    until: us(until),
    team: segment === "ivr" ? undefined : call.team,
    ...who,
    ...where,
  })
}

/** Written once it is known whether anything more than a missed call came of it. */
export function tellStarted(w: World, call: Call, withConversation: boolean): void {
  const c = call.conversation
  w.customers.introduce(c.customer, call.startedAt)
  tellCall(w, call, "call.started", call.startedAt, {
    direction: "inbound",
    conversation: withConversation ? c.subject : undefined,
    customer: w.customers.ref(c.customer),
    channel: "phone",
    queue: call.queue,
    team: c.team,
    topic: c.topic.name,
    brand: brandOf(c),
  })
  if (!withConversation) return
  call.known = true
  tellOpened(w, c, call.startedAt)
}

/** They are connected: both speak at that moment, so nobody waits for a reply in the conversation. */
export function tellConnected(w: World, call: Call, worker: Worker, at: number): void {
  const c = call.conversation
  const agent = worker.person.id
  tellAssigned(w, c, worker, at)
  if (c.replies > 0) return
  tellStatus(w, c, "open", { author: "agent", agent }, at)
  tell(
    w,
    c,
    "message.sent",
    { author: "customer", public: true, channel: "phone", text: c.topic.texts[c.number % c.topic.texts.length] },
    at,
  )
  tell(w, c, "message.sent", { author: "agent", public: true, agent, team: worker.person.team, channel: "phone" }, at)
}
