import { conversations } from "../../warehouse/tables.ts"
import { conversation as c } from "../columns.ts"
import { clocked, is, known, plus, when } from "../expression.ts"
import { metric } from "../metric.ts"
import { business, created, inThisStatus, needs, solved, solvers, statistic } from "./solving.ts"

const statusTime = (statuses: readonly ("new" | "opened" | "pending" | "on_hold")[]) => {
  const total = statuses
    .map((status) => clocked(c[`${status}_ms`], c[`${status}_business_ms`]))
    .reduce((sum, part) => plus(sum, part))
  const names = statuses.map((status) => (status === "opened" ? "open" : status))
  return {
    kind: "duration",
    took: total,
    finished: known(c.solved_at),
    soFar: plus(total, when(is(c.status, ...names), inThisStatus, 0)),
    headline: "median",
  } as const
}

const family = {
  table: conversations,
  at: solved,
  unit: "seconds",
  statistic,
  splits: solvers,
  variants: { business, created },
  needs,
} as const

export const requesterWaitTime = metric({
  ...family,
  name: "requester_wait_time",
  card: 15,
  title: "Customer waiting time",
  asks: "How long did the customer wait for us, all in all?",
  means: "Total time new, open and on hold until the last solve: everything but waiting for the customer.",
  formula: "Σ new + open + on hold",
  synonyms: ["customer wait time", "requester wait time", "customer waiting time"],
  better: "lower",
  value: statusTime(["new", "opened", "on_hold"]),
  pitfalls: ["Leaving out the time a third party was waited for: the customer waits then too."],
  example: "New 0, open 10, pending 30, on hold 70, open 100, solved 115 min: 10 + 20 + 30 + 15 = 75 min.",
})

export const agentWaitTime = metric({
  ...family,
  name: "agent_wait_time",
  card: 16,
  title: "Waiting for the customer",
  asks: "How long did we wait for the customer?",
  means: "Total time pending until the last solve.",
  formula: "Σ pending",
  synonyms: ["agent wait time", "pending time", "waiting on customer"],
  better: "neutral",
  value: statusTime(["pending"]),
  pitfalls: [],
  example: "New 0, open 10, pending 30, on hold 70, open 100, solved 115 min: 40 min.",
})

export const onHoldTime = metric({
  ...family,
  name: "on_hold_time",
  card: 16,
  title: "Time on hold",
  asks: "How long did a third party hold it up?",
  means: "Total time on hold until the last solve.",
  formula: "Σ on hold",
  synonyms: ["hold time of tickets", "on-hold time"],
  better: "lower",
  value: statusTime(["on_hold"]),
  pitfalls: ["Mixing it up with the hold time of calls."],
  example: "New 0, open 10, pending 30, on hold 70, open 100, solved 115 min: 30 min.",
})

export const agentWorkTime = metric({
  ...family,
  name: "agent_work_time",
  card: 16,
  title: "Time with us",
  asks: "How long was it our turn?",
  means: "Total time new and open until the last solve.",
  formula: "Σ new + open",
  synonyms: ["agent work time", "new and open time"],
  better: "lower",
  value: statusTime(["new", "opened"]),
  pitfalls: ["Taking it for handling time: it also runs while nobody works on it."],
  example: "New 0, open 10, pending 30, on hold 70, open 100, solved 115 min: 10 + 20 + 15 = 45 min.",
})

export const statusTimes = [requesterWaitTime, agentWaitTime, onHoldTime, agentWorkTime]
