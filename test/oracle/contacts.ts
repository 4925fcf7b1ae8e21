import type { CanonicalEvent } from "../../src/events/event.ts"
import { type Expected, share, tally } from "./estimates.ts"
import {
  conversationsIn,
  firstCustomerAt,
  fromAgent,
  fromCustomer,
  isOutbound,
  type Plain,
  reopensOf,
  solvesOf,
} from "./plain.ts"
import { contactsOf } from "./responses.ts"

/** A floor's events, a period, the moment of looking, and what follows from what. */
export interface Floor {
  readonly events: readonly CanonicalEvent[]
  readonly from: number
  readonly to: number
  readonly asOf: number
  readonly leadsTo: ReadonlyMap<string, readonly string[]>
}

/** One time a customer turned to us. */
interface Contact {
  readonly at: number
  readonly what: "turn" | "call" | "ivr_only"
  readonly excluded: string | null
  readonly customer: string | null
  readonly topic: string | null
  readonly conversation: Plain | undefined
  /** null: it starts nothing. */
  readonly start: null | { readonly over: number | null; readonly fresh: boolean }
}

const DAY_US = 86_400_000_000
const MINUTE_US = 60_000_000
export const within = (at: number, { from, to }: Floor): boolean => at >= from && at < to

/** Customer 2 is customer 1 by another name. */
function personOf(subject: string | undefined): string | null {
  return subject === "customer:c2" ? "customer:c1" : (subject ?? null)
}

const last = <T>(list: readonly T[]): T | undefined => list.at(-1)
export const customerOf = ({ own, opened }: Plain): string | null =>
  personOf(opened.customer ?? last(own.filter(({ customer }) => customer))?.customer)
export const topicOf = ({ own }: Plain): string | null => last(own.filter(({ topic }) => topic))?.topic ?? null
export const whyNot = (conversation: Plain): string | null =>
  conversation.excluded ?? (customerOf(conversation) === "customer:c6" ? "test" : null)

interface Call {
  readonly started: CanonicalEvent
  readonly offeredAt: number | null
  readonly over: number
  readonly conversation: Plain | undefined
}

function callsIn({ events }: Floor, conversations: readonly Plain[]): readonly Call[] {
  const started = events.filter(({ kind, direction }) => kind === "call.started" && direction === "inbound")
  return started.map((start) => {
    const own = events.filter(({ subject }) => subject === start.subject)
    return {
      started: start,
      offeredAt: own.find(({ segment }) => segment === "queue")?.at ?? null,
      over: Math.max(...own.map(({ at }) => at)),
      conversation: conversations.find(({ id }) => id === start.conversation),
    }
  })
}

function contactsIn(floor: Floor): readonly Contact[] {
  const conversations = conversationsIn(floor.events)
  const calls = callsIn(floor, conversations)
  return [...calls.map(contactOfCall), ...conversations.flatMap((one) => contactsOfTurns(one, calls))].sort((a, b) => a.at - b.at)
}

function contactOfCall({ started, offeredAt, over, conversation }: Call): Contact {
  const customer = personOf(started.customer) ?? (conversation ? customerOf(conversation) : null)
  return {
    at: offeredAt ?? started.at,
    what: offeredAt === null ? "ivr_only" : "call",
    excluded: personOf(started.customer) === "customer:c6" ? "test" : null,
    customer,
    topic: started.topic ?? (conversation ? topicOf(conversation) : null),
    conversation,
    start: offeredAt === null ? null : { over, fresh: true },
  }
}

function contactsOfTurns(conversation: Plain, calls: readonly Call[]): readonly Contact[] {
  const theirs = calls.filter((call) => call.conversation === conversation)
  const silent = !conversation.own.some(fromCustomer)
  const turns = contactsOf(conversation).filter(
    (at) => !theirs.some(({ started, over }) => silent || (at >= started.at && at <= over)),
  )
  const all = [...turns, ...theirs.flatMap(({ offeredAt }) => offeredAt ?? [])].sort((a, b) => a - b)
  return turns.map((at) => ({
    at,
    what: "turn",
    excluded: whyNot(conversation),
    customer: customerOf(conversation),
    topic: topicOf(conversation),
    conversation,
    start: startOf(conversation, at, all),
  }))
}

