import type { CanonicalEvent } from "../../src/events/event.ts"
import { printMoment } from "../../src/events/moment.ts"
import { dice, type Dice } from "./dice.ts"
import { checked, type Draft } from "./draft.ts"

const SECOND_US = 1_000_000
const DAY_US = 86_400 * SECOND_US
const START = Date.parse("2024-05-01T00:00:00Z") * 1000
const DAYS = 3
const AGENTS = ["ana", "ben", "cyd"]

/** A stretch of time, as the one who made it up knows it. Moments are UTC microseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** From the waiting to the end of the work of the person who answered. */
export interface Stage {
  readonly queues: readonly Stretch[]
  readonly rings: readonly (Stretch & { readonly agent: string; readonly taken: boolean })[]
  readonly talk: null | {
    readonly agent: string
    readonly parts: readonly (Stretch & { readonly segment: "talk" | "hold" | "wrap" })[]
  }
  readonly from: number
}

export type Leaving = "abandoned" | "callback" | "voicemail" | "flowed_out" | "rang_out"

/** A call as somebody would tell it who stood beside everybody in it, up to its end. */
export interface Call {
  readonly inbound: boolean
  readonly test: boolean
  readonly startedAt: number
  readonly stages: readonly Stage[]
  /** How the last wait ended where nobody answered it. */
  readonly left: null | { readonly how: Leaving; readonly at: number }
  /** When the line went down; work after it may go on. */
  readonly endedAt: number
  /** Whether the source numbers the parts of a call. */
  readonly numbered: boolean
  /** Whether it says when a part ends, or only when the next one begins. */
  readonly tellsEnds: boolean
}

export interface CallWorld {
  readonly floors: readonly { readonly brand: string; readonly calls: readonly Call[] }[]
  /** What was told until now: of what still lasts no end. */
  readonly events: readonly CanonicalEvent[]
  readonly now: number
}

/** Small floors side by side, each a brand. Their calls happen at even seconds, so that nothing happens just now. */
export function callWorldOf(seed: number, floors: number): CallWorld {
  const chance = dice(seed)
  const now = START + Math.floor(DAYS * DAY_US * 0.9) + SECOND_US
  const made = Array.from({ length: floors }, (_, i) => ({
    brand: `b${i}`,
    calls: Array.from({ length: chance.pick([1, 2, 4, 8, 16]) }, () => callOf(chance, now)),
  }))
  const told = made.flatMap(({ brand, calls }) => calls.map((call, i) => toldOf(chance, call, `call:${brand}-${i}`, brand)))
  const known = told.map((drafts) => drafts.filter(({ at }) => at <= now).map((draft) => withoutFuture(draft, now)))
  const last: Draft = { at: now, kind: "customer.changed", subject: "customer:last", plan: "none" }
  const drafts = chance.shuffled(known.map((all) => (oneByOne(all) ? chance.shuffled(all) : all))).flat()
  return { floors: made, now, events: [...drafts, last].map((draft, i) => checked(draft, `c${i}`)) }
}

/** Of parts that begin at the same moment the one told first came first. */
function oneByOne(drafts: readonly Draft[]): boolean {
  const moments = drafts.filter(({ kind }) => kind === "call.segment").map(({ at }) => at)
  return new Set(moments).size === moments.length
}

function withoutFuture({ until, ...draft }: Draft, now: number): Draft {
  return typeof until === "number" && until <= now ? { ...draft, until: printMoment(until) } : draft
}

/** Many are as long as a threshold, to the second. */
const aWhile = (chance: Dice): number => chance.pick([0, 2, 4, 4, 10, 20, 20, 22, 60, 120]) * SECOND_US

function callOf(chance: Dice, now: number): Call {
  // Some are under way at the end of what is known.
  const startedAt = chance.chance(0.2)
    ? now - SECOND_US - chance.whole(0, 60) * 2 * SECOND_US
    : START + chance.whole(0, (DAYS * DAY_US) / SECOND_US / 2) * 2 * SECOND_US
  const menu = chance.chance(0.5) ? aWhile(chance) : 0
  const inbound = chance.chance(0.85)
  const tellsEnds = chance.chance(0.8)
  const common = { inbound, test: chance.chance(0.05), startedAt, numbered: chance.chance(0.5), tellsEnds }
  if (menu > 0 && chance.chance(0.15)) return { ...common, stages: [], left: null, endedAt: startedAt + menu }
  const stages: Stage[] = []
  for (let at = startedAt + menu; ;) {
    const stage = stageOf(chance, at, stages.at(-1)?.talk?.agent, common)
    stages.push(stage)
    const down = lineEnd(stage)
    if (stage.talk === null) {
      const how = stage.rings.length > 0 ? "rang_out" : "abandoned"
      const named = chance.pick(["abandoned", "callback", "voicemail", "flowed_out", how] as const)
      return { ...common, stages, left: { how: inbound ? named : "rang_out", at: down }, endedAt: down }
    }
    if (!inbound || stages.length === 3 || chance.chance(0.7)) return { ...common, stages, left: null, endedAt: down }
    at = down
  }
}

