import type { CanonicalEvent } from "../../src/events/event.ts"
import { PEOPLE } from "../worlds/people.ts"
import type { Expected } from "./estimates.ts"

const MINUTE_US = 60_000_000

/** What is asked: these events in the order they were told, this period, perhaps of one person. */
export interface Roster {
  readonly events: readonly CanonicalEvent[]
  readonly from: number
  readonly to: number
  readonly only: string | null
}

/** A minute of a person: what was planned and what was done. */
interface Minute {
  readonly plan: CanonicalEvent | undefined
  readonly presence: CanonicalEvent | undefined
}

const KINDS = ["agent.left", "shift.planned", "presence.changed"]

const looked = new WeakMap<readonly CanonicalEvent[], Map<string, readonly Minute[]>>()

/** Several metrics look at the same minutes. */
function minutesOf(roster: Roster, name: string): readonly Minute[] {
  const { events, from, to } = roster
  const known = looked.get(events) ?? new Map<string, readonly Minute[]>()
  looked.set(events, known)
  const key = `${name} ${from} ${to}`
  const minutes = known.get(key) ?? lookAt(roster, name)
  known.set(key, minutes)
  return minutes
}

/** Every minute of a person. */
function lookAt({ events, from, to }: Roster, name: string): readonly Minute[] {
  const theirs = events
    .filter(({ subject, kind }) => subject === `agent:${name}` && KINDS.includes(kind))
    .toSorted((a, b) => a.at - b.at || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  return Array.from({ length: (to - from) / MINUTE_US }, (_, i) => {
    const at = from + i * MINUTE_US
    const said = theirs.findLast((event) => event.kind !== "shift.planned" && event.at <= at)
    const plans = theirs.filter((event) => event.kind === "shift.planned" && event.at <= at && event.until! > at)
    const latest = plans.filter((plan) => plan.at === Math.max(...plans.map((other) => other.at)))
    const shortest = latest.filter((plan) => plan.until === Math.min(...latest.map((other) => other.until!)))
    return { plan: shortest.at(-1), presence: said?.kind === "presence.changed" ? said : undefined }
  })
}

type Test = (minute: Minute) => boolean
const forContacts: Test = ({ presence }) =>
  (presence?.presence === "available" || presence?.presence === "busy") && presence.on_queue !== false
const busy: Test = (minute) => forContacts(minute) && minute.presence?.presence === "busy"
const paid: Test = ({ plan }) => plan !== undefined && plan.paid !== false
const known: Test = ({ presence }) => presence !== undefined
const loggedIn: Test = ({ presence }) => presence !== undefined && presence.presence !== "offline"
const both =
  (...tests: readonly Test[]): Test =>
  (minute) =>
    tests.every((test) => test(minute))

/** Minutes and unbroken stretches of them, of everybody asked about. */
function count(roster: Roster, test: Test): { readonly minutes: number; readonly stretches: number } {
  let [minutes, stretches] = [0, 0]
  for (const name of PEOPLE.filter((one) => roster.only === null || one === roster.only)) {
    let before: Minute | undefined
    for (const minute of minutesOf(roster, name)) {
      const same = before !== undefined && before.plan === minute.plan && before.presence === minute.presence
      if (test(minute)) {
        minutes++
        if (!same) stretches++
      }
      before = minute
    }
  }
  return { minutes, stretches }
}

function ratio(roster: Roster, of: Test, per: Test, unknown?: Test): Expected {
  const all = count(roster, per)
  return {
    value: all.minutes === 0 ? null : count(roster, both(of, per)).minutes / all.minutes,
    n: all.stretches,
    ...(unknown && { excluded: { unknown: count(roster, unknown).stretches } }),
  }
}

/** Solves by people in the period, and those of them that were not taken back within `days`. */
function solves({ events, from, to, only }: Roster, days: number): readonly boolean[] {
  return events
    .filter((event) => event.kind === "conversation.status_changed" && event.status === "solved" && event.author === "agent")
    .filter(({ at, agent }) => at >= from && at < to && (only === null || agent === only))
    .map(({ subject, at }) => {
      const back = events.find(
        (event) => event.subject === subject && event.at > at && event.kind === "conversation.status_changed",
      )
      return back === undefined || back.at > at + days * 1440 * MINUTE_US
    })
}

function rate(roster: Roster, solved: number, hours: Test): Expected {
  const { minutes } = count(roster, hours)
  return { value: minutes === 0 ? null : solved / (minutes / 60), n: solved }
}

const CALL = ["talk", "hold", "wrap"]

function calls({ events, from, to, only }: Roster, segments: readonly string[]): Expected {
  const parts = events
    .filter((event) => event.kind === "call.segment" && segments.includes(event.segment!))
    .filter(({ agent }) => only === null || agent === only)
    .map((event) => Math.min(event.until!, to) - Math.max(event.at, from))
    .filter((time) => time > 0)
  return { value: parts.reduce((sum, time) => sum + time, 0) / 1e6, n: parts.length }
}

function lasted(roster: Roster, test: Test, each: number): Expected {
  const { minutes, stretches } = count(roster, test)
  return { value: minutes * each, n: stretches }
}

function ofStaffed(roster: Roster, segments: readonly string[]): Expected {
  const [time, { minutes }] = [calls(roster, segments), count(roster, forContacts)]
  return { value: minutes === 0 ? null : time.value! / 60 / minutes, n: time.n }
}

const made = (n: number): Expected => ({ value: n, n })

const IDLE_MINUTES = 10

function showsActivity({ kind, author }: CanonicalEvent): boolean {
  return kind === "message.sent" ? author === "customer" || author === "agent" : kind.startsWith("conversation.")
}

/** Each minute of each chat that is somebody's, open and not idle, by person. */
function chatting({ events, from, to, only }: Roster): Expected {
  const chats = events.filter((event) => event.kind === "conversation.opened" && event.channel === "chat")
  const stories = chats.map(({ subject }) =>
    events.filter((event) => event.subject === subject).toSorted((a, b) => a.at - b.at || a.kind.localeCompare(b.kind)),
  )
  let [each, any, stretches] = [0, 0, 0]
  const before = new Map<number, string>()
  for (let at = from; at < to; at += MINUTE_US) {
    const owners = stories.map((story, i) => {
      const past = story.filter((event) => event.at <= at)
      const status = past.findLast(({ kind }) => kind === "conversation.status_changed")?.status ?? "new"
      const owner = past.findLast(({ kind }) => kind === "conversation.assigned")?.agent
      const active = past.some((event) => event.at > at - IDLE_MINUTES * MINUTE_US && showsActivity(event))
      const counts = active && owner !== undefined && (status === "new" || status === "open") && (only === null || owner === only)
      const state = counts ? `${owner} ${status}` : ""
      if (counts && before.get(i) !== state) stretches++
      before.set(i, state)
      return counts ? [owner] : []
    })
    each += owners.flat().length
    any += new Set(owners.flat()).size
  }
  return { value: any === 0 ? null : each / any, n: stretches }
}

/** The second computations, by metric. */
export const people: Readonly<Record<string, (roster: Roster) => Expected>> = {
  occupancy: (r) => ratio(r, busy, forContacts),
  "occupancy:call_time": (r) => calls(r, CALL),
  "occupancy:call_and_ring_time": (r) => calls(r, ["ring", ...CALL]),
  "occupancy:staffed_time": (r) => lasted(r, forContacts, 60),
  "occupancy:calls": (r) => ofStaffed(r, CALL),
  "occupancy:calls_and_ringing": (r) => ofStaffed(r, ["ring", ...CALL]),
  utilization: (r) =>
    ratio(
      r,
      forContacts,
      both(paid, known),
      both(paid, (minute) => !known(minute)),
    ),
  "utilization:handling_only": (r) => ratio(r, busy, both(paid, known)),
  "utilization:logged_in": (r) => ratio(r, forContacts, loggedIn),
  shrinkage: (r) => ratio(r, (minute) => !forContacts(minute), both(paid, known)),
  "shrinkage:without_absence": (r) =>
    ratio(
      r,
      (minute) => !forContacts(minute),
      both(paid, known, ({ plan }) => plan?.activity !== "absent"),
    ),
  chat_concurrency: chatting,
  "tickets_solved_per_agent_hour(days=1)": (r) => rate(r, solves(r, 1).filter((held) => held).length, loggedIn),
  "tickets_solved_per_agent_hour:gross": (r) => rate(r, solves(r, 1).length, loggedIn),
  "tickets_solved_per_agent_hour:solves": (r) => made(solves(r, 7).length),
  "tickets_solved_per_agent_hour:net": (r) => made(solves(r, 7).filter((held) => held).length),
  "tickets_solved_per_agent_hour:logged_in": (r) => lasted(r, loggedIn, 1 / 60),
  "tickets_solved_per_agent_hour:handling_time": (r) => lasted(r, busy, 1 / 60),
  "tickets_solved_per_agent_hour:handling": (r) => rate(r, solves(r, 7).filter((held) => held).length, busy),
}
