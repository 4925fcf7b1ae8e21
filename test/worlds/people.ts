import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice, type Dice } from "./dice.ts"
import type { Draft } from "./draft.ts"

const MINUTE_US = 60_000_000
/** The clocks of Berlin go forward on the second day. */
const START = Date.parse("2024-03-30T00:00:00Z") * 1000
const MINUTES = 5 * 24 * 60
export const PEOPLE = ["ana", "ben", "cyd", "dee"] as const

/** A few people's plans and presences, on whole minutes and in any order: shifts over each other and over midnight, gaps, leavings. */
export function peopleWorldOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const drafts = PEOPLE.flatMap((name) => [...plans(chance, name), ...presences(chance, name), ...employment(chance, name)])
  const solves = Array.from({ length: chance.whole(0, 25) }, (_, i) => solved(chance, `conversation:s${i}`)).flat()
  const chats = Array.from({ length: chance.whole(0, 20) }, (_, i) => chatted(chance, `conversation:k${i}`)).flat()
  const calls = Array.from({ length: chance.whole(0, 12) }, (_, i) => called(chance, `call:c${i}`)).flat()
  const last: Draft = { at: START + MINUTES * MINUTE_US, kind: "customer.changed", subject: "customer:last", plan: "none" }
  return chance.shuffled([...drafts, ...solves, ...chats, ...calls, last]).map((draft, i) => checked(draft, `p${i}`))
}

/** Many fall on the same quarter of an hour, so that moments meet. */
const moment = (chance: Dice): number => START + chance.whole(0, MINUTES / 15) * 15 * MINUTE_US
const minutes = (chance: Dice, most: number): number => chance.whole(0, most) * 5 * MINUTE_US

function plans(chance: Dice, name: string): readonly Draft[] {
  return Array.from({ length: chance.whole(0, 9) }, () => {
    const at = moment(chance)
    return {
      at,
      kind: "shift.planned",
      subject: `agent:${name}`,
      until: printMoment(at + minutes(chance, 200)),
      ...(chance.chance(0.7) && { activity: chance.pick(["work", "work", "break", "absent"]) }),
      ...(chance.chance(0.6) && { paid: chance.chance(0.8) }),
    }
  })
}

function presences(chance: Dice, name: string): readonly Draft[] {
  return Array.from({ length: chance.whole(0, 25) }, () => ({
    at: moment(chance),
    kind: "presence.changed",
    subject: `agent:${name}`,
    presence: chance.pick(["available", "busy", "busy", "break", "training", "meeting", "offline"]),
    ...(chance.chance(0.5) && { on_queue: chance.chance(0.8) }),
  }))
}

function employment(chance: Dice, name: string): readonly Draft[] {
  return chance.chance(0.3) ? [{ at: moment(chance), kind: "agent.left", subject: `agent:${name}` }] : []
}

function solved(chance: Dice, subject: string): readonly Draft[] {
  const at = moment(chance)
  const solve = at + minutes(chance, 50) + MINUTE_US
  const again = solve + minutes(chance, 600) + MINUTE_US
  const agent = chance.pick(PEOPLE)
  return [
    { at, kind: "conversation.opened", subject, channel: "email" },
    { at: solve, kind: "conversation.status_changed", subject, status: "solved", author: "agent", agent },
    ...(chance.chance(0.4)
      ? [{ at: again, kind: "conversation.status_changed", subject, status: "open", author: "customer" }]
      : []),
  ]
}

/** Assigned, passed on or left waiting, and mostly solved. */
function chatted(chance: Dice, subject: string): readonly Draft[] {
  const at = moment(chance)
  const turns = Array.from({ length: chance.whole(1, 4) }, () => at + minutes(chance, 30) + MINUTE_US)
  const end = at + minutes(chance, 100) + 151 * MINUTE_US
  const written = Array.from({ length: chance.whole(0, 8) }, () => at + minutes(chance, 30) + 2 * MINUTE_US)
  return [
    { at, kind: "conversation.opened", subject, channel: chance.pick(["chat", "chat", "email"]) },
    { at, kind: "conversation.assigned", subject, agent: chance.pick(PEOPLE) },
    ...[...new Set(turns)].map((turn): Draft =>
      chance.chance(0.4)
        ? { at: turn, kind: "conversation.assigned", subject, agent: chance.pick(PEOPLE) }
        : {
            at: turn,
            kind: "conversation.status_changed",
            subject,
            status: chance.pick(["open", "pending", "on_hold"]),
            author: "system",
          },
    ),
    ...[...new Set(written)].map((when): Draft => ({
      at: when,
      kind: "message.sent",
      subject,
      author: chance.pick(["customer", "agent", "bot"]),
      public: true,
    })),
    ...(chance.chance(0.9)
      ? [{ at: end, kind: "conversation.status_changed", subject, status: "solved", author: "system" }]
      : []),
  ]
}

function called(chance: Dice, subject: string): readonly Draft[] {
  const at = moment(chance)
  const agent = chance.pick(PEOPLE)
  const part = (segment: string, from: number, to: number): Draft => ({
    at: from,
    kind: "call.segment",
    subject,
    segment,
    agent,
    until: printMoment(to),
  })
  const [rung, talked, wrapped] = [1, 2, 3].map((i) => at + i * 2 * MINUTE_US + minutes(chance, 3)).sort((a, b) => a - b) as [
    number,
    number,
    number,
  ]
  return [
    { at, kind: "call.started", subject, direction: "inbound" },
    part("ring", at, rung),
    part("talk", rung, talked),
    part("wrap", talked, wrapped),
    { at: talked, kind: "call.ended", subject },
  ]
}

function checked(draft: Draft, id: string): CanonicalEvent {
  const event = checkEvent({ ...draft, id, at: printMoment(draft.at) })
  if (event instanceof Fault) throw new Error(`${draft.kind}: ${event.field} ${event.reason}`)
  return event
}
