import type { FactRow } from "./facts.ts"
import { randomPromise, randomPromiseStretch } from "./random-promises.ts"
import { randomWork } from "./random-work.ts"
import { type Draw, randomContact, randomResolution } from "./random-contacts.ts"

const HOUR_US = 3_600_000_000
const DAY_US = 24 * HOUR_US

/** Rows of every table, drawn from a seed: any value any column may have, NULLs and left-out rows too. */
export function randomFacts(
  seed: number,
  from: number,
  days: number,
  size: number,
): Readonly<Record<string, readonly FactRow[]>> {
  const draw = drawing(seed)
  const many = (make: (i: number) => FactRow): readonly FactRow[] => Array.from({ length: size }, (_, i) => make(i))
  const moment = () => from + draw.whole(days * 24) * HOUR_US
  const after = (at: number, most: number) => at + draw.whole(most * 24) * HOUR_US
  const maybe = <T>(share: number, value: () => T): T | null => (draw.share() < share ? value() : null)
  const clocked = (name: string, share: number) => ({
    [`${name}_ms`]: maybe(share, () => draw.whole(1e8)),
    [`${name}_business_ms`]: maybe(share, () => draw.whole(1e7)),
  })
  const shared = (): FactRow => ({
    customer: `customer:${draw.whole(20)}`,
    channel: maybe(0.9, () => draw.one(["email", "chat", "phone"])),
    team: maybe(0.9, () => draw.one(["red", "blue"])),
    agent: maybe(0.8, () => draw.one(["ana", "bob", "cyd"])),
    tags: draw.one([[], ["vip"], ["vip", "late"], ["late"]]),
    attributes: draw.one<Readonly<Record<string, string>>>([{}, { country: "DE" }, { country: "FR", seats: "7" }]),
    excluded: maybe(0.1, () => draw.one(["spam", "deleted", "test", "merged"])),
    calendar: maybe(0.9, () => 0),
  })
  return {
    conversations: many((i) => {
      const at = moment()
      const replied = maybe(0.7, () => after(at, 3))
      const solved = maybe(0.7, () => after(at, 5))
      return {
        ...shared(),
        conversation: `conversation:${i}`,
        opened_at: at,
        counted_at: maybe(0.95, () => at),
        clock_at: at,
        resolution_from_at: at,
        first_reply_from_at: maybe(0.95, () => at),
        first_reply_at: replied,
        first_reply_ms: replied === null ? null : (replied - at) / 1000,
        first_reply_business_ms: replied === null ? null : maybe(0.9, () => draw.whole(1e7)),
        first_reply_business_base_ms: draw.whole(1e6),
        handed_off_at: maybe(0.3, () => at + HOUR_US),
        unreplied_end_at: replied === null ? maybe(0.3, () => after(at, 2)) : null,
        first_reply_agent: replied === null ? null : draw.one(["ana", "bob"]),
        status: draw.one(["new", "open", "pending", "on_hold", "solved"]),
        status_at: after(at, 2),
        status_business_base_ms: draw.whole(1e6),
        first_solved_at: solved,
        solved_at: solved === null ? null : maybe(0.9, () => after(solved, 1)),
        resolution_business_base_ms: draw.whole(1e6),
        solver: solved === null ? null : draw.one(["ana", "bob"]),
        solved_by: solved === null ? null : draw.one(["agent", "bot", "auto"]),
        assigned_at: maybe(0.7, () => after(at, 1)),
        unassigned_since_at: maybe(0.3, () => at),
        replies: draw.whole(5),
        reply_messages: draw.whole(5),
        replies_at_first_solve: draw.whole(4),
        participants: draw.whole(3),
        solves: draw.whole(3),
        reopens: draw.whole(2),
        customer_messages_after_first: draw.whole(3),
        first_reopened_at: solved === null ? null : maybe(0.3, () => after(solved, 12)),
        hand_overs: draw.whole(3),
        team_changes: draw.whole(2),
        escalations: draw.whole(2),
        first_tier: maybe(0.9, () => 1 + draw.whole(2)),
        bot_at: maybe(0.4, () => at),
        human_at: maybe(0.6, () => at),
        customer_after_bot: maybe(0.8, () => draw.share() < 0.5),
        automatic_close: maybe(0.8, () => draw.share() < 0.2),
        ...clocked("first_solve", solved === null ? 0 : 0.95),
        ...clocked("resolution", solved === null ? 0 : 0.95),
        ...clocked("new", 0.95),
        ...clocked("opened", 0.95),
        ...clocked("pending", 0.95),
        ...clocked("on_hold", 0.95),
        ...clocked("assignment", 0.7),
        ...clocked("unassigned", 0.9),
        ...clocked("first_reply_since_handoff", 0.7),
      }
    }),
    waits: many((i) => {
      const at = moment()
      const replied = maybe(0.7, () => after(at, 2))
      return {
        ...shared(),
        conversation: `conversation:${i}`,
        turn: 1 + draw.whole(3),
        from_at: at,
        replied_at: replied,
        ended_at: replied === null ? maybe(0.5, () => after(at, 2)) : null,
        ended_ms: replied === null ? maybe(0.5, () => draw.whole(1e7)) : null,
        ...clocked("wait", replied === null ? 0 : 0.95),
        wait_business_base_ms: draw.whole(1e6),
      }
    }),
    movements: many((i) => {
      const at = moment()
      return {
        ...shared(),
        calendar: null,
        conversation: `conversation:${i}`,
        at,
        opened_at: at - draw.whole(1e12),
        movement: draw.one(["created", "solved", "reopened", "removed", "contacted"]),
        next_reopened_at: maybe(0.3, () => after(at, 12)),
      }
    }).map(({ calendar: _, ...row }) => row),
    spans: many((i) => {
      const at = moment()
      return {
        ...shared(),
        subject: `conversation:${i}`,
        span: draw.one(["unsolved", "unsolved", "talk"]),
        status: draw.one(["new", "open", "pending", "on_hold"]),
        from_at: at,
        to_at: maybe(0.8, () => after(at, 20)),
        opened_at: at - draw.whole(48) * HOUR_US,
        reopened_at: maybe(0.2, () => at),
        opened_business_base_ms: maybe(0.9, () => draw.whole(1e6)),
      }
    }),
    working_times: many((i) => {
      const at = moment()
      const planned = draw.share() < 0.8
      return {
        subject: `agent:${draw.one(["ana", "bob", "cyd"])}`,
        agent: draw.one(["ana", "bob", "cyd"]),
        team: maybe(0.9, () => draw.one(["red", "blue"])),
        from_at: at,
        to_at: maybe(0.95, () => at + draw.whole(20 * 60) * 60_000_123),
        presence: maybe(0.9, () => draw.one(["available", "busy", "busy", "break", "training", "offline"])),
        on_queue: maybe(0.7, () => draw.share() < 0.9),
        activity: planned && i % 3 > 0 ? draw.one(["work", "absent", "break"]) : null,
        planned,
        paid: planned ? draw.share() < 0.8 : null,
      }
    }),
    ...randomWork(draw, moment, shared, size),
    calls: many((i) => randomCall(`call:${i}`, moment(), draw, shared())),
    legs: many((i) => {
      const { rings: _r, missed_rings: _m, started_at: _s, ...leg } = randomCall(`call:${i}`, moment(), draw, shared())
      return leg
    }),
    ratings: many((i) => {
      const sent = moment()
      const answered = maybe(0.6, () => after(sent, 10))
      const [survey, least, most] = draw.one([
        ["csat", 1, 5],
        ["csat", 0, 1],
        ["nps", 0, 10],
        ["ces1", 1, 5],
        ["ces2", 1, 7],
      ] as const)
      const { calendar: _, ...rest } = shared()
      return {
        ...rest,
        invitation: `survey:${i}`,
        survey,
        sent_at: sent,
        answered_at: answered,
        bounced_at: maybe(0.1, () => sent),
        next_answered_at: answered === null ? null : maybe(0.4, () => after(answered, 30)),
        relational: maybe(0.9, () => draw.share() < 0.3),
        score: answered === null ? null : maybe(0.95, () => least + draw.whole(most - least + 1)),
        scale_min: least,
        scale_max: most,
        commented: answered !== null && draw.share() < 0.5,
        ...randomLabels(draw),
        invalid: maybe(0.1, () => "out_of_range"),
        conversation_solved_at: maybe(0.8, () => sent - DAY_US),
        followed_up_at: answered === null ? null : maybe(0.4, () => after(answered, 4)),
      }
    }),
    contacts: many((i) => randomContact(i, moment(), draw, shared())),
    resolutions: many((i) => randomResolution(i, moment(), draw, shared())),
    promises: many((i) => randomPromise(i, moment(), draw, shared())),
    promise_stretches: many((i) => randomPromiseStretch(i, moment(), draw, shared())),
  }
}

