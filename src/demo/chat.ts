import type { Task, Worker } from "./floor.ts"
import { afterWork, solved } from "./follow.ts"
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
import { HOUR, MINUTE, SECOND } from "./local.ts"
import { BOT_LINES, REPLIES } from "./names.ts"
import type { Contact, Conversation, World } from "./world.ts"

/** How often the bot can help, by topic. */
const BOT_SOLVES: Readonly<Record<string, number>> = {
  delivery: 0.56,
  login: 0.58,
  discount: 0.5,
  return: 0.42,
  subscription: 0.3,
  product_question: 0.3,
}
const BOT_SOLVES_ELSE = 0.16
const CHAT_PROMISE_S = 120
const PATIENCE = 9 * MINUTE
const SILENT_AFTER = 20 * MINUTE

/** A chat begins with the bot; people come in where it cannot help. */
export function receiveChat(w: World, contact: Contact): void {
  const c = newConversation(w, contact)
  const start = w.agenda.now
  c.byBot = true
  tellOpened(w, c, start)
  bot(w, c, start + SECOND, 0)
  let at = start + w.luck.between(8, 40) * SECOND
  const rounds = w.luck.weighted([0.62, 0.38]) + 1
  for (let round = 1; round <= rounds; round++) {
    tellCustomerWrote(w, c, at)
    bot(w, c, at + w.luck.between(0.8, 2.5) * SECOND, round)
    at += w.luck.between(15, 70) * SECOND
  }
  w.agenda.plan(at, () => afterBot(w, c))
}

function bot(w: World, c: Conversation, at: number, line: number): void {
  tell(w, c, "message.sent", { author: "bot", public: true, agent: "tilly", text: BOT_LINES[line % BOT_LINES.length] }, at)
}

function afterBot(w: World, c: Conversation): void {
  const now = w.agenda.now
  const { botRelease } = w.incidents
  const clinging = now >= botRelease.from && now < botRelease.to
  const can = w.luck.happens(BOT_SOLVES[c.topic.name] ?? BOT_SOLVES_ELSE)
  if (!can && clinging && w.luck.happens(0.6)) return cling(w, c)
  if (!can) return handOff(w, c)
  c.mood += 0.1
  if (w.luck.happens(0.68)) {
    tell(w, c, "message.sent", { author: "customer", public: true, text: "Yes, thanks!" })
    tellStatus(w, c, "solved", { author: "bot", reason: "confirmed" }, now + SECOND)
    solved(w, c, undefined)
  } else w.agenda.plan(now + SILENT_AFTER, () => silent(w, c))
}

/** The release that went wrong: it says it has helped, and will not let go. */
function cling(w: World, c: Conversation): void {
  bot(w, c, w.agenda.now + SECOND, 1)
  c.mood -= 3.9
  w.agenda.plan(w.agenda.now + w.luck.between(1, 4) * MINUTE, () => {
    tellStatus(w, c, "solved", { author: "bot", reason: "assumed" })
    solved(w, c, undefined)
  })
}

function silent(w: World, c: Conversation): void {
  c.mood -= 0.5
  tellStatus(w, c, "solved", { author: "auto", reason: "inactive" })
  solved(w, c, undefined)
}

function handOff(w: World, c: Conversation): void {
  const now = w.agenda.now
  if (!w.roster.open(c.team, now)) return leaveForm(w, c)
  tell(w, c, "conversation.handed_off", { team: c.team, reason: w.luck.pick(["asked for a person", "not understood"]) })
  tellStatus(w, c, "open", { author: "bot" }, now + 100)
  c.waitingSince = now
  tellPromises(w, c, CHAT_PROMISE_S)
  const task = chatTask(w, c)
  w.agenda.plan(now + Math.max(20 * SECOND, w.luck.exponential(PATIENCE)), () => loseHeart(w, c, task))
  w.floor.offer(task)
}

/** Nobody is there at this hour: the bot takes the matter down in a form, and the chat is over. */
function leaveForm(w: World, c: Conversation): void {
  const now = w.agenda.now
  tell(
    w,
    c,
    "message.sent",
    {
      author: "bot",
      public: true,
      agent: "tilly",
      text: "My colleagues are back in the morning. Please leave them a message here.",
    },
    now + SECOND,
  )
  tellStatus(w, c, "solved", { author: "bot", reason: "form offered" }, now + 2 * SECOND)
  c.gone = true
  if (w.luck.happens(0.7))
    w.agenda.plan(now + w.luck.between(60, 240) * SECOND, () =>
      w.contact({ customer: c.customer, channel: "form", topic: c.topic }),
    )
}

/** Nobody came: the answer will come by mail. */
function leaveMessage(w: World, c: Conversation): void {
  c.mood -= 0.3
  tellPromises(w, c)
  w.work(c)
}

function loseHeart(w: World, c: Conversation, task: Task): void {
  if (task.over) return
  task.over = true
  c.mood -= 0.8
  if (w.luck.happens(0.55)) return leaveMessage(w, c)
  tellStatus(w, c, "solved", { author: "auto", reason: "customer left the chat" }, w.agenda.now + 5 * MINUTE)
  solved(w, c, undefined)
}

function chatTask(w: World, c: Conversation): Task {
  let lasts = 0
  return {
    kind: "chat",
    team: c.team,
    since: w.agenda.now,
    headStart_h: 0,
    over: false,
    begin(worker) {
      lasts = talk(w, c, worker)
      return w.agenda.now + lasts
    },
    finish(worker) {
      if (w.roster.open(c.team, w.agenda.now) || w.luck.happens(0.5)) return afterWork(w, c, worker, "decide")
      afterWork(w, c, worker, "solve")
    },
  }
}

/** The whole talk at once: greeting, some turns, the end. The person works for about two thirds of it. */
function talk(w: World, c: Conversation, worker: Worker): number {
  const start = w.agenda.now
  const agent = worker.person.id
  const lasts = Math.min(0.75 * HOUR, w.luck.around(11.5, 0.5) * MINUTE * c.topic.effort * worker.person.pace)
  const say = (at: number) =>
    tell(w, c, "message.sent", { author: "agent", public: true, agent, team: c.team, text: w.luck.pick(REPLIES) }, at)
  tellAssigned(w, c, worker)
  const greeted = start + w.luck.between(5, 28) * SECOND
  feelWait(c, greeted)
  c.mood += worker.person.manner + 0.15
  c.byBot = false
  say(greeted)
  const turns = w.luck.weighted([0.36, 0.42, 0.22]) + 1
  const step = (lasts - (greeted - start)) / (turns + 0.5)
  for (let turn = 0; turn < turns; turn++) {
    const asked = greeted + step * (turn + w.luck.between(0.15, 0.4))
    tell(w, c, "message.sent", { author: "customer", public: true, text: "OK, and then?" }, asked)
    say(asked + step * w.luck.between(0.12, 0.45))
  }
  c.replies += turns + 1
  tell(w, c, "conversation.time_logged", { agent, team: c.team, seconds: Math.round((lasts * 0.66) / SECOND) }, start + lasts)
  return lasts
}
