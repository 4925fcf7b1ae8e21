import type { Dice } from "./dice.ts"
import type { Draft } from "./draft.ts"

const CHANNELS = ["email", "chat", "phone"]
const AGENTS = ["ana", "ben", "cem"]
export const TEAMS = ["support", "sales"]
export const PRIORITIES = ["high", "low"]
const MINUTE_US = 60_000_000
const DAY_US = 1440 * MINUTE_US

/** One conversation while it is made up. */
interface Talk {
  readonly subject: string
  readonly drafts: Draft[]
  at: number
  solved: boolean
}

/** What a world may have beyond the usual: conversations merged into later ones, in chains and circles, and ours with theirs. */
export type Trouble = "later" | "circles" | "mixed"

export function conversationsOf(chance: Dice, start: number, brand: string, trouble?: Trouble): readonly Draft[] {
  const count = chance.pick([1, 2, 3, 5, 8, 13, 30])
  const inbound: Talk[] = []
  const talks: Talk[] = []
  for (let i = 1; i <= count; i++) {
    const talk: Talk = {
      subject: `conversation:${brand}-${i}`,
      drafts: [],
      at: start + chance.whole(0, 14 * 1440) * MINUTE_US,
      solved: false,
    }
    open(talk, chance, brand)
    const length = chance.pick([0, 1, 2, 3, 4, 6, 9, 14])
    for (let step = 0; step < length; step++) go(talk, chance)
    leave(talk, chance, inbound)
    talks.push(talk)
  }
  if (trouble) for (const talk of talks) if (chance.chance(0.4)) mergeAnyhow(talk, chance.pick(talks), trouble)
  return talks.flatMap((talk) => talk.drafts)
}

/** Each at most once, and not into itself. */
function mergeAnyhow(talk: Talk, into: Talk, trouble: Trouble): void {
  const merged = [talk, ...(trouble === "circles" ? [] : [into])].some(({ drafts }) => drafts.some(isMerge))
  if (talk === into || merged) return
  if (trouble !== "mixed" && !(isInbound(talk) && isInbound(into))) return
  if (trouble === "later") talk.at = Math.min(talk.at, into.drafts[0]!.at - MINUTE_US)
  if (talk.at <= talk.drafts.at(-1)!.at && trouble === "later") return
  talk.at += 1_000_000
  say(talk, "conversation.merged_into", { into: into.subject })
}

const isMerge = ({ kind }: Draft) => kind === "conversation.merged_into"

// Who began a conversation of which we wrote one half and the customer the other is nobody's to say, so these are not merged.
const isInbound = ({ drafts }: Talk) => drafts[0]!["direction"] === "inbound" && drafts[1]?.["author"] === "customer"

function say(talk: Talk, kind: string, fields: Readonly<Record<string, unknown>> = {}): void {
  talk.drafts.push({ at: talk.at, kind, subject: talk.subject, ...fields })
}

function open(talk: Talk, chance: Dice, brand: string): void {
  const outbound = chance.chance(0.2)
  say(talk, "conversation.opened", {
    ...(chance.chance(0.9) && { channel: chance.pick(CHANNELS) }),
    brand,
    direction: outbound ? "outbound" : "inbound",
    ...(chance.chance(0.5) && { team: chance.pick(TEAMS) }),
    ...(chance.chance(0.3) && { priority: chance.pick(PRIORITIES) }),
    ...(chance.chance(0.5) && { customer: `customer:${chance.whole(1, 6)}` }),
    ...(chance.chance(0.4) && { status: chance.pick(["new", "open"]) }),
    ...(chance.chance(0.03) && { test: true }),
    ...(chance.chance(0.03) && { backfill: true }),
  })
  // A moment later, so that no order of arrival can put it before the opening.
  talk.at += 1_000_000
  if (chance.chance(0.4)) promise(talk, chance)
  if (outbound) say(talk, "message.sent", { author: "agent", agent: chance.pick(AGENTS), public: true })
  // A form or a log may know that a customer opened it, and not what was written.
  else if (chance.chance(0.9)) say(talk, "message.sent", { author: "customer", public: true })
}

