import type { CanonicalEvent } from "../../src/events/event.ts"
import { grouped } from "../../src/query/grouped.ts"
import type { Floor } from "../worlds/world.ts"
import { type Expected, share } from "./estimates.ts"
import { inHoursOf } from "./hours-in-turn.ts"
import { type Clock, ms } from "./metrics.ts"
import { conversationsIn, createdAt, isSolved, type Plain, solvedAt, turns } from "./plain.ts"
import { firstReplyOf, waitsOf } from "./responses.ts"

/** What became of one promise, found by walking its clock day by day. */
interface Judged {
  readonly conversation: Plain
  readonly promise: unknown
  readonly from: number
  readonly due: number | null
  readonly late: number | null
  readonly noCalendar: number | null
  readonly stopped: number | null
  readonly met: boolean
  /** Its clock stands still in the status the conversation has. */
  readonly still: boolean
}

const DAY_US = 86_400_000_000
const MOST_DAYS = 400

type Stretch = readonly [from: number, to: number]

/** Every promise of a floor's valid conversations whose clock started. */
export function promisesIn(floor: Floor, asOf: number, before = Infinity): readonly Judged[] {
  const all = conversationsIn(floor.events.filter(({ at }) => at <= asOf)).flatMap((one) => untold(one, before))
  const business = inHoursOf(floor, NaN)
  return all
    .filter(({ excluded }) => excluded === null)
    .flatMap((conversation) => [
      ...firstOf(conversation, business),
      ...nextOf(conversation, business),
      ...solvesOf(conversation, all, business),
    ])
}

/** The conversation as it had gone by a moment: what came later had not happened, though it is known. */
function untold(conversation: Plain, before: number): readonly Plain[] {
  const has = ({ at }: CanonicalEvent) => at < before
  const { own, events, told, opened } = conversation
  return has(opened) ? [{ ...conversation, own: own.filter(has), events: events.filter(has), told: told.filter(has) }] : []
}

function firstOf(conversation: Plain, business: Clock): readonly Judged[] {
  const reply = firstReplyOf(conversation)
  if (reply === null) return []
  const stopped = reply.replied_at ?? (reply.solvedWithout ? turns(conversation).at(-1)!.at : null)
  return judged(conversation, "first_response", reply.from_at, stopped, reply.replied_at !== null, business)
}

/** Those that began after the first reply. */
function nextOf(conversation: Plain, business: Clock): readonly Judged[] {
  const first = firstReplyOf(conversation)?.replied_at ?? Infinity
  return waitsOf(conversation)
    .filter(({ from_at }) => from_at > first)
    .flatMap(({ from_at, replied_at, ended_at }) =>
      judged(conversation, "next_response", from_at, replied_at ?? ended_at, replied_at !== null, business),
    )
}

function solvesOf(conversation: Plain, all: readonly Plain[], business: Clock): readonly Judged[] {
  const solved = solvedAt(conversation)
  const from = createdAt(conversation, all)
  return ["resolution", "requester_wait"].flatMap((promise) => judged(conversation, promise, from, solved, true, business))
}

function judged(
  conversation: Plain,
  promise: string,
  from: number,
  stopped: number | null,
  met: boolean,
  business: Clock,
): readonly Judged[] {
  const until = stopped ?? Infinity
  const terms = conversation.own.findLast(
    (event) => event.kind === "conversation.promised" && event.promise === promise && event.at <= until,
  )
  if (!terms) return []
  const then = { ...conversation, told: conversation.told.filter((event, i) => i === 0 || event.at <= until) }
  const clock: Clock = terms.clock === "business" ? business : (_, a, b) => ms(a, b)
  const walked = walk(then, clock, runningIn(conversation, terms, from, until), terms.target_s! * 1000)
  const late = walked.late !== null && walked.late <= until ? walked.late : null
  // What cannot be measured is due when that begins, and after the stop nobody asks.
  const due = walked.due ?? walked.noCalendar
  const noCalendar = walked.noCalendar !== null && walked.noCalendar <= until ? walked.noCalendar : null
  const { own, opened } = conversation
  const status = own.findLast(({ kind }) => kind === "conversation.status_changed")?.status ?? opened.status
  const still = status !== undefined && stillIn(terms).includes(status)
  return [{ conversation, promise, from, stopped, due, noCalendar, late, met: met && stopped !== null, still }]
}

const stillIn = ({ pauses = [], promise }: CanonicalEvent): readonly string[] => [
  ...pauses,
  ...(promise === "requester_wait" ? ["pending"] : []),
]

/** The stretches in which the clock runs, and from the stop on, as if it ran on. */
function runningIn({ own, opened }: Plain, terms: CanonicalEvent, from: number, until: number): readonly Stretch[] {
  const still = stillIn(terms)
  const marks = [
    { at: -Infinity, status: "none" },
    { at: opened.at, status: opened.status ?? "new" },
    ...own.filter(({ kind }) => kind === "conversation.status_changed").map(({ at, status }) => ({ at, status: String(status) })),
  ]
  const stretches = marks.flatMap(({ at, status }, i): Stretch[] => {
    const [a, b] = [Math.max(at, from), Math.min(marks[i + 1]?.at ?? Infinity, until)]
    return a < b && !isSolved(status) && !still.includes(status) ? [[a, b]] : []
  })
  return until === Infinity ? stretches : [...stretches, [until, Infinity]]
}

