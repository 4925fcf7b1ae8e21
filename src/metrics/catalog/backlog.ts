import { movements, spans } from "../../warehouse/tables.ts"
import { movement as m, span as s } from "../columns.ts"
import {
  above,
  all,
  between,
  clocked,
  DAY_US,
  either,
  HOUR_MS,
  HOUR_US,
  instant,
  is,
  known,
  minus,
  not,
  openBefore,
  parameter,
  plus,
} from "../expression.ts"
import { metric } from "../metric.ts"

const unsolved = is(s.span, "unsolved")
const covered = { basis: "instant", from: s.from_at, to: s.to_at } as const
const age = clocked(between(s.opened_at, instant), minus(openBefore(s.calendar, instant), s.opened_business_base_ms))
const needs = ["conversation.opened", "conversation.status_changed"] as const

export const backlog = metric({
  name: "backlog",
  card: 8,
  title: "Backlog",
  asks: "How many conversations are open at the end of the period?",
  means:
    "Valid conversations created before the instant and not solved at it, by the history of their status. New, open, pending and on hold all count; a reopened one is back.",
  formula: "conversations created before t and not solved at t; t is the end of the period, or of the data",
  synonyms: ["open tickets", "unsolved tickets", "work in progress", "wip", "queue"],
  table: spans,
  at: covered,
  where: unsolved,
  unit: "count",
  better: "lower",
  statistic: "census: every row is counted, so there is no interval",
  value: {
    kind: "count",
    parts: {
      new: is(s.status, "new"),
      open: is(s.status, "open"),
      pending: is(s.status, "pending"),
      on_hold: is(s.status, "on_hold"),
    },
  },
  variants: {
    hour_before: {
      means: "As it was an hour before the end of the period, or of the data: at 23:00 of a day.",
      at: { basis: "instant", from: plus(s.from_at, HOUR_US), to: plus(s.to_at, HOUR_US) },
    },
  },
  needs,
  pitfalls: [
    "Using today's status for a past day.",
    "Snapshots taken at 23 h, which some products do: days then differ by what was solved in the last hour.",
  ],
  example:
    "A created on day 1, solved on day 3; B created on day 2; C created and solved on day 2, reopened on day 4. End of day 2: 2, of day 3: 1, of day 4: 2.",
})

export const agedBacklogShare = metric({
  name: "aged_backlog_share",
  card: 9,
  title: "Old open conversations",
  asks: "Which share of the open conversations is older than we promised ourselves?",
  means:
    "Of the conversations open at the end of the period, those whose age is more than so many hours. An age of exactly so many is not more.",
  formula: "open conversations with age > hours / open conversations",
  synonyms: ["aged backlog", "old tickets", "ageing", "aging", "tickets open longer than", "open longer than"],
  table: spans,
  at: covered,
  where: unsolved,
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval, of use where the open ones are taken as a sample",
  leaves: { no_calendar: not(known(age)) },
  value: { kind: "share", of: above(age, parameter("hours", HOUR_MS)) },
  parameters: { hours: { default: 24, means: "the age in hours above which one is old" } },
  variants: { business: { means: "Age in open hours.", clock: "business" } },
  needs,
  pitfalls: ["Counting the age of a reopened conversation from the reopening: the customer has waited since the beginning."],
  example: "Ages 2, 5, 9, 24 and 30 h with hours = 24: 1 of 5, 20 %.",
})

export const backlogAge = metric({
  name: "backlog_age",
  card: 9,
  title: "Age of open conversations",
  asks: "How old are the conversations that are open?",
  means: "The age of the conversations open at the end of the period: the median, with the 90th percentile beside it.",
  formula: "median of t − created over the open conversations",
  synonyms: ["age of backlog", "ticket age"],
  table: spans,
  at: covered,
  where: unsolved,
  unit: "seconds",
  better: "lower",
  statistic: "median and 90th percentile (type 7); order-statistic interval",
  value: { kind: "duration", took: age, finished: all(), headline: "median" },
  variants: {
    business: { means: "Age in open hours.", clock: "business" },
    since_reopen: {
      means: "Since the last reopening, where there was one.",
      value: {
        kind: "duration",
        took: between(either(s.reopened_at, s.opened_at), instant),
        finished: all(),
        headline: "median",
      },
    },
  },
  needs,
  pitfalls: ["Calling it a resolution time: nobody was helped yet."],
  example: "Created Friday 16:00, looked at on Monday 10:00: 66 h; 2 h in open hours of Monday to Friday 9–17.",
})

export const clearanceRatio = metric({
  name: "clearance_ratio",
  card: 10,
  title: "Solved for each new one",
  asks: "Do we solve as many as come in?",
  means:
    "Solves of the period divided by conversations created and reopened in it. Above 1 the backlog shrinks. One solved twice counts two solves and one reopening.",
  formula: "solves / (created + reopened)",
  synonyms: ["solved vs created", "clearance rate", "backlog handling index", "inflow outflow"],
  table: movements,
  at: { basis: "event", column: m.at },
  unit: "ratio",
  better: "higher",
  statistic: "Wilson interval of the share that solves are of both counts, as odds",
  value: { kind: "ratio", of: is(m.movement, "solved"), per: is(m.movement, "created", "reopened") },
  splits: {},
  needs,
  pitfalls: ["Calling it a resolution rate: it can exceed 1, because what is solved today came in before."],
  example: "30 solves, 25 created, 3 reopened: 30 / 28 = 1.071.",
})

export const recentSolves = metric({
  name: "recent_solves",
  card: 10,
  title: "Solves of the last days",
  asks: "How many were solved in the days before the end of the period?",
  means: "Solves in the days that end with the period, whatever the period's length.",
  formula: "solves in (t − days, t]",
  synonyms: ["rolling solves"],
  table: movements,
  at: { basis: "instant", from: m.at, to: plus(m.at, parameter("days", DAY_US)) },
  where: is(m.movement, "solved"),
  unit: "count",
  better: "neutral",
  statistic: "census: every row is counted, so there is no interval",
  value: { kind: "count" },
  parameters: { days: { default: 28, means: "how many days" } },
  needs,
  pitfalls: [],
  example: "280 solves in the 28 days before the end of May.",
})

export const backlogDays = metric({
  name: "backlog_days",
  card: 10,
  title: "Days of backlog",
  asks: "For how many days of work is there a backlog?",
  means: "The backlog at the end of the period divided by the mean daily solves of the last 28 days.",
  formula: "backlog / (solves of the last 28 days / 28)",
  synonyms: ["days of work", "backlog in days"],
  table: spans,
  at: covered,
  unit: "days",
  better: "lower",
  statistic: "a quotient of two censuses",
  value: { kind: "quotient", of: "backlog", per: "recent_solves", times: 28 },
  needs,
  pitfalls: ["Dividing by a week with a holiday in it."],
  example: "Backlog 36, 280 solves in 28 days: 36 / 10 = 3.6 days.",
})

export const backlogFamily = [backlog, agedBacklogShare, backlogAge, clearanceRatio, recentSolves, backlogDays]
