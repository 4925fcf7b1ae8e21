import { calls, legs } from "../../warehouse/tables.ts"
import { call, leg } from "../columns.ts"
import { above, known } from "../expression.ts"
import { metric } from "../metric.ts"

const handled = { table: legs, at: { basis: "event", column: leg.ended_at }, where: known(leg.handle_ms) } as const
const contact = { table: calls, at: { basis: "event", column: call.ended_at }, where: known(call.handle_ms) } as const
const statistic = "mean, because it adds up, with the analytic bootstrap interval; median and 90th percentile beside it"
const needs = ["call.started", "call.segment"] as const

export const averageHandleTime = metric({
  ...handled,
  name: "average_handle_time",
  card: 27,
  title: "Average handle time",
  asks: "How much work is a call?",
  means:
    "Talk, hold and after-call work of each answered part of a call, by when it ended. Queue, ringing and menu are not in it.",
  formula: "(Σ talk + Σ hold + Σ after-call work) / handled parts of calls",
  synonyms: ["aht", "handle time", "handling time"],
  unit: "seconds",
  better: "neutral",
  statistic,
  value: { kind: "duration", took: leg.handle_ms, finished: known(leg.handle_ms), headline: "mean" },
  variants: {
    contact: {
      ...contact,
      means: "By call: the parts of a transferred call together.",
      formula: "(Σ talk + Σ hold + Σ after-call work) / handled calls",
      value: { kind: "duration", took: call.handle_ms, finished: known(call.handle_ms), headline: "mean" },
    },
  },
  needs,
  pitfalls: ["Calling it better when it falls, whatever happens to resolution.", "Including the wait."],
  example: "Talk 300 + 420, hold 60 + 0, after-call work 60 + 120 s over two calls: 960 / 2 = 480 s.",
})

export const afterCallWork = metric({
  ...handled,
  name: "after_call_work",
  card: 28,
  title: "After-call work",
  asks: "How long do calls keep agents busy after the talk?",
  means: "After-call work of each answered part of a call.",
  formula: "Σ after-call work / handled parts of calls",
  synonyms: ["acw", "wrap-up time", "wrap time"],
  unit: "seconds",
  better: "neutral",
  statistic,
  value: { kind: "duration", took: leg.wrap_ms, finished: known(leg.wrap_ms), headline: "mean" },
  variants: { with_some: { means: "Only where there was some.", where: above(leg.wrap_ms, 0) } },
  needs,
  pitfalls: [],
  example: "60, 120 and 0 s: 60 s; 90 s where there was some.",
})

export const averageHoldTime = metric({
  ...contact,
  name: "average_hold_time",
  card: 20,
  title: "Average hold time",
  asks: "How long are callers put on hold?",
  means: "Time on hold in handled calls. Waiting in the queue is not hold.",
  formula: "Σ hold / handled calls",
  synonyms: ["hold time", "call hold time"],
  unit: "seconds",
  better: "lower",
  statistic,
  value: { kind: "duration", took: call.hold_ms, finished: known(call.hold_ms), headline: "mean" },
  variants: { held: { means: "Only calls that were put on hold.", where: above(call.hold_ms, 0) } },
  needs,
  pitfalls: ["Comparing a number over all calls with one over those held."],
  example: "Hold 0, 30 and 60 s: 30 s over all, 45 s over the held.",
})

export const handling = [averageHandleTime, afterCallWork, averageHoldTime]
