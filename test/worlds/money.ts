import { checkEvent } from "../../src/events/check.ts"
import type { CanonicalEvent } from "../../src/events/event.ts"
import { Fault } from "../../src/events/fault.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice, type Dice } from "./dice.ts"
import type { Draft } from "./draft.ts"

const HOUR_US = 3_600_000_000
const START = Date.parse("2024-01-01T00:00:00Z") * 1000
const DAYS = 240

/** A small company's subscriptions, orders, disputes, costs, people and its customers' issues, told in any order. */
export function moneyWorldOf(seed: number): readonly CanonicalEvent[] {
  const chance = dice(seed)
  const drafts = [subscriptions, orders, disputes, costs, people, visits, issues].flatMap((make) => make(chance))
  // Something known at the end, so that every world is known equally far.
  const last: Draft = { at: START + DAYS * 24 * HOUR_US, kind: "customer.changed", subject: "customer:last", plan: "none" }
  return chance.shuffled([...drafts, last]).map((draft, i) => checked(draft, `m${i}`))
}

/** Whole hours: some fall on the first moment of a month. */
const moment = (chance: Dice): number =>
  START + (chance.chance(0.1) ? chance.pick([31, 60, 91, 121]) * 24 : chance.whole(0, DAYS * 24 - 1)) * HOUR_US
const customer = (chance: Dice): string => `customer:c${chance.whole(1, 8)}`
const many = (chance: Dice, most: number, make: (i: number) => readonly Draft[]): readonly Draft[] =>
  Array.from({ length: chance.whole(0, most) }, (_, i) => make(i)).flat()

function subscriptions(chance: Dice): readonly Draft[] {
  return many(chance, 10, (i) => {
    const who = customer(chance)
    const moments = [...new Set(Array.from({ length: chance.whole(1, 5) }, () => moment(chance)))].sort((a, b) => a - b)
    return moments.map((at) => {
      const mrr = chance.pick([0, 0, 10, 25.5, 99.99])
      const why = chance.pick([{}, { voluntary_end: true }, { voluntary_end: false }])
      return { at, kind: "subscription.changed", subject: `subscription:s${i}`, customer: who, mrr, ...(mrr === 0 && why) }
    })
  })
}

function orders(chance: Dice): readonly Draft[] {
  return many(chance, 30, (i) => [
    {
      at: moment(chance),
      kind: "order.placed",
      subject: `order:o${i}`,
      customer: customer(chance),
      amount: chance.pick([5, 19.99, 120]),
      network: chance.pick(["visa", "mastercard"]),
      ...(chance.chance(0.3) && { card_present: true }),
    },
  ])
}

function disputes(chance: Dice): readonly Draft[] {
  return many(chance, 12, (i) => [
    {
      at: moment(chance),
      kind: chance.pick(["dispute.received", "fraud.reported"]),
      subject: `dispute:d${i}`,
      network: chance.pick(["visa", "mastercard"]),
      ...(chance.chance(0.3) && { order: `order:o${chance.whole(0, 5)}` }),
    },
  ])
}

function costs(chance: Dice): readonly Draft[] {
  return many(chance, 6, (i) => {
    const at = moment(chance)
    const until = chance.chance(0.5) ? { until: printMoment(at + chance.whole(1, 900) * HOUR_US) } : {}
    return [
      {
        at,
        kind: "cost.booked",
        subject: `cost:k${i}`,
        amount: chance.pick([100, 33.33, 7]),
        category: chance.pick(["wages", "acquisition"]),
        ...until,
      },
    ]
  })
}

function people(chance: Dice): readonly Draft[] {
  return many(chance, 12, (i) => {
    const [hired, left] = [moment(chance), moment(chance)].sort((a, b) => a - b) as [number, number]
    const subject = `agent:p${i}`
    const gone =
      chance.chance(0.6) && left > hired ? [{ at: left, kind: "agent.left", subject, voluntary: chance.chance(0.5) }] : []
    return [{ at: hired, kind: "agent.hired", subject }, ...gone]
  })
}

function visits(chance: Dice): readonly Draft[] {
  return many(chance, 12, (i) => {
    const at = moment(chance)
    const searches = Array.from({ length: chance.whole(1, 3) }, (_, n) => ({
      at: at + n * chance.pick([30, 120, 121, 600]) * 1_000_000,
    }))
    return searches.map((search) => ({
      ...search,
      kind: "help.searched",
      subject: `visit:v${i}`,
      found: true,
      clicked: chance.chance(0.6),
    }))
  })
}

function issues(chance: Dice): readonly Draft[] {
  return many(chance, 14, (i) => {
    const subject = `conversation:i${i}`
    const at = moment(chance)
    const solved = { at: at + chance.whole(0, 400) * HOUR_US, kind: "conversation.status_changed", subject, status: "solved" }
    const opened = {
      at,
      kind: "conversation.opened",
      subject,
      channel: "email",
      direction: "inbound",
      customer: customer(chance),
    }
    return chance.chance(0.9) ? [opened, solved] : [opened]
  })
}

function checked(draft: Draft, id: string): CanonicalEvent {
  const event = checkEvent({ ...draft, id, at: printMoment(draft.at) })
  if (event instanceof Fault) throw new Error(`${draft.kind}: ${event.field} ${event.reason}`)
  return event
}
