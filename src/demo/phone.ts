import { afterWork } from "./follow.ts"
import { type Call, newCall, tellCall, tellSegment, tellStarted } from "./call.ts"
import { newConversation, tell, tellPromises } from "./conversation.ts"
import { MINUTE, SECOND } from "./local.ts"
import { callTask } from "./talk.ts"
import type { Task } from "./floor.ts"
import type { Contact, World } from "./world.ts"

const CALLBACK_OFFERED_AFTER = 2 * MINUTE
/** Whoever is still waiting at closing time is sent away at most this much later. */
const QUEUE_CLOSES_AFTER = 12 * MINUTE
const SHORT_ABANDON = 0.012

/** A call comes in: the menu first, then the queue, if there is anybody at this hour. */
export function receiveCall(w: World, contact: Contact): void {
  const call = newCall(w, newConversation(w, contact))
  const left = w.luck.happens(0.035)
  const menu = call.startedAt + Math.max(6, w.luck.around(left ? 14 : 27, 0.35)) * SECOND
  tellSegment(w, call, "ivr", call.startedAt, menu)
  w.agenda.plan(menu, () => {
    if (left) return hangUp(w, call, "left the menu")
    if (w.roster.open(call.team, w.agenda.now)) return enterQueue(w, call)
    if (w.luck.happens(0.3)) leaveVoicemail(w, call)
    else hangUp(w, call, "closed")
  })
}

function hangUp(w: World, call: Call, reason: string): void {
  tellStarted(w, call, false)
  tellCall(w, call, "call.ended", w.agenda.now, { reason })
}

/** Out of hours some speak to the machine; it is answered like a letter. */
function leaveVoicemail(w: World, call: Call): void {
  const c = call.conversation
  const end = w.agenda.now + w.luck.between(15, 70) * SECOND
  tellStarted(w, call, true)
  tellCall(w, call, "call.voicemail", w.agenda.now, { queue: call.queue, team: call.team })
  tellCall(w, call, "call.ended", end, { reason: "voicemail" })
  tell(
    w,
    c,
    "message.sent",
    { author: "customer", public: true, channel: "phone", text: c.topic.texts[c.number % c.topic.texts.length] },
    end,
  )
  w.agenda.plan(end + SECOND, () => {
    c.waitingSince = w.agenda.now
    tellPromises(w, c)
    w.work(c)
  })
}

function enterQueue(w: World, call: Call): void {
  const entered = w.agenda.now
  const task = callTask(w, call, entered, (worker) => finished(w, call, worker))
  w.agenda.plan(entered + patience(w), () => abandon(w, call, task, entered))
  w.agenda.plan(entered + CALLBACK_OFFERED_AFTER, () => offerCallback(w, call, task, entered))
  w.agenda.plan(entered + QUEUE_CLOSES_AFTER, () => closeQueue(w, call, task, entered))
  w.floor.offer(task)
}

function patience(w: World): number {
  return w.luck.happens(SHORT_ABANDON) ? w.luck.between(1, 5) * SECOND : Math.max(8, w.luck.around(330, 0.8)) * SECOND
}

function abandon(w: World, call: Call, task: Task, entered: number): void {
  if (task.over) return
  task.over = true
  const { agenda, customers, luck } = w
  tellStarted(w, call, false)
  tellSegment(w, call, "queue", entered, agenda.now)
  tellCall(w, call, "call.abandoned", agenda.now, { queue: call.queue, team: call.team })
  tellCall(w, call, "call.ended", agenda.now, { reason: "abandoned" })
  customers.remember(call.conversation.customer, -1.2)
  if (luck.happens(0.35)) agenda.plan(agenda.now + luck.between(2, 90) * MINUTE, () => callAgain(w, call))
}

/** Some dial again the same day, some write instead. */
function callAgain(w: World, call: Call): void {
  const { customer, topic } = call.conversation
  w.contact({ customer, topic, channel: w.luck.happens(0.7) && w.roster.open(call.team, w.agenda.now) ? "phone" : "email" })
}

function offerCallback(w: World, call: Call, task: Task, entered: number): void {
  if (task.over || !w.luck.happens(0.24)) return
  task.over = true
  const now = w.agenda.now
  tellStarted(w, call, true)
  tellSegment(w, call, "queue", entered, now)
  tellCall(w, call, "call.callback_asked", now, { queue: call.queue, team: call.team })
  w.agenda.plan(now + w.luck.between(8, 35) * MINUTE, () =>
    w.floor.offer(callTask(w, call, undefined, (worker) => finished(w, call, worker))),
  )
}

function closeQueue(w: World, call: Call, task: Task, entered: number): void {
  if (task.over || w.roster.open(call.team, w.agenda.now)) return
  task.over = true
  tellStarted(w, call, false)
  tellSegment(w, call, "queue", entered, w.agenda.now)
  tellCall(w, call, "call.flowed_out", w.agenda.now, { queue: call.queue, team: call.team, reason: "closed" })
  tellCall(w, call, "call.ended", w.agenda.now, { reason: "closed" })
}

function finished(w: World, call: Call, worker: Parameters<typeof afterWork>[2]): void {
  const c = call.conversation
  c.replies++
  // What is settled on the phone is mostly settled: the rest goes on in writing.
  afterWork(w, c, worker, w.luck.happens(0.72) ? "solve" : "decide")
}
