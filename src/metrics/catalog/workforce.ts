import { chats, movements, spans, workingTimes } from "../../warehouse/tables.ts"
import { chat, movement as m, span as s, work as w } from "../columns.ts"
import {
  above,
  all,
  atMost,
  below,
  between,
  type ColumnTerm,
  DAY_US,
  flag,
  HOUR_MS,
  instant,
  is,
  known,
  most,
  not,
  opening,
  parameter,
  plus,
  SECOND_MS,
  when,
} from "../expression.ts"
import { metric } from "../metric.ts"
import { removed } from "./solving.ts"

type Moment = ColumnTerm<"moment">

/** The part of a stretch that lies in the bucket: a shift over midnight belongs to both days. */
const within = (from: Moment, to: Moment) => between(most(from, opening), when(all(known(to), below(to, instant)), to, instant))

const during = within(w.from_at, w.to_at)
const there = { table: workingTimes, at: { basis: "window", from: w.from_at, to: w.to_at } } as const
const some = above(during, 0)
const forContacts = all(is(w.presence, "available", "busy"), not(all(known(w.on_queue), not(flag(w.on_queue)))))
const handling = all(is(w.presence, "busy"), forContacts)
const loggedIn = all(some, known(w.presence), not(is(w.presence, "offline")))
const hours = { unit: "count", value: { kind: "sum", of: during, divide: HOUR_MS } } as const
const ratio = (of: typeof handling) =>
  ({ kind: "mean", of: when(of, during, 0), per: during, divide: 1, shown: HOUR_MS, part: true }) as const
const statistic = "ratio of sums of time with the analytic bootstrap interval over the stretches of time"

const onCall = within(s.from_at, s.to_at)
const callTime = (...parts: readonly string[]) =>
  ({
    unit: "seconds",
    table: spans,
    at: { basis: "window", from: s.from_at, to: s.to_at },
    where: all(is(s.span, ...parts), known(s.agent), above(onCall, 0)),
    value: { kind: "sum", of: onCall, divide: SECOND_MS },
  }) as const

export const occupancy = metric({
  ...there,
  name: "occupancy",
  card: 29,
  title: "Occupancy",
  asks: "How much of the time in which people are there for customers are they busy with them?",
  means:
    "Time handling contacts, of the time handling them or free for the next one. Breaks, meetings, training and time off the queue are in neither. Time over the end of a period is cut there.",
  formula: "Σ handling / Σ (handling + available)",
  synonyms: ["agent occupancy", "occupancy rate", "busy share"],
  where: all(some, forContacts),
  unit: "share",
  better: "neutral",
  statistic,
  value: ratio(handling),
  variants: {
    calls: {
      means: "By what calls took: talk, hold and after-call work, by the time people were there for customers.",
      formula: "Σ (talk + hold + after-call work) / Σ (handling + available)",
      statistic: "no interval: both sides are counted in full",
      value: { kind: "quotient", of: "occupancy:call_time", per: "occupancy:staffed_time", times: 1 },
    },
    calls_and_ringing: {
      means: "By what calls took, the ringing with it.",
      formula: "Σ (ring + talk + hold + after-call work) / Σ (handling + available)",
      statistic: "no interval: both sides are counted in full",
      value: { kind: "quotient", of: "occupancy:call_and_ring_time", per: "occupancy:staffed_time", times: 1 },
    },
    call_time: { means: "The time calls took of people alone.", ...callTime("talk", "hold", "wrap") },
    call_and_ring_time: { means: "The same with the ringing.", ...callTime("ring", "talk", "hold", "wrap") },
    staffed_time: {
      means: "The time in which people were there for customers alone.",
      unit: "seconds",
      value: { kind: "sum", of: during, divide: SECOND_MS },
    },
  },
  needs: ["presence.changed"],
  pitfalls: [
    "Calling it utilization, as some do: that is by paid time.",
    "Calling more better: above 85 % people burn out and customers wait.",
    "Taking the mean of the people's percentages.",
  ],
  example: "4.5 h handling, 1.5 h free, 1 h break, 1 h training: 4.5 / 6 = 75 %.",
})

const paidTime = {
  ...there,
  where: all(some, flag(w.paid)),
  leaves: { unknown: not(known(w.presence)) },
  unit: "share",
  statistic,
  needs: ["presence.changed", "shift.planned"],
} as const

export const utilization = metric({
  ...paidTime,
  name: "utilization",
  card: 30,
  title: "Utilization",
  asks: "How much of the time we pay for are people there for customers?",
  means:
    "Time handling contacts or free for the next one, of the time that was planned as paid. Paid time in which nobody knows what the person did is left out and counted.",
  formula: "Σ (handling + available) in paid time / Σ paid time",
  synonyms: ["agent utilization", "utilisation", "agent utilisation"],
  better: "neutral",
  value: ratio(forContacts),
  variants: {
    handling_only: {
      means: "Only time handling contacts, as MetricNet has it.",
      formula: "Σ handling in paid time / Σ paid time",
      value: ratio(handling),
    },
    logged_in: {
      means: "By the time people were logged in, where no shifts are planned.",
      formula: "Σ (handling + available) / Σ time logged in",
      where: loggedIn,
    },
  },
  pitfalls: ["Comparing it with one by another variant: handling alone is a good quarter less."],
  example: "4.5 h handling and 1.5 h free in 8 h paid: 75 %; handling alone 56.25 %.",
})

