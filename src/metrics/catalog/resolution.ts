import { conversations, movements } from "../../warehouse/tables.ts"
import { conversation as c, movement as m } from "../columns.ts"
import {
  all,
  any,
  asOf,
  atMost,
  between,
  clocked,
  either,
  flag,
  HOUR_MS,
  HOUR_US,
  is,
  known,
  minus,
  not,
  openBefore,
  parameter,
  plus,
} from "../expression.ts"
import { metric } from "../metric.ts"
import { business, created, needs, opened, removed, running, solved, solvers, statistic, waitingForCustomer } from "./solving.ts"

const firstSolve = clocked(c.first_solve_ms, c.first_solve_business_ms)

export const firstResolutionTime = metric({
  name: "first_resolution_time",
  card: 13,
  title: "Time to first resolution",
  asks: "How long until we first called it solved?",
  means:
    "From creation to the first solve. Closing without solving counts as a solve. The unsolved count as longer than their age.",
  formula: "first solve − created",
  synonyms: ["first resolution time", "time to first resolution"],
  table: conversations,
  at: opened,
  unit: "seconds",
  better: "lower",
  statistic,
  value: {
    kind: "duration",
    took: firstSolve,
    finished: known(c.first_solved_at),
    soFar: running,
    headline: "median",
  },
  splits: { agent: either(c.first_solver, c.agent) },
  variants: {
    business,
    solved: { means: "Counts conversations first solved in the period.", at: { basis: "solved", column: c.first_solved_at } },
    completed: {
      means: "Of the solved ones alone: those not solved yet are left out.",
      value: { kind: "duration", took: firstSolve, finished: known(c.first_solved_at), headline: "median" },
    },
    office_hours: {
      means: "Of the solved ones alone, in open hours; where no calendar is in force, by the calendar.",
      value: {
        kind: "duration",
        took: either(c.first_solve_business_ms, c.first_solve_ms),
        finished: known(c.first_solved_at),
        headline: "median",
      },
    },
    people: {
      means: "Only conversations in which a person took part: those a bot solved alone are left out.",
      leaves: { bot_only: not(known(c.human_at)) },
    },
  },
  needs,
  pitfalls: ["Taking only the solved of a month's conversations: the long ones are missing."],
  example: "Solved at 60 min, reopened at 120, solved at 180: 60 min.",
})

export const resolutionTime = metric({
  name: "resolution_time",
  card: 14,
  title: "Resolution time",
  asks: "How long until it was solved for good?",
  means:
    "From creation to the last solve, of conversations that are solved. A reopening withdraws the old value; closing after the solve does not move it.",
  formula: "last solve − created",
  synonyms: [
    "art",
    "average resolution time",
    "time to resolution",
    "full resolution time",
    "mttr",
    "time to close",
    "time to resolve",
  ],
  table: conversations,
  at: solved,
  unit: "seconds",
  better: "lower",
  statistic,
  value: {
    kind: "duration",
    took: clocked(c.resolution_ms, c.resolution_business_ms),
    finished: known(c.solved_at),
    soFar: running,
    headline: "median",
  },
  splits: solvers,
  variants: {
    business,
    created,
    office_hours: {
      means: "In open hours; where no calendar is in force, by the calendar.",
      value: {
        kind: "duration",
        took: either(c.resolution_business_ms, c.resolution_ms),
        finished: known(c.solved_at),
        headline: "median",
      },
    },
    each_solve: {
      means:
        "Every solve of the period counts, each from the creation: a conversation that is solved three times counts three times. The mean.",
      formula: "Σ (solve − created) / solves",
      statistic: "mean with the analytic bootstrap interval, conversations as clusters",
      table: movements,
      at: { basis: "event", column: m.at },
      where: is(m.movement, "solved"),
      leaves: removed,
      value: {
        kind: "duration",
        took: between(m.opened_at, m.at),
        finished: known(m.at),
        headline: "mean",
        cluster: m.conversation,
      },
      splits: {},
    },
    net: {
      means: "Without the time it waited for the customer.",
      formula: "last solve − created − time waiting for the customer",
      value: {
        kind: "duration",
        took: minus(clocked(c.resolution_ms, c.resolution_business_ms), clocked(c.pending_ms, c.pending_business_ms)),
        finished: known(c.solved_at),
        soFar: minus(running, waitingForCustomer),
        headline: "median",
      },
    },
  },
  needs,
  pitfalls: [
    "Entering a conversation once for each solve.",
    "Counting only conversations opened and closed in the same period: the long ones vanish.",
    "Rounding up to days.",
    "Saying ART: that also means average response time.",
  ],
  example: "Solved at 60 min, reopened at 120, solved at 180: 180 min.",
})

