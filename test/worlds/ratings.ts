import type { CanonicalEvent } from "../../src/events/event.ts"
import { dice, type Dice } from "./dice.ts"
import { checked, type Draft } from "./draft.ts"

const MINUTE_US = 60_000_000
const START = Date.parse("2024-06-01T00:00:00Z") * 1000
const DAYS = 20

/** Scales on which somebody may be asked. */
const ASKED = [
  { survey: "csat", scale_min: 1, scale_max: 5 },
  { survey: "csat", scale_min: 1, scale_max: 7 },
  { survey: "csat", scale_min: 1, scale_max: 3 },
  { survey: "nps", scale_min: 0, scale_max: 10 },
  { survey: "ces2", scale_min: 1, scale_max: 7 },
  { survey: "ces1", scale_min: 1, scale_max: 5 },
  { survey: "fcr", scale_min: 0, scale_max: 1 },
] as const

export interface Rated {
  /** Each floor is a topic, and has customers of its own. */
  readonly topics: readonly string[]
  readonly events: readonly CanonicalEvent[]
}

/** Small floors on which customers are asked how it was, and some are written to afterwards. */
export function ratedOf(seed: number, floors: number): Rated {
  const chance = dice(seed)
  const topics = Array.from({ length: floors }, (_, i) => `t${i}`)
  const end = START + (DAYS + 3) * 1440 * MINUTE_US
  const drafts = topics.flatMap((topic) => floorOf(chance, topic)).filter(({ at }) => at < end)
  const last: Draft = { at: end, kind: "customer.changed", subject: "customer:last", plan: "none" }
  return { topics, events: chance.shuffled([...drafts, last]).map((draft, i) => checked(draft, `r${i}`)) }
}

function floorOf(chance: Dice, topic: string): readonly Draft[] {
  const conversations = Array.from({ length: chance.whole(1, 8) }, (_, i) =>
    conversation(chance, topic, `conversation:${topic}-${i}`),
  )
  const surveys = Array.from({ length: chance.whole(1, 10) }, (_, i) =>
    survey(chance, topic, `survey:${topic}-${i}`, conversations.length),
  )
  return [...conversations, ...surveys].flat()
}

const moment = (chance: Dice): number => START + chance.whole(0, DAYS * 1440) * MINUTE_US
const customer = (chance: Dice, topic: string) => ({ customer: `customer:${topic}-${chance.whole(1, 3)}` })

function conversation(chance: Dice, topic: string, subject: string): readonly Draft[] {
  const at = moment(chance)
  const steps = Array.from({ length: chance.whole(0, 8) }, (): Draft => {
    const later = at + chance.whole(1, 14 * 1440) * MINUTE_US + 1_000_000
    const what = chance.weighted({ agent: 4, note: 1, auto: 2, customer: 2, solve: 4, reopen: 1 })
    if (what === "solve" || what === "reopen")
      return {
        at: later,
        kind: "conversation.status_changed",
        subject,
        status: what === "solve" ? "solved" : "open",
        author: "agent",
      }
    const author = what === "note" ? "agent" : what
    return {
      at: later,
      kind: "message.sent",
      subject,
      author,
      ...(author === "agent" && { agent: "ana" }),
      public: what !== "note",
    }
  })
  return [
    { at, kind: "conversation.opened", subject, direction: "inbound", ...(chance.chance(0.8) && customer(chance, topic)) },
    ...steps,
  ]
}

/** About a conversation, about a customer, or about nobody known. */
function survey(chance: Dice, topic: string, subject: string, conversations: number): readonly Draft[] {
  const at = moment(chance) + 30_000_000
  const asked = chance.pick(ASKED)
  const about = chance.weighted({ conversation: 5, customer: 3, nobody: 1 })
  const sent: Draft = {
    at,
    kind: "survey.sent",
    subject,
    topic,
    ...asked,
    ...(about === "conversation" && { conversation: `conversation:${topic}-${chance.whole(0, conversations - 1)}` }),
    ...(about === "customer" && customer(chance, topic)),
  }
  if (chance.chance(0.15)) return [sent]
  const score = chance.weighted({ any: 6, fraction: 0.3, beyond: 0.3 })
  const answer: Draft = {
    at: at + chance.whole(1, 3 * 1440) * MINUTE_US,
    kind: "survey.answered",
    subject,
    score: score === "any" ? chance.whole(asked.scale_min, asked.scale_max) : score === "fraction" ? 0.5 : asked.scale_max + 1,
    ...(chance.chance(0.05) && { author: "agent", agent: "ana" }),
  }
  return [sent, answer]
}
