import { callKinds } from "../../events/kinds/call.ts"
import { calls, legs, problems, spans } from "../tables.ts"
import { type Leg, legsOf, missedRings, piecesOf, type Segment } from "./call-legs.ts"
import { type CallTelling, readCall, type ToldCall } from "./call-story.ts"
import { msBetween } from "./ms-between.ts"
import { addRow, placesOf } from "./rows.ts"
import type { OwnWord } from "./words.ts"

export const KIND_OF_CALL = Object.values(callKinds).map(({ code }) => code)
const CALL = placesOf(calls)
const LEG = placesOf(legs)
const SPAN = placesOf(spans)
const PROBLEM = placesOf(problems)

/** The story of one call: its row, its legs, its segments as spans. */
export function foldCall(t: CallTelling, start: number, end: number): void {
  const call = readCall(t, start, end)
  const legs = legsOf(call.segments)
  const outcome = outcomeOf(call, legs)
  const row = addCallRow(t, call, legs, outcome)
  measureCall(t, row, call, legs, outcome)
  legs.forEach((leg, i) => addLegRows(t, call, leg, i === legs.length - 1, outcome))
  for (const part of call.segments) for (const piece of piecesOf(part, call.segments)) addSpan(t, call, piece)
  for (const at of call.reversed) addProblem(t, call, at)
}

/** Answered if anybody talked; else what the caller or the system did; else what it came to in the end. */
function outcomeOf(call: ToldCall, legs: readonly Leg[]): OwnWord {
  if (legs.some(({ answeredAt }) => !Number.isNaN(answeredAt))) return "answered"
  if (call.left) return call.left.outcome
  if (Number.isNaN(call.endedAt)) return "waiting"
  if (legs.length === 0) return call.outbound ? "no_answer" : "ivr_only"
  return call.outbound || legs.at(-1)!.rings.length > 0 ? "no_answer" : "abandoned"
}

/** When the caller stopped waiting in a leg: answered, left, or the end of the queue or the call. NaN while it lasts. */
function waitEnd(call: ToldCall, leg: Leg, last: boolean): number {
  if (!Number.isNaN(leg.answeredAt)) return leg.answeredAt
  if (last && call.left && call.left.at >= leg.offeredAt) return call.left.at
  if (!Number.isNaN(leg.waitedUntil)) return leg.waitedUntil
  return call.endedAt
}

function addCallRow(t: CallTelling, call: ToldCall, legs: readonly Leg[], outcome: OwnWord): number {
  const row = addRow(t.calls)
  const { cells } = t.calls
  const first = legs[0]
  const answered = legs.find(({ answeredAt }) => !Number.isNaN(answeredAt))
  describeCall(t, cells, row, CALL, call)
  cells[row + CALL.call] = call.subject
  cells[row + CALL.started_at] = call.startedAt
  cells[row + CALL.offered_at] = first?.offeredAt ?? NaN
  cells[row + CALL.queue] = first?.queue || call.queue || NaN
  cells[row + CALL.outcome] = t.words.code[outcome]
  cells[row + CALL.answered_at] = answered?.answeredAt ?? NaN
  cells[row + CALL.agent] = answered?.agent || NaN
  cells[row + CALL.team] = answered?.team || first?.team || call.team || NaN
  cells[row + CALL.transfers] = call.transfers
  cells[row + CALL.called_back_at] = call.calledBackAt
  return row
}

function measureCall(t: CallTelling, row: number, call: ToldCall, legs: readonly Leg[], outcome: OwnWord): void {
  const { cells } = t.calls
  const waits = legs.map((leg, i) => waitOf(leg, waitEnd(call, leg, i === legs.length - 1)))
  const talks = legs.filter(({ answeredAt }) => !Number.isNaN(answeredAt))
  const [talk, hold, wrap] = [sum(talks, "talkUs"), sum(talks, "holdUs"), sum(talks, "wrapUs")]
  if (legs.length > 0) {
    cells[row + CALL.left_queue_at] = waitEnd(call, legs[0]!, legs.length === 1)
    cells[row + CALL.first_wait_ms] = waits[0]!
    cells[row + CALL.wait_ms] = waits.reduce((all, wait) => all + wait, 0)
  }
  cells[row + CALL.talk_ms] = talk
  cells[row + CALL.hold_ms] = hold
  cells[row + CALL.wrap_ms] = wrap
  cells[row + CALL.handle_ms] = outcome === "answered" ? talk + hold + wrap : NaN
  cells[row + CALL.ended_at] = call.over ? call.lastAt : NaN
  cells[row + CALL.legs] = talks.length
  cells[row + CALL.rings] = legs.reduce((all, { rings }) => all + rings.length, 0)
  cells[row + CALL.missed_rings] = legs.reduce((all, leg) => all + missedRings(leg).length, 0)
}

function waitOf(leg: Leg, until: number): number {
  return Number.isNaN(until) ? NaN : Math.max(0, msBetween(leg.offeredAt, until))
}

