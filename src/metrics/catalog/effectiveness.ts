import { conversations, movements } from "../../warehouse/tables.ts"
import { conversation as c, movement as m } from "../columns.ts"
import { above, all, asOf, atLeast, atMost, DAY_US, flag, is, known, minus, not, parameter, plus, same } from "../expression.ts"
import { metric } from "../metric.ts"
import { removed } from "./solving.ts"

const firstSolved = { basis: "solved", column: c.first_solved_at } as const
const needs = ["message.sent", "conversation.status_changed"] as const
const solvers = { agent: c.first_solver }
const withinDays = parameter("days", DAY_US)
const elapsed = atMost(plus(c.first_solved_at, withinDays), asOf)

export const oneTouchRate = metric({
  name: "one_touch_rate",
  card: 37,
  title: "One-touch rate",
  asks: "Which share is solved with a single answer?",
  means:
    "Of the conversations first solved in the period, those with exactly one public message of a human agent. None is not one. An efficiency, not a quality.",
  formula: "solved with exactly one human public message / solved",
  synonyms: ["one touch", "one-touch tickets", "one touch resolution"],
  table: conversations,
  at: firstSolved,
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: {
    kind: "share",
    of: same(c.reply_messages, 1),
    parts: {
      "0": same(c.reply_messages, 0),
      "1": same(c.reply_messages, 1),
      "2": same(c.reply_messages, 2),
      "3+": atLeast(c.reply_messages, 3),
    },
  },
  splits: solvers,
  variants: {
    at_first_solve: {
      means: "Counts only messages up to the first solve.",
      value: { kind: "share", of: same(c.replies_at_first_solve, 1) },
    },
    at_most_one: {
      means: "As Zendesk once counted: fewer than two, so none counts too.",
      value: { kind: "share", of: atMost(c.reply_messages, 1) },
    },
  },
  needs,
  pitfalls: ["Counting conversations solved without any answer as one-touch, or as multi-touch."],
  example: "0, 1, 1, 2 and 5 answers: 20 % none, 40 % one, 20 % two, 20 % three or more.",
})

export const repliesPerResolution = metric({
  name: "replies_per_resolution",
  card: 38,
  title: "Replies per resolution",
  asks: "How many answers does a solution take?",
  means: "Public turns of human agents on the conversations solved in the period. Several messages in a row are one turn.",
  formula: "Σ human public turns / solved conversations",
  synonyms: ["touches", "replies per ticket", "interactions per ticket"],
  table: conversations,
  at: { basis: "solved", column: c.solved_at },
  unit: "ratio",
  better: "lower",
  statistic: "mean with the analytic bootstrap interval; median beside it",
  value: { kind: "mean", of: c.replies, divide: 1 },
  splits: { agent: c.solver, team: c.solver_team },
  variants: {
    messages: {
      means: "Each public message of a human agent counts, also several in a row.",
      formula: "Σ human public messages / solved conversations",
      value: { kind: "mean", of: c.reply_messages, divide: 1 },
    },
  },
  needs,
  pitfalls: ["Counting each message of a chat as an answer."],
  example: "1, 1 and 4 turns: 2.0 on average, 1 in the middle.",
})

export const reopenRate = metric({
  name: "reopen_rate",
  card: 39,
  title: "Reopen rate",
  asks: "How often does “solved” turn out wrong?",
  means:
    "Of the conversations first solved in the period whose days are over, those reopened within them. Counted by conversation, not by reopening.",
  formula: "reopened within W days of the first solve / solved, window elapsed",
  synonyms: ["reopened tickets", "reopening rate", "reopens"],
  table: conversations,
  at: firstSolved,
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval",
  value: {
    kind: "share",
    of: all(known(c.first_reopened_at), atMost(minus(c.first_reopened_at, c.first_solved_at), withinDays)),
  },
  matures: elapsed,
  splits: solvers,
  parameters: { days: { default: 7, means: "within how many days of the solve" } },
  variants: {
    ever: {
      means: "Reopened at any time so far; nothing is pending.",
      value: { kind: "share", of: above(c.reopens, 0) },
      matures: all(),
    },
    solves: {
      means: "Of all solves of the period, those followed by a reopening within the days: reopenings, not conversations.",
      table: movements,
      at: { basis: "event", column: m.at },
      where: is(m.movement, "solved"),
      leaves: removed,
      value: { kind: "share", of: all(known(m.next_reopened_at), atMost(minus(m.next_reopened_at, m.at), withinDays)) },
      matures: atMost(plus(m.at, withinDays), asOf),
      splits: {},
    },
  },
  // Messages only say which reopening was a thank-you; what has none of them is reopened by its status.
  needs: ["conversation.status_changed"],
  pitfalls: [
    "Taking solves − 1 for the reopenings: what is open again now is missed.",
    "Counting reopenings and capping at 100 %.",
  ],
  example: "20 solved, 3 of them reopened, one twice: 3 of 20, 15 %; 4 reopenings.",
})

