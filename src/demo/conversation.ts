import { type Channel, FIRST_REPLY_PROMISE, PRIORITIES, regionPlans, RESOLUTION_PROMISE, BRANDS } from "./company.ts"
import type { Said } from "./journal.ts"
import { HOUR, SECOND } from "./local.ts"
import type { Contact, Conversation, Status, World } from "./world.ts"
import type { KindName } from "../events/kinds.ts"
import type { Worker } from "./floor.ts"
import { COMPLAINTS, FOLLOW_UPS, OPENERS } from "./names.ts"

/** How long customers find acceptable to wait on each channel. */
const FAIR_WAIT: Readonly<Record<Channel, number>> = {
  phone: 60 * SECOND,
  chat: 60 * SECOND,
  email: 5 * HOUR,
  form: 6 * HOUR,
  social: 2 * HOUR,
}
const PRIORITY_WEIGHTS: readonly number[] = [8, 74, 14, 4]
/** An average content customer: about 95 in a hundred before anything went wrong. */
const USUAL_MOOD = 2.95

export function newConversation(w: World, contact: Contact): Conversation {
  const { customer, channel, topic } = contact
  const region = w.customers.region(customer)
  const number = w.number("conversation")
  return {
    number,
    subject: `conversation:${number}`,
    customer,
    region,
    channel,
    topic,
    priority:
      topic.type === "incident" ? PRIORITIES[w.luck.weighted([2, 50, 38, 10])]! : PRIORITIES[w.luck.weighted(PRIORITY_WEIGHTS)]!,
    duplicateOf: contact.duplicateOf,
    test: w.luck.happens(0.0012),
    spam: channel !== "chat" && channel !== "phone" && contact.duplicateOf === undefined && w.luck.happens(0.021),
    team: regionPlans[region].team,
    tier: 1,
    worker: undefined,
    status: "new",
    mood: USUAL_MOOD + topic.mood + w.customers.mood(customer) * 0.5,
    replies: 0,
    solves: 0,
    waitingSince: 0,
    gone: false,
    thanked: false,
    byBot: false,
    topicSaid: channel !== "email" && channel !== "social",
  }
}

/** Writes down what happened in a conversation, now unless said otherwise. */
export function tell(w: World, c: Conversation, kind: KindName, said: Said, at = w.agenda.now): void {
  w.journal.write("helpdesk", kind, c.subject, at, said)
}

export function tellOpened(w: World, c: Conversation, at: number, more: Said = {}): void {
  w.customers.introduce(c.customer, at)
  tell(
    w,
    c,
    "conversation.opened",
    {
      channel: c.channel,
      direction: "inbound",
      customer: w.customers.ref(c.customer),
      team: c.team,
      brand: brandOf(c),
      priority: c.priority,
      type: c.topic.type,
      tier: 1,
      topic: c.topicSaid ? c.topic.name : undefined,
      tags: c.priority === "urgent" ? ["urgent", c.topic.name] : undefined,
      subject_line:
        c.channel === "chat" || c.channel === "phone" ? undefined : c.topic.subjects[c.number % c.topic.subjects.length],
      test: c.test || undefined,
      ...more,
    },
    at,
  )
}

export function tellCustomerWrote(w: World, c: Conversation, at: number): void {
  const first = c.replies === 0 && c.waitingSince === 0
  const text = first
    ? `${w.luck.pick(OPENERS)} ${c.topic.texts[Math.floor(c.number / 3) % c.topic.texts.length]}`
    : c.thanked
      ? "Thank you, that was it!"
      : w.luck.pick(FOLLOW_UPS)
  tell(
    w,
    c,
    "message.sent",
    { author: "customer", public: true, text: c.mood < 0 && !c.thanked ? `${text} ${w.luck.pick(COMPLAINTS)}` : text },
    at,
  )
}

export function tellStatus(w: World, c: Conversation, status: Status, said: Said, at = w.agenda.now): void {
  if (c.status === status) return
  c.status = status
  tell(w, c, "conversation.status_changed", { status, ...said }, at)
}

/** A person has it now. */
export function tellAssigned(w: World, c: Conversation, worker: Worker, at = w.agenda.now): void {
  if (c.worker === worker) return
  c.worker = worker
  c.team = worker.person.team
  tell(w, c, "conversation.assigned", { agent: worker.person.id, agent_is: "human", team: worker.person.team }, at)
}

export function tellPromises(w: World, c: Conversation, first_s?: number): void {
  const policy = c.priority === "urgent" || c.priority === "high" ? "priority" : "standard"
  tell(w, c, "conversation.promised", {
    promise: "first_response",
    policy,
    target_s: first_s ?? FIRST_REPLY_PROMISE[c.priority],
    clock: "business",
    priority: c.priority,
  })
  if (first_s !== undefined) return
  tell(w, c, "conversation.promised", {
    promise: "resolution",
    policy,
    target_s: RESOLUTION_PROMISE[c.priority],
    clock: "business",
    pauses: ["pending", "on_hold"],
    priority: c.priority,
  })
}

/** The customer was answered after a wait, and minds it the more the longer it was beside what is fair. */
export function feelWait(c: Conversation, now: number): void {
  if (c.waitingSince === 0) return
  const wait = (now - c.waitingSince) / FAIR_WAIT[c.channel]
  c.mood -= 0.5 * Math.log1p(wait) + (c.replies > 1 ? 0.25 : 0)
  c.waitingSince = 0
}

export function brandOf(c: { readonly customer: number }): string {
  return BRANDS[c.customer % 5 === 0 ? 1 : 0]
}
