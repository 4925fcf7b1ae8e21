import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice, type Dice } from "./dice.ts"
import { checked, type Draft } from "./draft.ts"

const SECOND_US = 1_000_000
const HOUR_US = 3600 * SECOND_US
const START = Date.parse("2023-11-01T00:00:00Z") * 1000
const HOURS = 300 * 24

/** An hour nobody else has: what happens at once, and in which order it counts, is for other worlds. */
type Clock = () => number

const FRAUD = [{ tags: ["fraud"] }, { topic: "unauthorised" }, { tags: ["vip", "unauthorized"], topic: "login" }]

/** Most of a year of a small company: customers who pay, buy, write, call and help themselves, and the people who serve them. */
export function yearOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const free = [...chance.shuffled(Array.from({ length: HOURS }, (_, hour) => START + hour * HOUR_US))]
  const clock: Clock = () => free.pop()!
  const drafts = [origins, subscriptions, orders, disputes, costs, people, visits, conversations, calls].flatMap((make) =>
    make(chance, clock),
  )
  const last: Draft = { at: START + HOURS * HOUR_US, kind: "customer.changed", subject: "customer:last", plan: "none" }
  return chance.shuffled([...drafts, last]).map((draft, i) => checked(draft, `y${i}`))
}

const customer = (chance: Dice): string => `customer:c${chance.whole(1, 9)}`
const someone = (chance: Dice) => (chance.chance(0.85) ? { customer: customer(chance) } : {})
const many = (count: number, make: (i: number) => readonly Draft[]): readonly Draft[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat()
const sorted = (clock: Clock, count: number): readonly number[] => Array.from({ length: count }, clock).sort((a, b) => a - b)

function origins(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(0, 14), () => [
    {
      at: clock(),
      kind: "customer.changed",
      subject: customer(chance),
      ...(chance.chance(0.6) && { source: chance.pick(["organic", "ads", "fair"]) }),
      ...(chance.chance(0.3) && { referrer: customer(chance) }),
    },
  ])
}

function subscriptions(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(4, 14), (i) => {
    const who = customer(chance)
    return sorted(clock, chance.whole(1, 6)).map((at) => {
      const mrr = chance.pick([0, 0, 10, 25.5, 99.99])
      const why = chance.pick([{}, { voluntary_end: true }, { voluntary_end: false }])
      return { at, kind: "subscription.changed", subject: `subscription:s${i}`, customer: who, mrr, ...(mrr === 0 && why) }
    })
  })
}

const NETWORKS = ["visa", "mastercard"]

function orders(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(5, 50), (i) => [
    {
      at: clock(),
      kind: "order.placed",
      subject: `order:o${i}`,
      ...someone(chance),
      amount: chance.pick([5, 19.99, 120]),
      ...(chance.chance(0.9) && { network: chance.pick(NETWORKS) }),
      ...(chance.chance(0.6) && { card_present: chance.chance(0.5) }),
    },
  ])
}

/** A case may be reported as fraud and disputed, by the same name or by its order. */
function disputes(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(0, 30), () => {
    const dispute = chance.chance(0.6)
    return [
      {
        at: clock(),
        kind: dispute ? "dispute.received" : "fraud.reported",
        subject: `dispute:d${chance.whole(0, 25)}`,
        ...(chance.chance(0.6) && { network: chance.pick(NETWORKS) }),
        ...(chance.chance(0.6) && { order: `order:o${chance.whole(0, 9)}` }),
        ...(chance.chance(0.8) && { amount: chance.pick([5, 19.99, 120]) }),
        ...(dispute && chance.chance(0.5) && { stage: chance.pick(["alert", "first", "second"]) }),
      },
    ]
  })
}

/** Twelve for each day of 24 hours it covers, so that each hour of it is a whole number of the smallest parts. */
function costs(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(2, 25), (i) => {
    const at = clock()
    const days = chance.pick([0, 1, 3, 40])
    return [
      {
        at,
        kind: "cost.booked",
        subject: `cost:k${i}`,
        amount: 12 * Math.max(1, days),
        category: chance.pick(["wages", "wages", "acquisition", "bot", "technology"]),
        ...(days > 0 && { until: printMoment(at + days * 24 * HOUR_US) }),
      },
    ]
  })
}

/** Some come back, and some are hired twice without having left. */
function people(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(1, 14), (i) => {
    const subject = `agent:p${i}`
    const contractor = chance.pick([{}, { contractor: true }, { contractor: false }])
    return sorted(clock, chance.pick([1, 2, 2, 3, 4])).map((at, n) =>
      n % 2 === 0 || chance.chance(0.1)
        ? { at, kind: "agent.hired", subject, ...contractor }
        : { at, kind: "agent.left", subject, ...chance.pick([{}, { voluntary: true }, { voluntary: false }]) },
    )
  })
}

