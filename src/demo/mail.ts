import type { HeadStart, Task, Worker } from "./floor.ts"
import { afterWork } from "./follow.ts"
import {
  feelWait,
  newConversation,
  tell,
  tellAssigned,
  tellCustomerWrote,
  tellOpened,
  tellPromises,
  tellStatus,
} from "./conversation.ts"
import type { Priority } from "./company.ts"
import { DAY, HOUR, MINUTE, SECOND } from "./local.ts"
import { NOTES, REPLIES } from "./names.ts"
import type { Contact, Conversation, World } from "./world.ts"

/** What is urgent goes before what came this much earlier; what all the world can read, too. */
const HEAD_START: Readonly<Record<Priority, HeadStart>> = { low: -4, normal: 0, high: 3, urgent: 9 }

const REPLY_MINUTES: Readonly<Record<Conversation["channel"], number>> = { email: 9.9, form: 9.5, social: 6, chat: 8, phone: 8.4 }

/** Mail, web form, social: written once, answered when somebody comes to it. */
export function receiveMail(w: World, contact: Contact): void {
  const c = newConversation(w, contact)
  const now = w.agenda.now
  tellOpened(w, c, now)
  tellCustomerWrote(w, c, now)
  c.waitingSince = now
  if (c.channel === "email")
    tell(
      w,
      c,
      "message.sent",
      { author: "auto", public: true, text: "We have your message and will answer soon." },
      now + w.luck.whole(4, 40) * SECOND,
    )
  tellPromises(w, c)
  if (w.luck.happens(0.09)) w.agenda.plan(now + w.luck.between(1, 25) * MINUTE, () => addWord(w, c))
  if (c.duplicateOf === undefined && !c.spam && !c.test) w.agenda.plan(now + w.luck.between(5, 20) * HOUR, () => askAgain(w, c))
  workLikeMail(w, c)
}

/** The customer adds something before anybody answered. */
function addWord(w: World, c: Conversation): void {
  if (c.waitingSince > 0 && !c.gone) tellCustomerWrote(w, c, w.agenda.now)
}

/** Nobody answered, so some write a second time, often elsewhere. */
function askAgain(w: World, c: Conversation): void {
  if (c.status !== "new" || c.gone || !w.luck.happens(0.13)) return
  w.contact({ customer: c.customer, channel: w.luck.happens(0.6) ? c.channel : "form", topic: c.topic, duplicateOf: c })
}

/** It waits for a person of its team: whoever had it before, if they are still there. */
export function workLikeMail(w: World, c: Conversation): void {
  const known = c.worker?.person
  const today = w.year.home.day(w.agenda.now)
  const task = mailTask(w, c)
  const here =
    known &&
    known.team === c.team &&
    known.leftDay > today + 1 &&
    !known.holidays.some((first) => today >= first - 1 && today < first + 7)
  if (here && c.worker && w.luck.happens(0.85)) w.floor.offerTo(task, c.worker)
  else w.floor.offer(task)
}

function mailTask(w: World, c: Conversation): Task {
  let end: () => void = () => {}
  return {
    kind: "mail",
    team: c.team,
    since: w.agenda.now,
    headStart_h: c.channel === "social" && c.priority !== "urgent" ? 5 : HEAD_START[c.priority],
    over: false,
    begin(worker) {
      const job = begin(w, c, worker)
      end = job.end
      return w.agenda.now + job.lasts
    },
    finish: () => end(),
  }
}

interface Job {
  readonly lasts: number
  readonly end: () => void
}

function begin(w: World, c: Conversation, worker: Worker): Job {
  if (c.gone) return { lasts: SECOND, end: () => {} }
  tellAssigned(w, c, worker)
  if (c.spam)
    return {
      lasts: w.luck.between(8, 40) * SECOND,
      end: () => leave(c, () => tell(w, c, "conversation.marked_spam", { agent: worker.person.id })),
    }
  const first = c.duplicateOf
  if (first && !first.gone && first.status !== "solved")
    return {
      lasts: w.luck.between(40, 120) * SECOND,
      end: () => leave(c, () => tell(w, c, "conversation.merged_into", { into: first.subject, agent: worker.person.id })),
    }
  if (w.luck.happens(0.0008))
    return { lasts: 20 * SECOND, end: () => leave(c, () => tell(w, c, "conversation.deleted", { agent: worker.person.id })) }
  if (c.status !== "pending") tellStatus(w, c, "open", { author: "agent", agent: worker.person.id })
  if (c.thanked) return { lasts: w.luck.between(15, 60) * SECOND, end: () => afterWork(w, c, worker, "solve") }
  const minutes =
    w.luck.around(REPLY_MINUTES[c.channel], 0.55) *
    c.topic.effort *
    worker.person.pace *
    (c.tier === 2 ? 2.15 : 1) *
    (pressed(w, c) ? 0.84 : 1)
  const lasts = Math.min(50, Math.max(0.8, minutes)) * MINUTE
  return { lasts, end: () => reply(w, c, worker, lasts) }
}

/** Old mail means a full desk, and short answers. */
function pressed(w: World, c: Conversation): boolean {
  return c.waitingSince > 0 && w.agenda.now - c.waitingSince > DAY
}

function leave(c: Conversation, say: () => void): void {
  if (c.gone) return
  c.gone = true
  c.waitingSince = 0
  say()
}

function reply(w: World, c: Conversation, worker: Worker, lasted: number): void {
  if (c.gone) return
  const now = w.agenda.now
  const agent = worker.person.id
  if (w.luck.happens(0.16))
    tell(
      w,
      c,
      "message.sent",
      { author: "agent", public: false, agent, team: c.team, text: w.luck.pick(NOTES) },
      now - lasted * w.luck.between(0.2, 0.7),
    )
  if (!c.topicSaid && w.luck.happens(0.9)) {
    c.topicSaid = true
    tell(w, c, "conversation.changed", { topic: c.topic.name }, now - 5 * SECOND)
  }
  feelWait(c, now)
  c.mood += worker.person.manner
  c.replies++
  c.byBot = false
  tell(w, c, "message.sent", { author: "agent", public: true, agent, team: c.team, text: w.luck.pick(REPLIES) })
  if (w.luck.happens(0.05))
    tell(
      w,
      c,
      "message.sent",
      { author: "agent", public: true, agent, team: c.team, text: "One more thing: the article is linked below." },
      now + w.luck.whole(20, 90) * SECOND,
    )
  tell(w, c, "conversation.time_logged", { agent, team: c.team, seconds: Math.round(lasted / SECOND) })
  afterWork(w, c, worker, "decide")
}
