import { promises, promiseStretches } from "../../warehouse/tables.ts"
import { promise as p, promiseStretch as s } from "../columns.ts"
import { above, all, any, asOf, atMost, flag, HOUR_US, instant, is, known, not, parameter, plus } from "../expression.ts"
import { metric } from "../metric.ts"

const late = atMost(p.late_at, asOf)
const kept = all(known(p.met_at), not(known(p.late_at)))
const over = any(known(p.met_at), known(p.ended_at))
const anyLate = atMost(p.any_late_at, asOf)
const allKept = all(known(p.all_met_at), not(known(p.any_late_at)))

const needs = ["conversation.opened", "conversation.promised"] as const
const shows = [p.promise, p.policy, p.clock, p.priority, p.from_at, p.due_at, p.target_ms, p.elapsed_ms, p.met_at]

export const slaAttainment = metric({
  name: "sla_attainment",
  card: 26,
  title: "Promises kept",
  asks: "Which share of what we promised did we keep?",
  means:
    "Of the promises due in the period, those fulfilled within their time; a fulfilment too late and a promise that still runs beyond its time are broken. What runs and is not late yet is pending. A clock stands still in the statuses its policy names.",
  formula: "kept / (kept + broken)",
  synonyms: ["sla", "sla compliance", "sla met", "within sla", "service level agreement", "sla achievement"],
  table: promises,
  at: { basis: "event", column: p.due_at, ahead: true },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval of as many promises as those of one conversation are worth",
  leaves: {
    no_calendar: atMost(p.no_calendar_at, asOf),
    ended_without: all(known(p.ended_at), not(late)),
  },
  matures: any(kept, late),
  value: {
    kind: "share",
    of: kept,
    cluster: p.conversation,
    parts: { met_late: all(late, known(p.met_at)), late_and_running: all(late, not(over)) },
  },
  variants: {
    first_response: { another: true, means: "The promise of a first reply.", where: is(p.promise, "first_response") },
    next_response: { another: true, means: "The promise of each further reply.", where: is(p.promise, "next_response") },
    resolution: { another: true, means: "The promise to solve it.", where: is(p.promise, "resolution") },
    requester_wait: {
      another: true,
      means: "The promise of how long the customer waits while it is new, open or on hold.",
      where: is(p.promise, "requester_wait"),
    },
    conversation: {
      means: "Conversations, by the promise due last: kept if all its promises were, broken as soon as one is.",
      where: flag(p.speaks_for_all),
      leaves: {},
      matures: any(allKept, anyLate),
      value: { kind: "share", of: allKept },
    },
    created: {
      means: "Counts promises whose clock started in the period, those without a due time too.",
      at: { basis: "created", column: p.from_at },
    },
  },
  needs,
  shows,
  pitfalls: [
    "Counting solved conversations alone: open breaches are then never seen.",
    "Comparing with a displayed deadline: a reply at the next opening may be in time to the second.",
    "Judging the next replies of one conversation as if they were independent: they are kept and broken together.",
  ],
  example:
    "An hour promised; replies after 50, 60 and 61 min, one open for 30 and one for 90 min: 2 kept, 2 broken, 1 pending, 50 %. By the answered ones alone it would be 66.7 %.",
})

export const runningPromises = metric({
  name: "running_promises",
  card: 26,
  title: "Running promises",
  asks: "What have we promised and not done yet, and what is due next?",
  means:
    "The promises that run at the end of the period, or of the data: made, their clock started, neither fulfilled nor ended. They are due as they stood then. A clock that stands still has no due time but what is left of it. Its rows are the next breaches: the soonest due first, those that stand still last.",
  formula: "promises made and started before t and neither fulfilled nor ended at t",
  synonyms: ["open promises", "sla at risk", "next breaches", "due next", "sla alerts", "breaches"],
  table: promiseStretches,
  at: { basis: "instant", from: s.from_at, to: s.to_at },
  unit: "count",
  better: "lower",
  statistic: "census: every row is counted, so there is no interval",
  value: {
    kind: "count",
    parts: { late: atMost(s.late_at, instant), stands_still: flag(s.stands_still) },
  },
  parameters: { hours: { default: 4, means: "for due: within how many hours" } },
  variants: {
    late: { another: true, means: "Those beyond their time already.", where: atMost(s.late_at, instant) },
    due: {
      another: true,
      means: "Those that are not late and are due within so many hours; those that stand still are not due.",
      where: all(above(s.late_at, instant), atMost(s.due_at, plus(instant, parameter("hours", HOUR_US)))),
    },
    paused: {
      another: true,
      means: "Those whose clock stands still: they are due at no known time, and each row says what is left of it.",
      where: flag(s.stands_still),
    },
    first_response: { another: true, means: "The promise of a first reply.", where: is(s.promise, "first_response") },
    next_response: { another: true, means: "The promise of each further reply.", where: is(s.promise, "next_response") },
    resolution: { another: true, means: "The promise to solve it.", where: is(s.promise, "resolution") },
    requester_wait: {
      another: true,
      means: "The promise of how long the customer waits.",
      where: is(s.promise, "requester_wait"),
    },
  },
  needs,
  shows: [s.promise, s.policy, s.clock, s.priority, s.started_at, s.due_at, s.target_ms, s.stands_still, s.left_ms],
  soonest: s.due_at,
  pitfalls: [
    "Taking those that stand still for safe: their clock runs on with the customer's answer, and little may be left of it.",
    "Expecting a due time to stay: each time the clock stands still it moves on.",
  ],
  example:
    "An hour promised at 09:00 and one at 09:30, none answered at 10:15: 2 run, 1 of them late; the other is due at 10:30.",
})

export const promiseFamily = [slaAttainment, runningPromises]
