import type { CanonicalEvent } from "../../src/events/event.ts"
import { type Expected, share } from "./estimates.ts"
import { type Asked, cohort, within } from "./metrics.ts"
import { fromAgent, fromCustomer, type Plain, reopensOf, solvesOf } from "./plain.ts"

type Oracle = Readonly<Record<string, (asked: Asked) => Expected>>

const DAY_US = 86_400_000_000
const of = ({ own }: Plain, kind: string): readonly CanonicalEvent[] => own.filter((event) => event.kind === kind)
const isBot = (event: CanonicalEvent) => event.kind === "message.sent" && event.author === "bot"

const firstSolve = (one: Plain): number | null => solvesOf(one)[0]?.at ?? null

/** Moves to a higher tier than where it was, and to a manager, the product team or specialists. A priority is no move. */
function escalations({ own }: Plain): number {
  let tier = 1
  return own.filter(({ kind, tier: to, to: whom }) => {
    if (to !== undefined) {
      const up = kind !== "conversation.opened" && to > tier
      tier = to
      return up
    }
    return kind === "conversation.escalated" && whom !== "priority"
  }).length
}

/** Who began with the second line was not passed on by the first. */
function escalated(list: readonly Plain[]): Expected {
  const first = list.filter(({ opened }) => (opened.tier ?? 1) === 1)
  const left = list.length - first.length
  return {
    ...share(first.filter((one) => escalations(one) > 0).length, first.length),
    excluded: left > 0 ? { not_tier_1: left } : {},
  }
}

/** People who had it, one after the other; whoever gets it back after a bot or nobody never lost it to another. */
function hands(one: Plain): readonly string[] {
  const people = of(one, "conversation.assigned").flatMap(({ agent, agent_is }) => (agent && agent_is !== "bot" ? [agent] : []))
  return people.filter((agent, i) => agent !== people[i - 1])
}

function teams({ own }: Plain): readonly string[] {
  const named = own.flatMap(({ kind, team }) => (team !== undefined && kind !== "message.sent" ? [team] : []))
  return named.filter((team, i) => team !== named[i - 1])
}

const assigned = (asked: Asked) => cohort(asked).filter((one) => hands(one).length > 0)

function perConversation(asked: Asked): Expected {
  const counts = assigned(asked).map((one) => hands(one).length - 1)
  return { value: counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0) / counts.length, n: counts.length }
}

/** By the moment of the bot's first message. */
const withBot = (asked: Asked): readonly Plain[] => asked.all.filter(({ own }) => within(own.find(isBot)?.at ?? null, asked))

const isPerson = (event: CanonicalEvent): boolean =>
  fromAgent(event) || (event.kind === "conversation.assigned" && event.agent !== undefined && event.agent_is !== "bot")

/** Solved without people, and not reopened in three days. */
function settled(one: Plain): boolean {
  const solve = firstSolve(one)
  const people = one.own.some((event) => isPerson(event) || event.kind === "conversation.handed_off")
  return solve !== null && !people && !reopensOf(one).some(({ at }) => at > solve && at <= solve + 3 * DAY_US)
}

const contained =
  (is: (one: Plain) => boolean) =>
  (asked: Asked): Expected => {
    const all = withBot(asked)
    const ripe = all.filter(({ own }) => own.find(isBot)!.at + 3 * DAY_US <= asked.asOf)
    return { ...share(ripe.filter(is).length, ripe.length), pending: all.length - ripe.length }
  }

/** The customer said something to it. */
function confirmed({ own }: Plain): boolean {
  const bot = own.find(isBot)!
  return own.some((event) => fromCustomer(event) && event.at > bot.at)
}

type Field = "channel" | "customer" | "team" | "topic" | "priority"

/** What was once said stays known; the channel is that by which it came in. */
function knows({ own, opened, events }: Plain, field: Field): boolean {
  if (field === "channel") return (events.find(fromCustomer)?.channel ?? opened.channel) !== undefined
  return own.some((event) => event.kind !== "message.sent" && event[field] !== undefined)
}

/** Somebody has it in the end, be it a bot. */
function hasAgent(one: Plain): boolean {
  let agent: string | undefined
  let team = one.opened.team
  for (const event of one.own) {
    if (event.kind === "conversation.changed" || event.kind === "conversation.escalated") team = event.team ?? team
    if (event.kind !== "conversation.assigned") continue
    if (event.agent !== undefined) agent = event.agent
    else if (event.team === undefined || event.team !== team) agent = undefined
    team = event.team ?? team
  }
  return agent !== undefined
}

const covered =
  (is: (one: Plain) => boolean) =>
  (asked: Asked): Expected => {
    const all = cohort(asked)
    return share(all.filter(is).length, all.length)
  }

export const frontLine: Oracle = {
  escalation_rate: (asked) => escalated(cohort(asked)),
  "escalation_rate:solved": (asked) => escalated(asked.all.filter((one) => within(firstSolve(one), asked))),
  transfer_rate: (asked) => {
    const all = assigned(asked)
    return share(all.filter((one) => hands(one).length > 1).length, all.length)
  },
  "transfer_rate:teams": (asked) => {
    const all = assigned(asked)
    return share(all.filter((one) => teams(one).length > 1).length, all.length)
  },
  "transfer_rate:per_conversation": perConversation,
  bot_handoff_rate: (asked) => {
    const all = withBot(asked)
    return share(all.filter((one) => of(one, "conversation.handed_off").length > 0).length, all.length)
  },
  bot_containment_rate: contained((one) => settled(one) && confirmed(one)),
  "bot_containment_rate:lenient": contained(settled),
  data_coverage: covered((one) => (["channel", "customer", "team", "topic"] as const).every((field) => knows(one, field))),
  "data_coverage:channel": covered((one) => knows(one, "channel")),
  "data_coverage:customer": covered((one) => knows(one, "customer")),
  "data_coverage:topic": covered((one) => knows(one, "topic")),
  "data_coverage:priority": covered((one) => knows(one, "priority")),
  "data_coverage:agent": covered(hasAgent),
}
