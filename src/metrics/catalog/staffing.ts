import { calls } from "../../warehouse/tables.ts"
import { call } from "../columns.ts"
import { all, is, known, parameter, SECOND_MS } from "../expression.ts"
import { metric } from "../metric.ts"

const PARTS = 10_000
const staffing = (of: "agents" | "scheduled") =>
  ({
    kind: "staffing",
    of,
    contacts: "required_agents:offered",
    handle: "required_agents:handle_time",
    goal: parameter("goal", PARTS),
    within: parameter("within", SECOND_MS),
    mostOccupancy: parameter("most_occupancy", PARTS),
    shrinkage: parameter("shrinkage", PARTS),
    patience: parameter("patience", SECOND_MS),
  }) as const

export const requiredAgents = metric({
  name: "required_agents",
  card: 34,
  title: "Required agents",
  asks: "How many people would it have taken to answer in time?",
  means:
    "The fewest people on the telephones with whom so large a share of the inbound calls that were offered would be answered in time, by Erlang C, or by Erlang A where the callers' patience is said. For an hour or less, or an hour of the week; a day has no one number. It is made of the calls that came, not of a forecast.",
  formula:
    "smallest n with 1 − Pw · e^(−(n − a) · within / handle time) ≥ goal and a / n ≤ most occupancy; a = calls · handle time",
  synonyms: ["staffing", "staffing sufficiency", "erlang", "agents required", "headcount needed"],
  table: calls,
  at: { basis: "event", column: call.offered_at },
  unit: "count",
  better: "neutral",
  statistic: "no interval: a model of the mean, which assumes calls by chance and people who take any",
  value: staffing("agents"),
  variants: {
    scheduled: {
      another: true,
      means: "On the schedule, so that so many are there: divided by what shrinkage leaves, rounded up.",
      value: staffing("scheduled"),
    },
    offered: { means: "The offered inbound calls alone.", where: is(call.direction, "inbound"), value: { kind: "count" } },
    handle_time: {
      means: "The handling time of inbound calls alone.",
      unit: "seconds",
      at: { basis: "event", column: call.ended_at },
      where: all(is(call.direction, "inbound"), known(call.handle_ms)),
      value: { kind: "duration", took: call.handle_ms, finished: known(call.handle_ms), headline: "mean" },
    },
  },
  parameters: {
    goal: { default: 0.8, means: "the share of calls to be answered in time" },
    within: { default: 20, means: "in time is within so many seconds" },
    most_occupancy: { default: 1, means: "people are to be busy at most this share of their time" },
    shrinkage: { default: 0.3, means: "the share of paid time that is not there for calls, for those on the schedule" },
    patience: {
      default: 0,
      means: "the seconds a caller waits on average before hanging up; 0 where nobody hangs up (Erlang C)",
    },
  },
  needs: ["call.started", "call.segment"],
  pitfalls: [
    "Taking the mean of a day: its busy hours need more and its quiet ones less.",
    "Dividing the load by the handling time alone: without spare people the queue grows without end.",
  ],
  example: "100 calls in half an hour, 180 s each, 80 % within 19.8 s: 14 people, and 20 on the schedule at 30 % shrinkage.",
})