export const shrinkage = metric({
  ...paidTime,
  name: "shrinkage",
  card: 31,
  title: "Shrinkage",
  asks: "How much of the time we pay for is not there for customers?",
  means:
    "Paid time in which people were not there for customers: breaks, meetings, training, absence, off the queue or not logged in. What utilization leaves of the whole.",
  formula: "paid time not there for customers / paid time",
  synonyms: ["shrink", "agent shrinkage"],
  better: "lower",
  value: ratio(not(forContacts)),
  variants: {
    without_absence: {
      means: "Of those who came: time planned as absent is in neither.",
      where: all(some, flag(w.paid), not(is(w.activity, "absent"))),
    },
  },
  pitfalls: ["Adding it to a requirement: 14 people at 30 % are 14 / 0.7 = 20 to plan, not 14 · 1.3."],
  example: "1 h break and 1 h training of 8 h paid: 25 %.",
})

const inChat = within(chat.from_at, chat.to_at)

export const chatConcurrency = metric({
  name: "chat_concurrency",
  card: 32,
  title: "Chat concurrency",
  asks: "How many chats does a person have at once?",
  means:
    "Time in which people had active chats, each chat for itself, for the time in which they had any. Active is a chat that is new or open, and not idle: until ten minutes after its customer or a person last wrote, or it was last opened, given to somebody or moved to another status. The rule chat_idle_after_min says otherwise.",
  formula: "Σ time of each chat / Σ time with at least one",
  synonyms: ["concurrency", "chats at once", "parallel chats"],
  table: chats,
  at: { basis: "window", from: chat.from_at, to: chat.to_at },
  where: above(inChat, 0),
  unit: "ratio",
  better: "neutral",
  statistic: "ratio of sums of time with the analytic bootstrap interval over the chats",
  value: { kind: "mean", of: inChat, per: within(chat.first_from_at, chat.to_at), divide: 1, shown: HOUR_MS },
  needs: ["conversation.opened", "conversation.assigned"],
  pitfalls: [
    "Comparing it with a system that counts assigned chats until they are solved: those left open over night run on beside the next day's.",
    "Splitting by team where people have chats of several teams: time with chats of two counts for the one that began first.",
  ],
  example: "Chats from 0 to 10 and from 5 to 15 min: 20 / 15 = 1.33.",
})

const solves = {
  unit: "count",
  table: movements,
  at: { basis: "event", column: m.at },
  leaves: removed,
  value: { kind: "count" },
} as const
const byPeople = all(is(m.movement, "solved"), is(m.by, "agent"))
const takenBack = all(known(m.next_reopened_at), atMost(m.next_reopened_at, plus(m.at, parameter("days", DAY_US))))
const rate = (of: string, per: string) =>
  ({
    kind: "quotient",
    of: `tickets_solved_per_agent_hour:${of}`,
    per: `tickets_solved_per_agent_hour:${per}`,
    times: 1,
    counts: true,
  }) as const

export const ticketsSolvedPerAgentHour = metric({
  ...there,
  name: "tickets_solved_per_agent_hour",
  card: 33,
  title: "Solved per agent hour",
  asks: "How many conversations do we solve in an hour of work?",
  means:
    "Solves by people in the period that were not taken back within so many days, for each hour people were logged in. Solves of the last days count as long as they hold. A solve belongs to who made it.",
  formula: "(solves − those reopened within the window) / hours logged in",
  synonyms: ["throughput", "solves per hour", "tickets per hour", "agent productivity"],
  where: loggedIn,
  unit: "per_hour",
  better: "higher",
  statistic: "exact Poisson interval of the solves (Garwood)",
  value: rate("net", "logged_in"),
  variants: {
    gross: { means: "With those taken back.", formula: "solves / hours logged in", value: rate("solves", "logged_in") },
    handling: {
      means: "By the hours people were busy with contacts.",
      formula: "(solves − those reopened within the window) / hours handling",
      value: rate("net", "handling_time"),
    },
    net: { means: "The solves that held alone.", ...solves, where: all(byPeople, not(takenBack)) },
    solves: { means: "The solves alone.", ...solves, where: byPeople },
    logged_in: { means: "The hours logged in alone.", ...hours },
    handling_time: { means: "The hours handling contacts alone.", where: all(some, handling), ...hours },
  },
  parameters: { days: { default: 7, means: "a reopening within so many days takes a solve back" } },
  needs: ["conversation.status_changed", "presence.changed"],
  pitfalls: ["Looking at it alone: it rises when issues are closed too early or the easy ones are picked."],
  example: "18 solves in 8 h, 2 of them reopened within a week: 16 / 8 = 2 an hour.",
})

export const workforce = [occupancy, utilization, shrinkage, chatConcurrency, ticketsSolvedPerAgentHour]