function go(talk: Talk, chance: Dice): void {
  talk.at += chance.pick([1, 7, 30, 95, 600, 2_000, 5_000]) * MINUTE_US + chance.whole(0, 59) * 1_000_000
  const agent = { author: "agent", agent: chance.pick(AGENTS) }
  const step = chance.weighted({
    customer: 6,
    agent: 7,
    note: 2,
    bot: 2,
    auto: 1,
    solve: 4,
    close: 1,
    reopen: 4,
    wait: 2,
    hold: 1,
    work: 2,
    assign: 3,
    handOff: 1,
    change: 1,
    transfer: 2,
    escalate: 1,
    promise: 1,
  })
  switch (step) {
    case "customer":
      return say(talk, "message.sent", {
        author: "customer",
        public: true,
        ...(chance.chance(0.2) && { channel: chance.pick(CHANNELS) }),
      })
    case "agent":
      return say(talk, "message.sent", { ...agent, public: true })
    case "note":
      return say(talk, "message.sent", { ...agent, public: false })
    case "bot":
      return say(talk, "message.sent", { author: "bot", public: true })
    case "auto":
      return say(talk, "message.sent", { author: "auto", public: true })
    case "solve":
      return enter(talk, "solved", chance.pick([agent, agent, { author: "bot" }, { author: "customer" }]))
    case "close":
      return enter(talk, "closed", { author: "auto" })
    case "reopen":
      return talk.solved ? enter(talk, "open", { author: "customer" }) : undefined
    case "wait":
      return talk.solved ? undefined : enter(talk, "pending", agent)
    case "hold":
      return talk.solved ? undefined : enter(talk, "on_hold", agent)
    case "work":
      return talk.solved ? undefined : enter(talk, "open", agent)
    case "assign":
      return say(talk, "conversation.assigned", assignee(chance))
    case "handOff":
      return say(talk, "conversation.handed_off", chance.chance(0.3) ? { team: chance.pick(TEAMS) } : {})
    case "change":
      return say(
        talk,
        "conversation.changed",
        chance.pick([{ channel: chance.pick(CHANNELS) }, { team: chance.pick(TEAMS) }, { priority: chance.pick(PRIORITIES) }]),
      )
    case "transfer":
      return say(talk, "conversation.assigned", { team: chance.pick(TEAMS) })
    case "escalate":
      return say(
        talk,
        "conversation.escalated",
        chance.pick([
          { to: "team", team: chance.pick(TEAMS) },
          { to: "priority", priority: chance.pick(PRIORITIES) },
        ]),
      )
    case "promise":
      return say(talk, "conversation.promised", promiseOf(chance))
    default:
      return step satisfies never
  }
}

/** Each at a moment of its own, so that the order of arrival does not say which of two holds. */
function promise(talk: Talk, chance: Dice): void {
  for (let i = chance.whole(1, 3); i > 0; i--) {
    say(talk, "conversation.promised", promiseOf(chance))
    talk.at += 1_000_000
  }
}

function promiseOf(chance: Dice): Readonly<Record<string, unknown>> {
  return {
    promise: chance.pick(["first_response", "next_response", "resolution", "requester_wait"]),
    target_s: chance.pick([0, 600, 3600, 14_400, 28_800, 144_000]),
    ...(chance.chance(0.8) && { clock: chance.pick(["calendar", "business"]) }),
    ...(chance.chance(0.5) && { pauses: chance.pick([["pending"], ["pending", "on_hold"], ["on_hold"]]) }),
  }
}

function enter(talk: Talk, status: string, who: Readonly<Record<string, unknown>>): void {
  talk.solved = status === "solved" || status === "closed"
  say(talk, "conversation.status_changed", { status, ...who })
}

function assignee(chance: Dice): Readonly<Record<string, unknown>> {
  const who = chance.weighted({ agent: 5, bot: 1, nobody: 1 })
  if (who === "agent") return { agent: chance.pick(AGENTS), agent_is: "human" }
  return who === "bot" ? { agent: "robot", agent_is: "bot" } : {}
}

/** Some are spam, deleted, or merged into an earlier one. */
function leave(talk: Talk, chance: Dice, inbound: Talk[]): void {
  talk.at += chance.whole(1, 3 * 1440) * MINUTE_US
  const how = chance.weighted({ stays: 17, spam: 1, noSpam: 0.5, deleted: 1, merged: 1.5 })
  if (how === "spam" || how === "noSpam") say(talk, "conversation.marked_spam", { agent: "ana" })
  if (how === "deleted") say(talk, "conversation.deleted")
  const there = inbound.filter(({ drafts }) => drafts[0]!.at < talk.at)
  if (how === "merged" && isInbound(talk) && there.length > 0)
    say(talk, "conversation.merged_into", { into: chance.pick(there).subject })
  else if (isInbound(talk)) inbound.push(talk)
  if (how !== "noSpam") return
  talk.at += chance.whole(1, DAY_US / MINUTE_US) * MINUTE_US
  say(talk, "conversation.marked_spam", { agent: "ana", linked: false })
}