export const timeToAssignment = metric({
  name: "time_to_assignment",
  card: 17,
  title: "Time to assignment",
  asks: "How long until somebody is responsible?",
  means:
    "From creation to the first human assignee. A team or a bot is nobody. Those without anybody yet count as longer than their age.",
  formula: "first human assignee − created",
  synonyms: ["assignment delay", "time to first assignment"],
  table: conversations,
  at: opened,
  unit: "seconds",
  better: "lower",
  statistic,
  leaves: { never_assigned: all(not(known(c.assigned_at)), not(known(c.unassigned_since_at))) },
  value: {
    kind: "duration",
    took: clocked(c.assignment_ms, c.assignment_business_ms),
    finished: known(c.assigned_at),
    // Since the creation: a reopening starts the time without an assignee again, not this one.
    soFar: clocked(between(c.opened_at, asOf), minus(openBefore(c.calendar, asOf), c.resolution_business_base_ms)),
    headline: "median",
  },
  variants: {
    business,
    unassigned: {
      another: true,
      means: "The total time without a human assignee instead.",
      formula: "Σ time without a human assignee",
      leaves: {},
      value: {
        kind: "duration",
        took: clocked(c.unassigned_ms, c.unassigned_business_ms),
        finished: not(known(c.unassigned_since_at)),
        soFar: plus(
          clocked(c.unassigned_ms, c.unassigned_business_ms),
          clocked(between(c.unassigned_since_at, asOf), minus(openBefore(c.calendar, asOf), c.unassigned_business_base_ms)),
        ),
        headline: "median",
      },
    },
  },
  needs: ["conversation.opened", "conversation.assigned"],
  pitfalls: ["Counting the assignment to a team or a bot."],
  example: "Assigned to a bot at 0, to a team at 5, to a person at 12 min: 12 min.",
})

export const resolutionRate = metric({
  name: "resolution_rate",
  card: 35,
  title: "Resolution rate",
  asks: "Which share of conversations gets solved?",
  means: "Of the conversations created in the period, those that are solved now. One that was reopened is not.",
  formula: "solved now / created",
  synonyms: ["solve rate", "resolved to total", "resolved cases to total cases", "resolution share"],
  table: conversations,
  at: opened,
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: {
    kind: "share",
    of: known(c.solved_at),
    parts: {
      by_agent: all(known(c.solved_at), is(c.solved_by, "agent")),
      by_bot: all(known(c.solved_at), is(c.solved_by, "bot")),
      automatic: all(known(c.solved_at), any(flag(c.automatic_close), is(c.solved_by, "auto", "system"))),
    },
  },
  settles_h: 168,
  parameters: { hours: { default: 72, means: "for within: in how many hours" } },
  variants: {
    within: {
      means: "Solved within so many hours; younger conversations are pending.",
      value: { kind: "share", of: all(known(c.solved_at), atMost(c.resolution_ms, parameter("hours", HOUR_MS))) },
      matures: atMost(plus(c.opened_at, parameter("hours", HOUR_US)), asOf),
    },
  },
  needs,
  pitfalls: [
    "Dividing the month's solves by the month's new ones: that is the clearance ratio and can exceed 1.",
    "Judging this week against the last one, which had a week longer to be solved: `within` compares like with like.",
  ],
  example: "20 created, 16 solved, one of them reopened and open: 15 of 20, 75 %.",
})

export const resolution = [firstResolutionTime, resolutionTime, timeToAssignment, resolutionRate]
