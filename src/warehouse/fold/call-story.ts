import { SEGMENTS } from "../../events/fields.ts"
import { callKinds } from "../../events/kinds/call.ts"
import type { Segment } from "./call-legs.ts"
import { type Columns, TRUE } from "./events.ts"
import type { Rows } from "./rows.ts"
import type { Identities } from "./story.ts"
import type { Words } from "./words.ts"

export const CALL_CODES = [
  "story",
  "subject",
  "kind",
  "conversation",
  "customer",
  "agent",
  "team",
  "channel",
  "queue",
  "brand",
  "topic",
  "direction",
  "segment",
  "test",
] as const
export const CALL_NUMBERS = ["at", "until", "leg"] as const

export interface CallTelling {
  events: Columns<(typeof CALL_CODES)[number], (typeof CALL_NUMBERS)[number]>
  readonly words: Words
  readonly identities: Identities
  readonly calls: Rows
  readonly legs: Rows
  readonly spans: Rows
  readonly problems: Rows
}

type Left = "abandoned" | "callback" | "voicemail" | "flowed_out"

/** What the events say of one call, before anything is concluded from it. */
export interface ToldCall {
  subject: number
  startedAt: number
  conversation: number
  customer: number
  channel: number
  queue: number
  team: number
  brand: number
  topic: number
  outbound: boolean
  test: boolean
  transfers: number
  calledBackAt: number
  /** How the caller left the last queue without an answer. */
  left: { readonly outcome: Left; readonly at: number } | undefined
  endedAt: number
  /** The latest moment of all, and whether nothing of the call still lasts. */
  lastAt: number
  over: boolean
  readonly segments: Segment[]
  /** Parts that end before they start: they have no length. */
  readonly reversed: { readonly at: number; readonly seconds: number }[]
}

const KIND = {
  started: callKinds["call.started"].code,
  segment: callKinds["call.segment"].code,
  transferred: callKinds["call.transferred"].code,
  calledBack: callKinds["call.called_back"].code,
  ended: callKinds["call.ended"].code,
} as const

const LEAVING: ReadonlyMap<number, Left> = new Map([
  [callKinds["call.abandoned"].code, "abandoned"],
  [callKinds["call.callback_asked"].code, "callback"],
  [callKinds["call.voicemail"].code, "voicemail"],
  [callKinds["call.flowed_out"].code, "flowed_out"],
])

/** A caller who asked to be called back or left a message did so, whatever the line noted of hanging up. */
const WEIGHT: Readonly<Record<Left, number>> = { flowed_out: 0, abandoned: 1, voicemail: 2, callback: 3 }

export function readCall(t: CallTelling, start: number, end: number): ToldCall {
  const call = newCall(t, start)
  let transferred = false
  for (let i = start; i < end; i++) {
    const kind = t.events.codes.kind[i]!
    const at = t.events.numbers.at[i]!
    const outcome = LEAVING.get(kind)
    call.lastAt = Math.max(call.lastAt, at)
    if (kind === KIND.started) readStart(t, call, i)
    else if (kind === KIND.segment) {
      addSegment(t, call, i, transferred)
      transferred = false
    } else if (kind === KIND.transferred) {
      call.transfers++
      transferred = true
    } else if (kind === KIND.calledBack) call.calledBackAt = Number.isNaN(call.calledBackAt) ? at : call.calledBackAt
    else if (kind === KIND.ended) call.endedAt = at
    else if (outcome && (!call.left || WEIGHT[outcome] >= WEIGHT[call.left.outcome])) call.left = { outcome, at }
  }
  closeOpen(call)
  return call
}

function newCall(t: CallTelling, start: number): ToldCall {
  const { codes, numbers } = t.events
  return {
    subject: codes.subject[start]!,
    startedAt: numbers.at[start]!,
    conversation: 0,
    customer: 0,
    channel: 0,
    queue: 0,
    team: 0,
    brand: 0,
    topic: 0,
    outbound: false,
    test: false,
    transfers: 0,
    calledBackAt: NaN,
    left: undefined,
    endedAt: NaN,
    lastAt: -Infinity,
    over: false,
    segments: [],
    reversed: [],
  }
}

function readStart(t: CallTelling, call: ToldCall, i: number): void {
  const { codes } = t.events
  const { identities, words } = t
  call.conversation = codes.conversation[i]!
  call.customer = identities.customers.get(codes.customer[i]!) ?? codes.customer[i]!
  call.channel = codes.channel[i]!
  call.queue = codes.queue[i]!
  call.team = identities.teams.get(codes.team[i]!) ?? codes.team[i]!
  call.brand = codes.brand[i]!
  call.topic = codes.topic[i]!
  call.outbound = codes.direction[i] === words.code.outbound
  call.test = codes.test[i] === TRUE || identities.testCustomers.has(call.customer)
}

function addSegment(t: CallTelling, call: ToldCall, i: number, transferred: boolean): void {
  const { codes, numbers } = t.events
  const segment = SEGMENTS.find((word) => t.words.code[word] === codes.segment[i])
  if (!segment) return
  const at = numbers.at[i]!
  const until = numbers.until[i]!
  if (until < at) call.reversed.push({ at, seconds: (at - until) / 1e6 })
  if (!Number.isNaN(until)) call.lastAt = Math.max(call.lastAt, until)
  call.segments.push({
    segment,
    at,
    until: until < at ? at : until,
    agent: t.identities.agents.get(codes.agent[i]!) ?? codes.agent[i]!,
    team: t.identities.teams.get(codes.team[i]!) ?? codes.team[i]!,
    queue: codes.queue[i]!,
    leg: numbers.leg[i]!,
    transferred,
  })
}

/** A part whose end nobody told ended when the next one began, or with the call. After-call work goes on after the next call's start. */
function closeOpen(call: ToldCall): void {
  const { segments } = call
  segments.forEach((part, i) => {
    if (!Number.isNaN(part.until)) return
    const next = segments.slice(i + 1).find((other) => other.at > part.at && ends(other, part))
    const until = next?.at ?? (part.segment === "wrap" ? NaN : call.endedAt)
    segments[i] = { ...part, until: until < part.at ? part.at : until }
  })
  call.over = !segments.some(({ until }) => Number.isNaN(until)) && (segments.length > 0 || !Number.isNaN(call.endedAt))
}

/** After-call work is one person's: it neither ends what the caller does next nor is it ended by it. */
function ends(next: Segment, part: Segment): boolean {
  const ofOthers = next.agent !== 0 && part.agent !== 0 && next.agent !== part.agent
  if (part.segment === "wrap") return next.segment !== "queue" && !ofOthers
  return next.segment !== "wrap" || (part.segment !== "queue" && part.segment !== "ring" && !ofOthers)
}
