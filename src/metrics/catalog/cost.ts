import { calls, contacts, conversations, costs, employees, movements } from "../../warehouse/tables.ts"
import { call, contact as k, conversation as c, cost, employment as e, movement as m } from "../columns.ts"
import {
  all,
  any,
  atLeast,
  atMost,
  below,
  between,
  DAY_US,
  flag,
  instant,
  is,
  known,
  most,
  not,
  opening,
  parameter,
  plus,
  when,
} from "../expression.ts"
import { metric } from "../metric.ts"
import { MONEY } from "./panel.ts"
import { removed } from "./solving.ts"

const spent = { table: costs, at: { basis: "event", column: cost.at }, unit: "money" } as const
/** Winning customers is not serving them. */
const service = not(is(cost.category, "acquisition"))
const sum = { kind: "sum", of: cost.amount, divide: MONEY } as const

const perContact = {
  kind: "quotient",
  of: "cost_per_contact:cost",
  per: ["cost_per_contact:turns", "cost_per_contact:calls"],
  times: 1,
} as const

export const costPerContact = metric({
  ...spent,
  name: "cost_per_contact",
  card: 57,
  title: "Cost per contact",
  asks: "What does it cost us when a customer turns to us?",
  means:
    "All costs of running the service in the period, for each contact in it: each turn of the customer in a conversation, and each inbound call that was offered. Costs of winning customers are left out. A cost that covers many days is spread over them.",
  formula: "costs / (customer turns + offered inbound calls)",
  synonyms: ["cost per contact", "contact cost", "cpc"],
  where: service,
  better: "lower",
  statistic: "no interval: both sides are counted in full",
  value: perContact,
  variants: {
    allocated: {
      means:
        "Split or filtered, by channel say, the costs of all are shared out by handling time: of calls, and time logged on conversations.",
      formula: "costs of all · handling time of the group / handling time of all / contacts of the group",
      value: { ...perContact, sharedBy: ["cost_per_contact:call_time", "cost_per_contact:logged_time"] },
    },
    cost: { means: "The costs alone.", value: sum },
    turns: {
      means: "The customer turns alone.",
      unit: "count",
      table: contacts,
      at: { basis: "event", column: k.at },
      where: is(k.contact, "turn"),
      value: { kind: "count" },
    },
    calls: {
      means: "The offered inbound calls alone.",
      unit: "count",
      table: contacts,
      at: { basis: "event", column: k.at },
      where: is(k.contact, "call"),
      value: { kind: "count" },
    },
    call_time: {
      means: "The handling time of calls alone.",
      unit: "seconds",
      table: calls,
      at: { basis: "event", column: call.ended_at },
      where: known(call.handle_ms),
      value: { kind: "sum", of: call.handle_ms, divide: 1000 },
    },
    logged_time: {
      means: "The time logged on conversations begun in the period alone.",
      unit: "seconds",
      table: conversations,
      at: { basis: "event", column: c.counted_at },
      where: known(c.handle_ms),
      value: { kind: "sum", of: c.handle_ms, divide: 1000 },
    },
  },
  needs: ["cost.booked"],
  pitfalls: ["Dividing by tickets: one of five turns is five contacts.", "Leaving out bots' contacts but not their cost."],
  example: "2,000,000 for 200,000 contacts: 10.",
})

/** A solve that held so far. */
const held = all(
  is(m.movement, "solved"),
  any(not(known(m.next_reopened_at)), not(atMost(m.next_reopened_at, plus(m.at, parameter("days", DAY_US))))),
)