export const escalationRate = metric({
  name: "escalation_rate",
  card: 40,
  title: "Escalation rate",
  asks: "Which share does the front line pass upward?",
  means:
    "Of the conversations that began at the front line, those with at least one move to a higher tier, a manager or the product team. Several moves count once. Lateral moves are transfers.",
  formula: "escalated conversations / conversations begun at tier 1",
  synonyms: ["escalations", "percent escalated", "升級率"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval",
  leaves: { not_tier_1: above(c.first_tier, 1) },
  value: { kind: "share", of: above(c.escalations, 0) },
  variants: { solved: { means: "Counts conversations first solved in the period.", at: firstSolved } },
  needs: ["conversation.opened", "conversation.escalated"],
  pitfalls: ["Counting the alarm of a due time, which some products call an escalation."],
  example: "10 of 100: 10 %. Tier 1 → 2 → 1 → 2 counts once.",
})

export const transferRate = metric({
  name: "transfer_rate",
  card: 41,
  title: "Transfer rate",
  asks: "How often does a conversation change hands?",
  means: "Of the conversations a person took, those that went from one person to another at least once.",
  formula: "conversations with a hand-over / conversations with a human assignee",
  synonyms: ["hand-overs", "handoffs", "transfers", "ticket transfers"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval",
  leaves: { never_assigned: not(known(c.assigned_at)) },
  value: { kind: "share", of: above(c.hand_overs, 0) },
  variants: {
    teams: { means: "Changes of team instead of person.", value: { kind: "share", of: above(c.team_changes, 0) } },
    per_conversation: {
      means: "How many hand-overs a conversation has.",
      formula: "Σ hand-overs / conversations",
      unit: "ratio",
      statistic: "mean with the analytic bootstrap interval",
      value: { kind: "mean", of: c.hand_overs, divide: 1 },
    },
  },
  needs: ["conversation.assigned"],
  pitfalls: ["Counting the first assignment, or the number of people who commented."],
  example: "Assignees A, B, A: 2 hand-overs. Only A: none.",
})

export const botHandoffRate = metric({
  name: "bot_handoff_rate",
  card: 45,
  title: "Bot hand-off rate",
  asks: "Which share does the bot pass on to people?",
  means: "Of the conversations in which a bot wrote, those it handed to people. Two hand-offs of one conversation count once.",
  formula: "conversations handed off / conversations with a bot",
  synonyms: ["handoff rate", "bot handover"],
  table: conversations,
  at: { basis: "created", column: c.bot_at },
  unit: "share",
  better: "neutral",
  statistic: "Wilson score interval",
  value: { kind: "share", of: known(c.handed_off_at) },
  needs: ["message.sent", "conversation.handed_off"],
  pitfalls: ["Dividing by all conversations."],
  example: "10 conversations with a bot, 3 handed off: 30 %.",
})

export const botContainmentRate = metric({
  name: "bot_containment_rate",
  card: 44,
  title: "Bot containment rate",
  asks: "Which share does the bot settle alone?",
  means:
    "Of the conversations in which a bot wrote and whose days are over: no person took part, nothing was handed off, it was not reopened in the window, and the customer answered the bot. Silence is unconfirmed and does not count.",
  formula: "ended without people, hand-off or reopening, with an answer to the bot / conversations with a bot, window elapsed",
  synonyms: ["containment", "automated resolution rate", "bot resolution rate"],
  table: conversations,
  at: { basis: "created", column: c.bot_at },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: { kind: "share", of: all(contained(), flag(c.customer_after_bot)) },
  matures: atMost(plus(c.bot_at, parameter("days", DAY_US)), asOf),
  parameters: { days: { default: 3, means: "within how many days nothing more may come" } },
  variants: {
    lenient: { means: "Silence after the bot's message counts as settled.", value: { kind: "share", of: contained() } },
  },
  needs: ["message.sent", "conversation.handed_off"],
  pitfalls: ["Counting a conversation both as settled by the bot and as handed off.", "Taking silence for success."],
  example: "10 with a bot: 4 confirmed, 2 silent, 3 handed off, 1 silent and reopened the next day: 40 %; lenient 60 %.",
})

function contained() {
  return all(not(known(c.human_at)), not(known(c.handed_off_at)), known(c.first_solved_at), not(reopenedInTime()))
}

function reopenedInTime() {
  return all(known(c.first_reopened_at), atMost(minus(c.first_reopened_at, c.first_solved_at), parameter("days", DAY_US)))
}

export const effectiveness = [
  oneTouchRate,
  repliesPerResolution,
  reopenRate,
  escalationRate,
  transferRate,
  botContainmentRate,
  botHandoffRate,
]
