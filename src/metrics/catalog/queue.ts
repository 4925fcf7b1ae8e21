import { calls, legs } from "../../warehouse/tables.ts"
import { call, leg } from "../columns.ts"
import { above, all, any, asOf, atMost, between, is, known, not, parameter, SECOND_MS } from "../expression.ts"
import { metric } from "../metric.ts"

const offered = { basis: "event", column: call.offered_at } as const
/** A call of ours waits in no queue. */
const inbound = not(is(call.direction, "outbound"))
const answered = is(call.outcome, "answered")
const abandoned = is(call.outcome, "abandoned")
const waiting = is(call.outcome, "waiting")
const inTime = atMost(call.wait_ms, parameter("within_s", SECOND_MS))
const shortAbandon = { short_abandon: all(abandoned, atMost(call.wait_ms, parameter("short_s", SECOND_MS))) }
const short = { default: 5, means: "an abandoned call that waited at most so many seconds is a short one" } as const
/** Who already waits longer has missed it; who waits less is pending, and so is who was answered and waits again. */
const decided = any(known(call.wait_ms), all(waiting, above(between(call.offered_at, asOf), parameter("within_s", SECOND_MS))))
const over = not(waiting)
const needs = ["call.started", "call.segment"] as const

export const averageSpeedOfAnswer = metric({
  name: "average_speed_of_answer",
  card: 18,
  title: "Average speed of answer",
  asks: "How long do callers wait before somebody answers?",
  means:
    "Waiting time of answered inbound calls, from entering the first queue to the answer, ringing included, all queues together. Abandoned calls are not in it.",
  formula: "Σ wait of answered calls / answered calls",
  synonyms: ["asa", "average queue answer time", "queue wait time", "wait time"],
  table: calls,
  at: offered,
  where: all(inbound, answered),
  unit: "seconds",
  better: "lower",
  statistic: "mean with the analytic bootstrap interval; median and 90th percentile beside it",
  value: { kind: "duration", took: call.wait_ms, finished: known(call.wait_ms), headline: "mean" },
  variants: {
    answered: { means: "Counts by the moment of the answer.", at: { basis: "event", column: call.answered_at } },
    legs: {
      means: "Each queue for itself: a transfer to a second queue waits anew.",
      table: legs,
      at: { basis: "event", column: leg.offered_at },
      where: all(not(is(leg.direction, "outbound")), is(leg.outcome, "answered")),
      value: { kind: "duration", took: leg.wait_ms, finished: known(leg.wait_ms), headline: "mean" },
    },
  },
  needs,
  pitfalls: ["Averaging over abandoned calls too."],
  example: "Answered after 5, 25, 20, 21, 0, 120 and 19 s, abandoned after 3, 30 and 4 s: 210 / 7 = 30 s.",
})

export const timeToAbandon = metric({
  name: "time_to_abandon",
  card: 19,
  title: "Time to abandon",
  asks: "How long do callers wait before they give up?",
  means: "Waiting time of abandoned inbound calls.",
  formula: "Σ wait of abandoned calls / abandoned calls",
  synonyms: ["abandon time", "patience"],
  table: calls,
  at: offered,
  where: all(inbound, abandoned),
  unit: "seconds",
  better: "neutral",
  statistic: "mean with the analytic bootstrap interval; median and 90th percentile beside it",
  value: { kind: "duration", took: call.wait_ms, finished: known(call.wait_ms), headline: "mean" },
  variants: {
    patience: {
      another: true,
      means: "How long callers are ready to wait: those who were answered would have waited longer, and count so.",
      at: { basis: "created", column: call.offered_at },
      where: all(inbound, any(answered, abandoned)),
      statistic: "median by Kaplan and Meier, answers as censoring",
      value: { kind: "duration", took: call.wait_ms, finished: abandoned, soFar: call.wait_ms, headline: "median" },
    },
  },
  needs: ["call.started", "call.segment", "call.abandoned"],
  pitfalls: ["Taking it for patience: the patient are answered first."],
  example: "Abandoned after 3, 30 and 4 s: 12.3 s on average, 4 s in the middle.",
})