export const costPerResolution = metric({
  ...spent,
  name: "cost_per_resolution",
  card: 58,
  title: "Cost per resolution",
  asks: "What does it cost us to solve an issue?",
  means:
    "All costs of running the service in the period, for each solve in it that was not taken back within so many days; solves of the last days count as long as they hold. Bots' solves and costs are in it.",
  formula: "costs / (solves − those reopened within the window)",
  synonyms: ["cost per ticket", "cost per solve"],
  where: service,
  better: "lower",
  statistic: "no interval: both sides are counted in full",
  value: { kind: "quotient", of: "cost_per_resolution:cost", per: "cost_per_resolution:solves", times: 1 },
  variants: {
    human: {
      means: "Without bots, on both sides: neither their solves nor costs of the category bot.",
      value: { kind: "quotient", of: "cost_per_resolution:human_cost", per: "cost_per_resolution:human_solves", times: 1 },
    },
    cost: { means: "The costs alone.", value: sum },
    human_cost: { means: "The costs without those of bots.", where: all(service, not(is(cost.category, "bot"))), value: sum },
    solves: {
      means: "The solves that held alone.",
      unit: "count",
      table: movements,
      at: { basis: "event", column: m.at },
      where: held,
      leaves: removed,
      value: { kind: "count" },
    },
    human_solves: {
      means: "Those that no bot made.",
      unit: "count",
      table: movements,
      at: { basis: "event", column: m.at },
      where: all(held, not(is(m.by, "bot"))),
      leaves: removed,
      value: { kind: "count" },
    },
  },
  parameters: { days: { default: 7, means: "a reopening within so many days takes a solve back" } },
  needs: ["cost.booked", "conversation.status_changed"],
  pitfalls: ["Counting an issue again each time it is solved.", "Counting merged tickets."],
  example: "10,000 for 520 solves of which 20 were reopened: 20.",
})

const employed = {
  table: employees,
  at: { basis: "window", from: e.hired_at, to: e.left_at },
  where: not(flag(e.contractor)),
} as const
const leftIn = all(known(e.left_at), atLeast(e.left_at, opening), below(e.left_at, instant))
const atStart = below(e.hired_at, opening)
const atEnd = any(not(known(e.left_at)), atLeast(e.left_at, instant))
const thereFor = between(most(e.hired_at, opening), when(all(known(e.left_at), below(e.left_at, instant)), e.left_at, instant))

export const employeeTurnoverRate = metric({
  ...employed,
  name: "employee_turnover_rate",
  card: 59,
  title: "Employee turnover",
  asks: "How many of our people leave?",
  means: "People who left in the period by the average headcount, which is weighted by time. Contractors are apart.",
  formula: "leavings / (Σ days of employment in the period / days of the period)",
  synonyms: ["etr", "turnover", "attrition", "employee turnover"],
  unit: "share",
  better: "lower",
  statistic: "exact Poisson interval of the leavings (Garwood)",
  value: { kind: "exposure", of: leftIn, during: thereFor, times: "window" },
  variants: {
    yearly: {
      another: true,
      means: "Twelve times a month's.",
      value: { kind: "exposure", of: leftIn, during: thereFor, times: "year" },
    },
    voluntary: {
      another: true,
      means: "Only those who chose to leave.",
      value: { kind: "exposure", of: all(leftIn, flag(e.voluntary)), during: thereFor, times: "window" },
    },
    involuntary: {
      another: true,
      means: "Only those who were let go.",
      value: { kind: "exposure", of: all(leftIn, known(e.voluntary), not(flag(e.voluntary))), during: thereFor, times: "window" },
    },
    start: { means: "By the headcount at the beginning.", value: { kind: "ratio", of: leftIn, per: atStart } },
    ends: {
      means: "By the mean of the headcounts at both ends.",
      statistic: "analytic bootstrap interval",
      value: { kind: "mean", of: when(leftIn, 2, 0), per: plus(when(atStart, 1, 0), when(atEnd, 1, 0)), divide: 1 },
    },
    distinct: { means: "By everybody who was there at some time, as Talkdesk has it.", value: { kind: "share", of: leftIn } },
    contractors: { another: true, means: "Of contractors alone.", where: flag(e.contractor) },
  },
  needs: ["agent.hired"],
  pitfalls: ["Making a year's rate of a month's by 1 − (1 − m)^12: that is the loss of a cohort."],
  example: "Ten for the whole month and one who left after half of it: 1 / 10.5 = 9.52 %.",
})

export const employeeRetentionRate = metric({
  ...employed,
  name: "employee_retention_rate",
  card: 60,
  title: "Employee retention",
  asks: "How many of our people stay?",
  means: "Of the people employed at the beginning of the period, those still employed at its end without a break.",
  formula: "employed at the beginning and to the end / employed at the beginning",
  synonyms: ["employee retention", "staff retention"],
  where: all(employed.where, atStart),
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: { kind: "share", of: atEnd },
  needs: ["agent.hired"],
  pitfalls: ["Taking it for 1 − turnover: who came and left in the period is in that."],
  example: "50 at the beginning, 12 of them left: 76 %, also where 5 who came left too.",
})

export const costFamily = [costPerContact, costPerResolution, employeeTurnoverRate, employeeRetentionRate]