/** The first starts unless we began; a later one where a solved conversation was reopened for it. */
function startOf(conversation: Plain, at: number, all: readonly number[]): Contact["start"] {
  const over = solvesOf(conversation).find((solve) => solve.at >= at)?.at ?? null
  const before = last(all.filter((other) => other < at))
  if (before === undefined && !isOutbound(conversation)) return { over, fresh: true }
  const solve = last(solvesOf(conversation).filter((one) => one.at < at))
  const reopen = solve && reopensOf(conversation).find((one) => one.at > solve.at)
  if (!reopen) return null
  const byCustomer = reopen.author === "customer"
  const between = (from: number, to: number) => all.some((other) => other > from && other <= to)
  const causes = reopen.at >= at && !between(at, reopen.at) && (byCustomer || reopen.at - at <= MINUTE_US)
  const follows = reopen.at < at && before !== undefined && before <= solve.at && byCustomer
  return causes || follows ? { over, fresh: false } : null
}

function volume(floor: Floor): Expected {
  const all = contactsIn(floor).filter(({ at }) => within(at, floor))
  const n = all.filter(({ what, excluded }) => what !== "ivr_only" && excluded === null).length
  return { value: n, n, excluded: tally(all.map(({ what, excluded }) => excluded ?? (what === "ivr_only" ? what : null))) }
}

const alike = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Whether a start of the same customer, such as `is` likes, lies after `after` and not after `until`. */
function followed(floor: Floor, customer: string | null, after: number, until: number, is: (next: Contact) => boolean): boolean {
  return contactsIn(floor).some(
    (next) =>
      customer !== null &&
      next.start !== null &&
      next.customer === customer &&
      next.excluded === null &&
      next.at > after &&
      next.at <= until &&
      is(next),
  )
}

function repeats(days: number, same: boolean) {
  return (floor: Floor): Expected => {
    const starts = contactsIn(floor).filter(({ at, start, excluded }) => within(at, floor) && start !== null && excluded === null)
    const known = starts.filter(({ customer }) => customer !== null)
    const ripe = known.filter(({ at }) => at + days * DAY_US <= floor.asOf)
    const again = ripe.filter(
      ({ at, customer, topic, start }) =>
        start!.over !== null &&
        followed(floor, customer, start!.over, at + days * DAY_US, (next) => !same || alike(topic, next.topic)),
    )
    return { ...share(again.length, ripe.length), pending: known.length - ripe.length }
  }
}

interface Solved {
  readonly conversation: Plain
  readonly at: number
}

/** First solves of the period, of valid conversations a customer had written in or begun. */
function solvedIn(floor: Floor): readonly Solved[] {
  return conversationsIn(floor.events).flatMap((conversation) => {
    const at = solvesOf(conversation)[0]?.at
    const asked = !isOutbound(conversation) || firstCustomerAt(conversation) !== null
    return at !== undefined && asked && within(at, floor) && whyNot(conversation) === null ? [{ conversation, at }] : []
  })
}

const reopenedBy = ({ conversation, at }: Solved, days: number): boolean =>
  reopensOf(conversation).some((reopen) => reopen.at <= at + days * DAY_US)

function cameBack(floor: Floor, { conversation, at }: Solved, days: number, is: (next: Contact) => boolean): boolean {
  return followed(floor, customerOf(conversation), at, at + days * DAY_US, (next) => next.start!.fresh && is(next))
}

