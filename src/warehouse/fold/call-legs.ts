/** A part of a call: in a queue, ringing, talking. Moments are UTC microseconds; NaN where it has not ended. */
export interface Segment {
  readonly segment: "ivr" | "queue" | "ring" | "talk" | "hold" | "wrap"
  readonly at: number
  readonly until: number
  readonly agent: number
  readonly team: number
  readonly queue: number
  /** As the source numbers them; NaN where it does not. */
  readonly leg: number
  /** It comes after a transfer that no segment followed yet. */
  readonly transferred: boolean
}

/** From the caller's waiting to the end of the talk with one person. */
export interface Leg {
  number: number
  named: boolean
  offeredAt: number
  queue: number
  queued: boolean
  /** When the last queue or ring of it ended; NaN while it lasts. */
  waitedUntil: number
  answeredAt: number
  agent: number
  team: number
  talkUs: number
  holdUs: number
  wrapUs: number
  /** When the last part of it ended; NaN while one lasts. */
  endedAt: number
  readonly rings: Segment[]
}

/**
 * The legs of a call, from its segments in order. A queue belongs to the person it leads to. Where the source does not number the legs, a
 * new one begins with a queue, a ring or a talk with another person after somebody had been talked to; what a person does after the call
 * belongs to the talk with that person, also while the caller already waits for the next.
 */
export function legsOf(segments: readonly Segment[]): Leg[] {
  const legs: Leg[] = []
  for (const part of segments) {
    if (part.segment === "ivr") continue
    const leg = legFor(legs, part)
    if (part.segment === "queue") addQueue(leg, part)
    else if (part.segment === "ring") addRing(leg, part)
    else addTalk(leg, part, segments)
  }
  return legs
}

/** What a part is in itself: a talk less the holds that lie in it, for whoever is put on hold is not talked to, and time is not spent twice. */
export function piecesOf(part: Segment, segments: readonly Segment[]): readonly Segment[] {
  if (part.segment !== "talk") return [part]
  const holds = segments.filter((other) => other.segment === "hold" && mayBeOne(other.agent, part.agent))
  return holds.reduce<readonly Segment[]>((pieces, hold) => pieces.flatMap((piece) => without(piece, hold)), [part])
}

function mayBeOne(one: number, other: number): boolean {
  return one === 0 || other === 0 || one === other
}

function without(piece: Segment, hold: Segment): readonly Segment[] {
  const [end, over] = [piece, hold].map(({ until }) => (Number.isNaN(until) ? Infinity : until)) as [number, number]
  if (hold.at >= end || over <= Math.max(hold.at, piece.at)) return [piece]
  return [...(hold.at > piece.at ? [{ ...piece, until: hold.at }] : []), ...(over < end ? [{ ...piece, at: over }] : [])]
}

function legFor(legs: Leg[], part: Segment): Leg {
  const last = legs.at(-1)
  const numbered = !Number.isNaN(part.leg)
  const found = numbered ? legs.find(({ named, number }) => named && number === part.leg) : undefined
  if (found) return found
  const theirs = part.segment === "wrap" && part.agent !== 0 ? legs.findLast(({ agent }) => agent === part.agent) : undefined
  if (theirs && !numbered) return theirs
  if (last && !last.named && Number.isNaN(last.answeredAt) && (numbered || part.segment !== "queue" || last.queued)) {
    if (numbered) Object.assign(last, { number: part.leg, named: true })
    return last
  }
  if (last && !numbered && !beginsLeg(last, part)) return last
  const leg = newLeg(numbered ? part.leg : (last?.number ?? 0) + 1, numbered)
  legs.push(leg)
  return leg
}

function beginsLeg(last: Leg, part: Segment): boolean {
  if (Number.isNaN(last.answeredAt)) return false
  if (part.segment === "queue" || part.segment === "ring") return true
  const named = part.agent !== 0 && last.agent !== 0
  return part.segment === "talk" && (named ? part.agent !== last.agent : part.transferred)
}

function newLeg(number: number, named: boolean): Leg {
  return {
    number,
    named,
    offeredAt: NaN,
    queue: 0,
    queued: false,
    waitedUntil: NaN,
    answeredAt: NaN,
    agent: 0,
    team: 0,
    talkUs: 0,
    holdUs: 0,
    wrapUs: 0,
    endedAt: -Infinity,
    rings: [],
  }
}

function addQueue(leg: Leg, part: Segment): void {
  if (Number.isNaN(leg.offeredAt)) leg.offeredAt = part.at
  leg.queued = true
  leg.queue ||= part.queue
  leg.team ||= part.team
  leg.waitedUntil = part.until
}

function addRing(leg: Leg, part: Segment): void {
  if (Number.isNaN(leg.offeredAt)) leg.offeredAt = part.at
  leg.waitedUntil = part.until
  leg.rings.push(part)
}

function addTalk(leg: Leg, part: Segment, segments: readonly Segment[]): void {
  const over = piecesOf(part, segments).filter(({ until }) => !Number.isNaN(until))
  const length = over.reduce((sum, { at, until }) => sum + until - at, 0)
  if (part.segment === "talk") {
    if (Number.isNaN(leg.offeredAt)) leg.offeredAt = part.at
    if (Number.isNaN(leg.answeredAt)) {
      leg.answeredAt = part.at
      leg.agent = part.agent
      leg.team = part.team || leg.team
    }
    leg.talkUs += length
  } else if (part.segment === "hold") leg.holdUs += length
  else leg.wrapUs += length
  leg.agent ||= part.agent
  leg.endedAt = Math.max(leg.endedAt, part.until)
}

/** The rings of a leg that nobody took: all but the one that led to the talk. One that still rings is not missed yet. */
export function missedRings(leg: Leg): readonly Segment[] {
  const ended = leg.rings.filter(({ until }) => !Number.isNaN(until))
  if (Number.isNaN(leg.answeredAt)) return ended
  const taken = leg.rings.findLast(({ agent, at }) => at <= leg.answeredAt && (agent === 0 || agent === leg.agent))
  return ended.filter((ring) => ring !== taken)
}
