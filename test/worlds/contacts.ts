import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice, type Dice } from "./dice.ts"
import type { Draft } from "./draft.ts"

const SECOND_US = 1_000_000
const HOUR_US = 3600 * SECOND_US
const START = Date.parse("2024-03-01T00:00:00Z") * 1000
const DAYS = 60
export const TOPICS = ["delivery", "return", "login"]

/** What follows from what, for the worlds of contacts. */
export const LEADS_TO: ReadonlyMap<string, readonly string[]> = new Map([["delivery", ["return"]]])

/** A few customers who write, are answered, come back and call; one of them has two names and one is a test. */
export function contactWorldOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const conversations = Array.from({ length: chance.whole(5, 40) }, (_, i) => conversationOf(chance, i))
  const calls = Array.from({ length: chance.whole(0, 15) }, (_, i) => callOf(chance, i, conversations.length))
  const people: readonly Draft[] = [
    { at: START, kind: "customer.known_as", subject: "customer:c1", same_as: "customer:c2" },
    { at: START, kind: "customer.changed", subject: "customer:c6", test: true },
    { at: START + DAYS * 24 * HOUR_US, kind: "customer.changed", subject: "customer:last", plan: "none" },
  ]
  return chance.shuffled([...conversations.flat(), ...calls.flat(), ...people]).map((draft, i) => checked(draft, `k${i}`))
}

const someone = (chance: Dice) => (chance.chance(0.8) ? { customer: `customer:c${chance.whole(1, 6)}` } : {})
const something = (chance: Dice) => (chance.chance(0.7) ? { topic: chance.pick(TOPICS) } : {})
/** Odd seconds belong to conversations and even ones to calls, so that nothing happens at once. */
const moment = (chance: Dice, odd: 0 | 1): number => START + (chance.whole(0, DAYS * 24 * 1800) * 2 + odd) * SECOND_US

function conversationOf(chance: Dice, i: number): readonly Draft[] {
  const subject = `conversation:${i}`
  const drafts: Draft[] = []
  let at = moment(chance, 1)
  let solved = false
  const say = (kind: string, fields: Readonly<Record<string, unknown>>): void =>
    void drafts.push({ at, kind, subject, ...fields })
  const later = (): void => void (at += 2 * SECOND_US * chance.pick([1, 20, 900, 9_000, 50_000, 200_000]))
  const outbound = chance.chance(0.15)
  say("conversation.opened", { direction: outbound ? "outbound" : "inbound", ...someone(chance), ...something(chance) })
  at += 2 * SECOND_US
  if (outbound) say("message.sent", { author: "agent", agent: "ana", public: true })
  else if (chance.chance(0.85)) say("message.sent", { author: "customer", public: true })
  for (let step = chance.whole(0, 9); step > 0; step--) {
    later()
    const what = chance.weighted({ customer: 3, agent: 4, bot: 1, solve: 5, change: 1, assign: 1, escalate: 0.5, tag: 2 })
    if (what === "customer" && solved && chance.chance(0.7)) comeBack(chance, say, () => (at += 2 * SECOND_US))
    else if (what === "customer" || what === "bot") say("message.sent", { author: what, public: true })
    else if (what === "agent") say("message.sent", { author: what, agent: chance.pick(["ana", "ben"]), public: true })
    else if (what === "solve") say("conversation.status_changed", { status: "solved", author: chance.pick(["agent", "bot"]) })
    else if (what === "assign") say("conversation.assigned", { agent: chance.pick(["ana", "ben"]), agent_is: "human" })
    else if (what === "tag") say("conversation.tagged", tagging(chance))
    else if (what === "escalate") say("conversation.escalated", { to: "manager" })
    else say("conversation.changed", { topic: chance.pick(TOPICS) })
    if (what === "solve") solved = true
    else if (what === "customer" && drafts.at(-1)!.kind !== "message.sent") solved = false
  }
  later()
  if (chance.chance(0.07)) say("conversation.marked_spam", { agent: "ana" })
  return drafts
}

function tagging(chance: Dice): Readonly<Record<string, unknown>> {
  const tags = chance.shuffled([...TOPICS, "feature_request"]).slice(0, chance.whole(1, 2))
  return chance.chance(0.2) ? { removed_tags: tags } : { tags }
}

/** A message and the reopening it causes, in either order, at once or not; or only the one. */
function comeBack(chance: Dice, say: (kind: string, fields: Readonly<Record<string, unknown>>) => void, wait: () => void): void {
  const author = chance.pick(["customer", "customer", "agent", "system"])
  const reopen = () => say("conversation.status_changed", { status: "open", author })
  const write = () => say("message.sent", { author: "customer", public: true })
  const order = chance.pick([[write, reopen], [write, reopen], [reopen, write, reopen], [reopen]])
  for (const [n, act] of order.entries()) {
    if (n > 0) for (let times = chance.pick([1, 10, 50]); times > 0; times--) wait()
    act()
  }
}

function callOf(chance: Dice, i: number, conversations: number): readonly Draft[] {
  const subject = `call:${i}`
  const at = moment(chance, 0)
  const queued = at + 10 * SECOND_US
  const talked = queued + 20 * SECOND_US
  const over = talked + chance.whole(1, 900) * 2 * SECOND_US
  const about = chance.chance(0.4) ? { conversation: `conversation:${chance.whole(0, conversations - 1)}` } : {}
  const started = { direction: chance.chance(0.8) ? "inbound" : "outbound", ...about, ...someone(chance), ...something(chance) }
  const until = (to: number) => ({ until: printMoment(to) })
  const segment = (from: number, name: string, to: number, more = {}): Draft => ({
    at: from,
    kind: "call.segment",
    subject,
    segment: name,
    ...until(to),
    ...more,
  })
  const how = chance.weighted({ menu: 1, abandoned: 1, answered: 3 })
  return [
    { at, kind: "call.started", subject, ...started },
    segment(at, "ivr", queued),
    ...(how === "menu" ? [] : [segment(queued, "queue", talked)]),
    ...(how === "abandoned" ? [{ at: talked, kind: "call.abandoned", subject }] : []),
    ...(how === "answered" ? [segment(talked, "talk", over, { agent: "ana" })] : []),
    { at: how === "menu" ? queued : how === "abandoned" ? talked : over, kind: "call.ended", subject },
  ]
}

function checked(draft: Draft, id: string): CanonicalEvent {
  const event = checkEvent({ ...draft, id, at: printMoment(draft.at) })
  if (event instanceof Fault) throw new Error(`${draft.kind}: ${event.field} ${event.reason}`)
  return event
}