export const serviceLevel = metric({
  name: "service_level",
  card: 21,
  title: "Service level",
  asks: "Which share of calls is answered within so many seconds?",
  means:
    "Of the inbound calls answered or abandoned, short abandons aside, those answered within the seconds. Exactly so many is within. The waits of a call in several queues are one wait. The formula belongs to the number: see the variants.",
  formula: "answered in time / (answered + abandoned − short abandons)",
  synonyms: ["80/20", "telephone service factor", "grade of service", "tsf"],
  table: calls,
  at: offered,
  where: all(inbound, any(answered, abandoned, waiting)),
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  leaves: shortAbandon,
  value: { kind: "share", of: all(answered, inTime) },
  matures: decided,
  parameters: { within_s: { default: 20, means: "answered within so many seconds" }, short_s: short },
  variants: {
    answered_only: {
      means: "Of the answered calls only.",
      formula: "answered in time / answered",
      where: all(inbound, answered),
      leaves: {},
    },
    abandons_negative: {
      means: "Every abandoned call counts against it.",
      formula: "answered in time / (answered + abandoned)",
      leaves: {},
    },
    abandons_ignored: {
      means: "Calls abandoned in time do not count.",
      formula: "answered in time / (answered + abandoned − abandoned in time)",
      leaves: { abandoned_in_time: all(abandoned, inTime) },
    },
    abandons_positive: {
      means: "Calls abandoned in time count for it.",
      formula: "(answered in time + abandoned in time) / (answered + abandoned)",
      leaves: {},
      value: { kind: "share", of: all(not(waiting), inTime) },
    },
    removed_in_time: {
      means: "Every call that left the queue in time counts for it: answered, abandoned, or to be called back.",
      formula: "calls that left the queue in time / offered calls that left it",
      where: inbound,
      leaves: {},
      value: { kind: "share", of: all(not(waiting), inTime) },
    },
    with_flowouts: {
      means: "Calls the queue gave away count against it.",
      formula: "answered in time / (answered + abandoned − short abandons + flow-outs)",
      where: all(inbound, any(answered, abandoned, waiting, is(call.outcome, "flowed_out"))),
    },
  },
  needs,
  pitfalls: ["Averaging the percentages of intervals.", "Comparing two numbers made by different formulas."],
  example:
    "The calls of the speed of answer, 20 s, short 5 s: answered only 57.1 %, negative 40 %, ignored 50 %, positive 60 %, short excluded 50 %.",
})

export const abandonmentRate = metric({
  name: "abandonment_rate",
  card: 22,
  title: "Abandonment rate",
  asks: "Which share of callers gives up?",
  means:
    "Of the inbound calls that reached a queue, those abandoned in it; short abandons are left out of both. Asking to be called back is not giving up.",
  formula: "abandoned / offered, short abandons out of both",
  synonyms: ["abandon rate", "abandoned calls"],
  table: calls,
  at: offered,
  where: inbound,
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval",
  leaves: shortAbandon,
  value: { kind: "share", of: abandoned },
  matures: over,
  parameters: { short_s: short },
  variants: { raw: { means: "With short abandons.", formula: "abandoned / offered", leaves: {} } },
  needs: ["call.started", "call.segment", "call.abandoned"],
  pitfalls: ["Counting who hung up in the menu."],
  example: "3 of 10 abandoned, 2 of them within 5 s: 12.5 %; raw 30 %.",
})

export const answeredCallRate = metric({
  name: "answered_call_rate",
  card: 23,
  title: "Answered calls",
  asks: "Which share of calls is answered?",
  means: "Of the inbound calls that reached a queue, those an agent answered.",
  formula: "answered / offered",
  synonyms: ["answer rate", "answered calls", "call answer rate"],
  table: calls,
  at: offered,
  where: inbound,
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: { kind: "share", of: answered },
  matures: over,
  needs,
  pitfalls: ["Losing calls that were neither answered nor abandoned."],
  example: "100 calls, 10 not answered: 90 % [82.6, 94.5].",
})

export const missedCallRate = metric({
  name: "missed_call_rate",
  card: 24,
  title: "Missed calls",
  asks: "Which share of calls did nobody answer?",
  means:
    "Of the inbound calls that reached a queue, those no agent answered: abandoned, rung out, voicemail, overflow, callback. A call that three agents let ring and the fourth answered is not missed.",
  formula: "not answered / offered",
  synonyms: ["missed calls", "unanswered rate", "unanswered calls"],
  table: calls,
  at: offered,
  where: inbound,
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval",
  value: { kind: "share", of: not(answered) },
  matures: over,
  needs,
  pitfalls: ["Counting each agent who let it ring: that is agent_missed_rate."],
  example: "100 calls, 10 not answered: 10 %.",
})

export const agentMissedRate = metric({
  name: "agent_missed_rate",
  card: 24,
  title: "Rings nobody took",
  asks: "How often does an agent let it ring?",
  means: "Of the times an inbound call was presented to an agent, those the agent did not take.",
  formula: "Σ presentations not taken / Σ presentations",
  synonyms: ["rona", "ring no answer", "agent non-response"],
  table: calls,
  at: offered,
  where: all(inbound, above(call.rings, 0)),
  unit: "share",
  better: "lower",
  statistic: "ratio of sums with the analytic bootstrap interval, by call",
  value: { kind: "mean", of: call.missed_rings, per: call.rings, divide: 1 },
  needs,
  pitfalls: ["Taking it for missed calls."],
  example: "One call rings at two agents who do not answer, then at a third who does: 2 of 3; no call is missed.",
})

export const queue = [
  averageSpeedOfAnswer,
  timeToAbandon,
  serviceLevel,
  abandonmentRate,
  answeredCallRate,
  missedCallRate,
  agentMissedRate,
]