/** Day by day; the moment within the day by halving it. */
function walk(conversation: Plain, clock: Clock, stretches: readonly Stretch[], target: number) {
  let left = target
  const found: { due: number | null; late: number | null; noCalendar: number | null } = {
    due: null,
    late: null,
    noCalendar: null,
  }
  for (const [from, to] of stretches)
    for (let at = from, days = 0; at < to && days < MOST_DAYS; days++) {
      const next = Math.min(to, at + DAY_US)
      const took = (end: number) => clock(conversation, at, end)
      const got = took(next)
      if (found.due === null && (got ?? Infinity) >= left)
        found.due = firstWhere(at, next, (end) => (took(end) ?? Infinity) >= left)
      if ((got ?? Infinity) > left) {
        const end = firstWhere(at, next, (moment) => (took(moment) ?? Infinity) > left)
        return took(end) === null ? { ...found, noCalendar: lastOpen(at, end) } : { ...found, late: end }
      }
      left -= got!
      at = next
    }
  return found
}

/** The first whole millisecond after which it holds; it holds at `to`. */
function firstWhere(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from / 1000, to / 1000]
  if (holds(from)) return from
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle * 1000)) high = middle
    else low = middle
  }
  return high * 1000
}

/** A stretch that is a millisecond too long is not known: its last known moment is when the calendar ended. */
function lastOpen(from: number, end: number): number {
  return end === from ? from : end - 1000
}

export interface Looked {
  readonly from: number
  readonly to: number
  readonly asOf: number
}

const inPeriod = (at: number | null, { from, to }: Looked) => at !== null && at >= from && at < to

function stateOf({ late, met, stopped, noCalendar }: Judged, { asOf }: Looked): "kept" | "broken" | "pending" | "left" {
  if (noCalendar !== null && noCalendar <= (stopped ?? asOf)) return "left"
  if (late !== null && late <= asOf) return "broken"
  if (stopped === null) return "pending"
  return met ? "kept" : "left"
}

function attainment(list: readonly Judged[], looked: Looked): Expected {
  const states = list.map((one) => stateOf(one, looked))
  const count = (state: string) => states.filter((one) => one === state).length
  return { ...share(count("kept"), count("kept") + count("broken")), pending: count("pending") }
}

const dueIn = (list: readonly Judged[], looked: Looked) => list.filter(({ due }) => inPeriod(due, looked))
const startedIn = (list: readonly Judged[], looked: Looked) => list.filter(({ from }) => inPeriod(from, looked))

/** Those that run at the end of what is known. */
function running(list: readonly Judged[], { asOf }: Looked, is: (one: Judged) => boolean = () => true): Expected {
  const n = list.filter((one) => one.from <= asOf && one.stopped === null && is(one)).length
  return { value: n, n }
}

const dueSoon = (list: readonly Judged[], looked: Looked, hours: number): Expected =>
  running(list, looked, ({ due, late }) => {
    const instant = looked.asOf + 1
    return (late ?? 0) > instant && due !== null && due <= instant + hours * 3_600_000_000
  })

/** By conversation: kept if all are, broken as soon as one is; told by the one due last. */
function together(list: readonly Judged[], looked: Looked): Expected {
  const groups = [...grouped(list, ({ conversation }) => conversation.id).values()]
  const states = groups.flatMap((group) => {
    const fair = group.filter(
      ({ noCalendar, stopped, met, late }) => noCalendar === null && (stopped === null || met || late !== null),
    )
    const due = fair.reduce(
      (last: number | null, one) => (one.due !== null && one.due >= (last ?? -Infinity) ? one.due : last),
      null,
    )
    if (fair.length === 0 || !inPeriod(due, looked)) return []
    const each = fair.map((one) => stateOf(one, looked))
    if (each.includes("broken")) return ["broken"]
    return each.every((state) => state === "kept") ? ["kept"] : ["pending"]
  })
  const count = (state: string) => states.filter((one) => one === state).length
  return { ...share(count("kept"), count("kept") + count("broken")), pending: count("pending") }
}

const KINDS = ["first_response", "next_response", "resolution", "requester_wait"] as const
type Of = (list: readonly Judged[], looked: Looked) => Expected
const only =
  (kind: string, of: Of): Of =>
  (list, looked) =>
    of(
      list.filter(({ promise }) => promise === kind),
      looked,
    )
const attained: Of = (list, looked) => attainment(dueIn(list, looked), looked)
const each = (name: string, of: Of) => Object.fromEntries(KINDS.map((kind) => [`${name}:${kind}`, only(kind, of)]))

/** Those that are judged. */
export const kept: Readonly<Record<string, Of>> = {
  sla_attainment: attained,
  "sla_attainment:created": (list, looked) => attainment(startedIn(list, looked), looked),
  "sla_attainment:conversation": together,
  ...each("sla_attainment", attained),
}

/** Those that run, as they had gone by the moment of which it is asked. */
export const open: Readonly<Record<string, Of>> = {
  running_promises: (list, looked) => running(list, looked),
  "running_promises:late": (list, looked) => running(list, looked, ({ late }) => late !== null && late <= looked.asOf + 1),
  "running_promises:paused": (list, looked) => running(list, looked, ({ still }) => still),
  "running_promises:due(hours=48)": (list, looked) => dueSoon(list, looked, 48),
  ...each("running_promises", (list, looked) => running(list, looked)),
}