function botOnly({ own }: Plain): boolean {
  const people = own.some((event) => fromAgent(event) || (event.kind === "conversation.assigned" && event.agent_is === "human"))
  return !people && own.some((event) => event.kind === "message.sent" && event.author === "bot")
}

/** Of those solved, how many `is` holds of; with days, only of those as old. */
function resolved(days: number | null, is: (floor: Floor, one: Solved) => boolean, leaves: (one: Solved) => boolean) {
  return (floor: Floor): Expected => {
    const all = solvedIn(floor).filter((one) => !leaves(one))
    const ripe = all.filter(({ at }) => days === null || at + days * DAY_US <= floor.asOf)
    return { ...share(ripe.filter((one) => is(floor, one)).length, ripe.length), pending: all.length - ripe.length }
  }
}

const firstContact = (days: number | null, is: (floor: Floor, one: Solved) => boolean) =>
  resolved(days, is, ({ conversation }) => botOnly(conversation))
const avoided = (is: (floor: Floor, one: Solved) => boolean) =>
  resolved(14, is, ({ conversation }) => customerOf(conversation) === null)

const sameTopic =
  ({ conversation }: Solved) =>
  (next: Contact): boolean =>
    alike(topicOf(conversation), next.topic)
const related = (floor: Floor, one: Solved) => (next: Contact) =>
  sameTopic(one)(next) || (floor.leadsTo.get(topicOf(one.conversation) ?? "") ?? []).includes(next.topic ?? "")

function replies({ events }: Plain): number {
  const first = events.findIndex(fromCustomer)
  return first < 0 ? 0 : events.slice(first).filter(fromAgent).length
}

/** A solve ends a turn like an answer. */
const turnsOf = (conversation: Plain): number => contactsOf(conversation).length

const agentsOf = ({ events }: Plain): number => new Set(events.filter(fromAgent).map(({ agent }) => agent)).size
const escalated = ({ own }: Plain): boolean => own.some(({ kind }) => kind === "conversation.escalated")

/** From one person to another, the first one aside. */
function changedHands({ own }: Plain): boolean {
  return new Set(own.filter(({ kind }) => kind === "conversation.assigned").map(({ agent }) => agent)).size > 1
}

const held = (floor: Floor, one: Solved): boolean => !reopenedBy(one, 7) && !cameBack(floor, one, 7, sameTopic(one))

/** The second computations, by metric. */
export const contacts: Readonly<Record<string, (floor: Floor) => Expected>> = {
  contact_volume: volume,
  repeat_contact_rate: repeats(7, true),
  "repeat_contact_rate(days=3)": repeats(3, true),
  "repeat_contact_rate:any_topic": repeats(7, false),
  first_contact_resolution: firstContact(7, held),
  "first_contact_resolution:no_repeat": firstContact(7, held),
  "first_contact_resolution:at_most_one": firstContact(null, (_, { conversation }) => replies(conversation) <= 1),
  "first_contact_resolution:first_point": firstContact(7, (floor, one) => held(floor, one) && !changedHands(one.conversation)),
  "first_contact_resolution:single_agent_single_close": firstContact(
    null,
    (_, { conversation: one }) => solvesOf(one).length === 1 && agentsOf(one) === 1 && !escalated(one),
  ),
  "first_contact_resolution:no_reopen(days=3)": firstContact(3, (_, one) => !reopenedBy(one, 3)),
  "first_contact_resolution:one_touch": firstContact(null, (_, { conversation }) => replies(conversation) === 1),
  "first_contact_resolution:no_customer_followup": firstContact(null, (_, { conversation }) => turnsOf(conversation) <= 1),
  next_issue_avoidance: avoided((floor, one) => !cameBack(floor, one, 14, related(floor, one))),
  "next_issue_avoidance:any_topic": avoided((floor, one) => !cameBack(floor, one, 14, () => true)),
  "next_issue_avoidance:recontact": avoided((floor, one) => reopenedBy(one, 14) || cameBack(floor, one, 14, related(floor, one))),
}
