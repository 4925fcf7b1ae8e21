import type { CanonicalEvent } from "../../src/events/event.ts"
import { dice, type Dice } from "./dice.ts"
import { checked, type Draft } from "./draft.ts"

const MINUTE_US = 60_000_000
const START = Date.parse("2024-04-01T00:00:00Z") * 1000
const DAYS = 20

export interface FrontLine {
  readonly brands: readonly string[]
  readonly events: readonly CanonicalEvent[]
}

/** Small floors, each a brand, on which bots answer first, and conversations are passed on, upward and to each other. */
export function frontLineOf(seed: number, floors: number): FrontLine {
  const chance = dice(seed)
  const brands = Array.from({ length: floors }, (_, i) => `b${i}`)
  const drafts = brands.flatMap((brand) =>
    Array.from({ length: chance.pick([1, 3, 6, 12]) }, (_, i) =>
      conversation(chance, brand, `conversation:${brand}-${i}`),
    ).flat(),
  )
  const last: Draft = {
    at: START + (DAYS + 2) * 1440 * MINUTE_US,
    kind: "customer.changed",
    subject: "customer:last",
    plan: "none",
  }
  return { brands, events: chance.shuffled([...drafts, last]).map((draft, i) => checked(draft, `f${i}`)) }
}

const maybe = (chance: Dice, share: number, fields: Readonly<Record<string, unknown>>) => (chance.chance(share) ? fields : {})

/** Every step has a moment of its own. */
function conversation(chance: Dice, brand: string, subject: string): readonly Draft[] {
  const drafts: Draft[] = []
  let at = START + chance.whole(0, DAYS * 1440) * MINUTE_US
  const say = (kind: string, fields: Readonly<Record<string, unknown>>): void =>
    void drafts.push({ at, kind, subject, ...fields })
  const outbound = chance.chance(0.1)
  say("conversation.opened", {
    brand,
    direction: outbound ? "outbound" : "inbound",
    ...maybe(chance, 0.7, { channel: chance.pick(["email", "chat"]) }),
    ...maybe(chance, 0.6, { customer: `customer:${chance.whole(1, 9)}` }),
    ...maybe(chance, 0.5, { team: chance.pick(["one", "two"]) }),
    ...maybe(chance, 0.5, { topic: chance.pick(["login", "bill"]) }),
    ...maybe(chance, 0.5, { priority: chance.pick(["high", "low"]) }),
    ...maybe(chance, 0.5, { tier: chance.pick([1, 1, 2, 3]) }),
  })
  at += MINUTE_US
  say("message.sent", { public: true, ...(outbound ? { author: "agent", agent: "ana" } : { author: "customer" }) })
  for (let steps = chance.whole(0, 9); steps > 0; steps--) {
    at += chance.pick([1, 30, 600, 2_000, 6_000]) * MINUTE_US + 1_000_000
    for (const [kind, fields] of step(chance)) say(kind, fields)
  }
  return drafts.filter(({ at: moment }) => moment < START + (DAYS + 2) * 1440 * MINUTE_US)
}

type Told = readonly (readonly [kind: string, fields: Readonly<Record<string, unknown>>])[]

function step(chance: Dice): Told {
  const agent = chance.pick(["ana", "ben", "cyd"])
  const status = (name: string, author: string): Told => [["conversation.status_changed", { status: name, author }]]
  switch (
    chance.weighted({
      bot: 4,
      agent: 2,
      customer: 3,
      note: 1,
      assign: 4,
      team: 2,
      escalate: 2,
      tier: 1,
      handOff: 2,
      solve: 4,
      reopen: 2,
      name: 1,
    })
  ) {
    case "bot":
      return [["message.sent", { author: "bot", public: true }]]
    case "agent":
      return [["message.sent", { author: "agent", agent, public: true }]]
    case "note":
      return [["message.sent", { author: "agent", agent, public: false }]]
    case "customer":
      return [["message.sent", { author: "customer", public: true }]]
    case "assign":
      return [
        [
          "conversation.assigned",
          chance.pick([{ agent, agent_is: "human" }, { agent }, { agent: "robot", agent_is: "bot" }, {}]),
        ],
      ]
    case "team":
      return [
        chance.pick([
          ["conversation.assigned", { team: "one" }],
          ["conversation.changed", { team: "two" }],
        ] as const),
      ]
    case "escalate":
      return [["conversation.escalated", upward(chance)]]
    case "tier":
      return [["conversation.changed", { tier: chance.whole(1, 3) }]]
    case "handOff":
      return [["conversation.handed_off", {}]]
    case "solve":
      return status("solved", chance.pick(["agent", "bot", "customer"]))
    case "reopen":
      return status("open", "customer")
    default:
      return [
        [
          "conversation.changed",
          chance.pick([{ topic: "login" }, { priority: "high" }, { customer: "customer:3" }, { channel: "chat" }]),
        ],
      ]
  }
}

function upward(chance: Dice): Readonly<Record<string, unknown>> {
  return chance.pick<Readonly<Record<string, unknown>>>([
    { to: "manager" },
    { to: "product" },
    { to: "team", team: "two" },
    { to: "priority", priority: "high" },
    { to: "tier", tier: chance.whole(1, 3) },
  ])
}