/** What people and a classifier said; they agree more often than not. */
function randomLabels(draw: Draw): FactRow {
  const [coded, classified] = [draw.share() < 0.3, draw.share() < 0.6]
  const truth = draw.one(["negative", "neutral", "positive"])
  const said = draw.share() < 0.8 ? truth : draw.one(["negative", "neutral", "positive"])
  return {
    sentiment: coded ? truth : classified ? said : null,
    coded_sentiment: coded ? truth : null,
    classified_sentiment: classified ? said : null,
    classifier: classified ? draw.one(["v1", "v2"]) : null,
    theme: draw.share() < 0.4 ? draw.one(["price", "speed"]) : null,
  }
}

function randomCall(call: string, at: number, draw: Draw, shared: FactRow): FactRow {
  const { calendar: _, ...rest } = shared
  const outcome = draw.one(["answered", "answered", "abandoned", "voicemail", "flowed_out", "waiting"])
  const answered = outcome === "answered"
  return {
    ...rest,
    call,
    outcome,
    started_at: at,
    offered_at: draw.share() < 0.9 ? at : null,
    answered_at: answered ? at + HOUR_US : null,
    ended_at: draw.share() < 0.9 ? at + 2 * HOUR_US : null,
    wait_ms: outcome === "waiting" ? null : draw.whole(60_000),
    hold_ms: answered ? draw.whole(60_000) : null,
    wrap_ms: answered ? draw.whole(60_000) : null,
    handle_ms: answered ? draw.whole(600_000) : null,
    rings: draw.whole(4),
    missed_rings: draw.whole(2),
  }
}

/** A small generator whose every draw follows from the seed. */
function drawing(seed: number): Draw {
  let state = seed >>> 0
  const share = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    share,
    whole: (below: number): number => Math.floor(share() * below),
    one: <T>(of: readonly T[]): T => of[Math.floor(share() * of.length)]!,
  }
}