function sum(legs: readonly Leg[], part: "talkUs" | "holdUs" | "wrapUs"): number {
  return legs.reduce((all, leg) => all + Math.floor(leg[part] / 1000), 0)
}

/** A leg that led nowhere, though others did, is only its missed rings, unless the caller stood in a queue in it. */
function addLegRows(t: CallTelling, call: ToldCall, leg: Leg, last: boolean, outcome: OwnWord): void {
  const answered = !Number.isNaN(leg.answeredAt)
  for (const ring of missedRings(leg)) {
    const row = legRow(t, call, leg, "missed")
    t.legs.cells[row + LEG.agent] = ring.agent || NaN
    t.legs.cells[row + LEG.team] = ring.team || leg.team || NaN
    t.legs.cells[row + LEG.offered_at] = ring.at
    t.legs.cells[row + LEG.ended_at] = ring.until
  }
  if (!answered && !leg.queued && !last) return
  const until = waitEnd(call, leg, last)
  const row = legRow(t, call, leg, answered ? "answered" : legOutcome(call, leg, last, outcome))
  const { cells } = t.legs
  cells[row + LEG.agent] = leg.agent || NaN
  cells[row + LEG.team] = leg.team || call.team || NaN
  cells[row + LEG.offered_at] = leg.offeredAt
  cells[row + LEG.answered_at] = leg.answeredAt
  cells[row + LEG.wait_ms] = waitOf(leg, until)
  cells[row + LEG.ended_at] = answered ? leg.endedAt : until
  if (!answered) return
  cells[row + LEG.talk_ms] = Math.floor(leg.talkUs / 1000)
  cells[row + LEG.hold_ms] = Math.floor(leg.holdUs / 1000)
  cells[row + LEG.wrap_ms] = Math.floor(leg.wrapUs / 1000)
  cells[row + LEG.handle_ms] = sum([leg], "talkUs") + sum([leg], "holdUs") + sum([leg], "wrapUs")
}

/** A queue that was left for another one overflowed. After an answered leg the last one can still end in any way. */
function legOutcome(call: ToldCall, leg: Leg, last: boolean, outcome: OwnWord): OwnWord {
  if (!last) return "flowed_out"
  if (outcome !== "answered") return outcome
  if (call.left && call.left.at >= leg.offeredAt) return call.left.outcome
  return Number.isNaN(call.endedAt) ? "waiting" : "abandoned"
}

function legRow(t: CallTelling, call: ToldCall, leg: Leg, outcome: OwnWord): number {
  const row = addRow(t.legs)
  const { cells } = t.legs
  describeCall(t, cells, row, LEG, call)
  cells[row + LEG.call] = call.subject
  cells[row + LEG.leg] = leg.number
  cells[row + LEG.queue] = leg.queue || call.queue || NaN
  cells[row + LEG.outcome] = t.words.code[outcome]
  return row
}

type Described = "conversation" | "customer" | "channel" | "direction" | "brand" | "topic" | "excluded"

function describeCall(
  t: CallTelling,
  cells: Float64Array,
  row: number,
  place: Readonly<Record<Described, number>>,
  call: ToldCall,
): void {
  cells[row + place.conversation] = call.conversation || NaN
  cells[row + place.customer] = call.customer || NaN
  cells[row + place.channel] = call.channel || t.words.code.phone
  cells[row + place.direction] = call.outbound ? t.words.code.outbound : t.words.code.inbound
  cells[row + place.brand] = call.brand || NaN
  cells[row + place.topic] = call.topic || NaN
  cells[row + place.excluded] = call.test ? t.words.code.test : NaN
}

function addSpan(t: CallTelling, call: ToldCall, part: Segment): void {
  const row = addRow(t.spans)
  const { cells } = t.spans
  cells[row + SPAN.subject] = call.subject
  cells[row + SPAN.span] = t.words.code[part.segment]
  cells[row + SPAN.from_at] = part.at
  cells[row + SPAN.to_at] = part.until
  cells[row + SPAN.span_ms] = Number.isNaN(part.until) ? NaN : msBetween(part.at, part.until)
  cells[row + SPAN.agent] = part.agent || NaN
  cells[row + SPAN.team] = part.team || NaN
  cells[row + SPAN.customer] = call.customer || NaN
  cells[row + SPAN.channel] = call.channel || t.words.code.phone
  cells[row + SPAN.direction] = call.outbound ? t.words.code.outbound : t.words.code.inbound
  cells[row + SPAN.brand] = call.brand || NaN
  cells[row + SPAN.topic] = call.topic || NaN
  cells[row + SPAN.excluded] = call.test ? t.words.code.test : NaN
}

function addProblem(t: CallTelling, call: ToldCall, { at, seconds }: { readonly at: number; readonly seconds: number }): void {
  const row = addRow(t.problems)
  t.problems.cells[row + PROBLEM.subject] = call.subject
  t.problems.cells[row + PROBLEM.problem] = t.words.code.ends_before_start
  t.problems.cells[row + PROBLEM.at] = at
  t.problems.cells[row + PROBLEM.value] = seconds
}