/** When the caller hears nothing of it any more. */
function lineEnd({ from, queues, rings, talk }: Stage): number {
  const heard = talk ? talk.parts.filter(({ segment }) => segment !== "wrap") : [...queues, ...rings]
  return heard.reduce((last, { to }) => Math.max(last, to), from)
}

function stageOf(
  chance: Dice,
  from: number,
  before: string | undefined,
  { inbound, tellsEnds }: Pick<Call, "inbound" | "tellsEnds">,
): Stage {
  const others = AGENTS.filter((agent) => agent !== before)
  let at = from
  const next = (length: number): Stretch => ({ from: at, to: (at += length) })
  // Who is put through by hand waits in no queue.
  const direct = before !== undefined && chance.chance(0.3)
  const queues = inbound && !direct ? Array.from({ length: chance.pick([1, 1, 1, 2]) }, () => next(aWhile(chance))) : []
  const tries = direct ? 0 : chance.pick(inbound ? [0, 0, 1, 2, 3] : [1])
  const rings = Array.from({ length: tries }, () => ({ ...next(aWhile(chance)), agent: chance.pick(others), taken: false }))
  if (!direct && chance.chance(0.35)) return { queues, rings, talk: null, from }
  const agent = rings.at(-1)?.agent ?? chance.pick(others)
  const parts: { segment: "talk" | "hold" | "wrap"; from: number; to: number }[] = []
  for (let i = chance.pick([0, 0, 1, 2]); i >= 0; i--) {
    parts.push({ segment: "talk", ...next(aWhile(chance)) })
    if (i > 0) parts.push({ segment: "hold", ...next(aWhile(chance)) })
  }
  // Some are asked something more before they write it down, and the caller is in the next queue by then.
  if (tellsEnds) at += chance.pick([0, 2]) * SECOND_US
  if (chance.chance(0.6)) parts.push({ segment: "wrap", ...next(aWhile(chance)) })
  return { queues, rings: rings.map((ring, i) => ({ ...ring, taken: i === rings.length - 1 })), talk: { agent, parts }, from }
}

/** The events a telephone system sends of it. Moments of ends are numbers still. */
function toldOf(chance: Dice, call: Call, subject: string, brand: string): readonly Draft[] {
  const { startedAt, stages, left, endedAt, numbered, tellsEnds } = call
  const say = (at: number, kind: string, fields: Readonly<Record<string, unknown>> = {}): Draft => ({
    at,
    kind,
    subject,
    ...fields,
  })
  const part = ({ from, to }: Stretch, segment: string, leg: number, fields: Readonly<Record<string, unknown>> = {}): Draft =>
    say(from, "call.segment", {
      segment,
      ...fields,
      ...((tellsEnds || segment === "wrap" || to === from) && { until: to }),
      ...(numbered && segment !== "ivr" && { leg }),
    })
  let leg = 0
  const parts = stages.flatMap(({ queues, rings, talk }, i) => {
    const waiting = queues.map((queue, n) => part(queue, "queue", ++leg, { queue: `q${n}` }))
    if (queues.length === 0) leg++
    return [
      ...waiting,
      ...rings.map((ring) => part(ring, "ring", leg, { agent: ring.agent })),
      ...(talk?.parts ?? []).map((one) => part(one, one.segment, leg, { agent: talk!.agent })),
      ...(i < stages.length - 1 ? [say(stages[i + 1]!.from, "call.transferred")] : []),
    ]
  })
  const menuEnd = stages[0]?.from ?? endedAt
  return [
    say(startedAt, "call.started", {
      direction: call.inbound ? "inbound" : "outbound",
      brand,
      ...(call.test && { test: true }),
    }),
    ...(menuEnd > startedAt ? [part({ from: startedAt, to: menuEnd }, "ivr", 0)] : []),
    ...parts,
    ...(left ? leaving(chance, left.how).map((kind) => say(left.at, kind)) : []),
    say(endedAt, "call.ended"),
  ]
}

/** Hanging up after a wish to be called back is noted too. */
function leaving(chance: Dice, how: Leaving): readonly string[] {
  const too = chance.chance(0.3) ? ["call.abandoned"] : []
  switch (how) {
    case "abandoned":
      return ["call.abandoned"]
    case "callback":
      return ["call.callback_asked", ...too]
    case "voicemail":
      return ["call.voicemail", ...too]
    case "flowed_out":
      return ["call.flowed_out"]
    case "rang_out":
      return []
    default:
      return how satisfies never
  }
}