function visits(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(5, 40), (i) => {
    const at = clock()
    const who = chance.pick([{ customer: customer(chance) }, { visitor: `v${chance.whole(1, 4)}` }])
    return Array.from({ length: chance.whole(1, 4) }, (_, n) => ({
      ...who,
      at: at + n * chance.pick([20, 60, 120, 122]) * SECOND_US + n * SECOND_US,
      subject: `visit:w${i}`,
      ...step(chance),
    }))
  })
}

function step(chance: Dice): { readonly kind: string } & Readonly<Record<string, unknown>> {
  const author = chance.chance(0.05) ? { author: chance.pick(["bot", "agent"]) } : {}
  return chance.pick([
    { kind: "article.viewed", article: "reset", ...(chance.chance(0.7) && { seconds: chance.pick([3, 29, 30, 90]) }), ...author },
    { kind: "article.voted", article: "reset", helpful: chance.chance(0.6) },
    { kind: "help.searched", found: chance.chance(0.8), ...(chance.chance(0.8) && { clicked: chance.chance(0.6) }), ...author },
    { kind: "help.form_opened", ...author },
  ])
}

/** Opened by a customer, answered, solved, taken back; some after our first message, some never. */
function conversations(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(5, 40), (i) => {
    const subject = `conversation:k${i}`
    const outbound = chance.chance(0.15)
    const [opened_at, ...moments] = sorted(clock, chance.whole(1, 3))
    const opened = {
      at: opened_at!,
      kind: "conversation.opened",
      subject,
      direction: outbound ? "outbound" : "inbound",
      channel: chance.pick(["email", "chat"]),
      ...someone(chance),
      ...(chance.chance(0.25) && chance.pick(FRAUD)),
    }
    const first = { at: opened_at! + SECOND_US, kind: "message.sent", subject, public: true }
    const said = { ...first, ...(outbound ? { author: "agent", agent: "ana" } : { author: "customer" }) }
    // Most are dealt with in hours and days, and some take months.
    const times = moments.flatMap((at) => [at, at + chance.pick([3, 30, 170, 900]) * HOUR_US - SECOND_US])
    const steps = [opened_at! + chance.pick([1, 50, 700]) * HOUR_US + 30 * SECOND_US, ...times].sort((a, b) => a - b)
    return [opened, said, ...steps.flatMap((at): readonly Draft[] => turn(chance, subject, at))]
  }).filter(({ at }) => at < START + HOURS * HOUR_US)
}

function turn(chance: Dice, subject: string, at: number): readonly Draft[] {
  const status = (name: string, by: string): Draft => ({
    at,
    kind: "conversation.status_changed",
    subject,
    status: name,
    author: by,
  })
  const what = chance.weighted({ customer: 2, agent: 2, solve: 5, reopen: 2, time: 1, spam: 0.2 })
  if (what === "solve") return [status("solved", chance.pick(["agent", "agent", "bot", "system"]))]
  if (what === "reopen") return [status("open", chance.pick(["customer", "agent"]))]
  if (what === "time") return [{ at, kind: "conversation.time_logged", subject, seconds: chance.whole(1, 900), agent: "ana" }]
  if (what === "spam") return [{ at, kind: "conversation.marked_spam", subject, agent: "ana" }]
  return [{ at, kind: "message.sent", subject, public: true, author: what, ...(what === "agent" && { agent: "ana" }) }]
}

function calls(chance: Dice, clock: Clock): readonly Draft[] {
  return many(chance.whole(0, 25), (i) => {
    const subject = `call:t${i}`
    const at = clock()
    const [queued, talked] = [at + 10 * SECOND_US, at + 40 * SECOND_US]
    const over = talked + chance.whole(1, 900) * SECOND_US
    const part = (segment: string, from: number, until: number, more = {}): Draft => ({
      at: from,
      kind: "call.segment",
      subject,
      segment,
      until: printMoment(until),
      ...more,
    })
    const how = chance.weighted({ menu: 1, gone: 1, answered: 3 })
    const direction = chance.chance(0.8) ? "inbound" : "outbound"
    return [
      { at, kind: "call.started", subject, direction, ...someone(chance) },
      part("ivr", at, queued),
      ...(how === "menu" ? [] : [part("queue", queued, talked)]),
      ...(how === "gone" ? [{ at: talked, kind: "call.abandoned", subject }] : []),
      ...(how === "answered" ? [part("talk", talked, over, { agent: "ana" })] : []),
      { at: how === "menu" ? queued : how === "gone" ? talked : over, kind: "call.ended", subject },
    ]
  })
}
