import { conversations, waits } from "../../warehouse/tables.ts"
import { conversation as c, wait as w } from "../columns.ts"
import {
  above,
  all,
  any,
  asOf,
  atMost,
  between,
  clocked,
  type ColumnTerm,
  either,
  HOUR_MS,
  known,
  minus,
  most,
  not,
  openBefore,
  parameter,
  when,
} from "../expression.ts"
import { metric } from "../metric.ts"

const runningBusiness = minus(openBefore(c.calendar, asOf), c.first_reply_business_base_ms)
const answered = known(c.first_reply_at)
/** What a person said before the hand-off is no answer to it. */
const answeredSinceHandoff = known(c.first_reply_since_handoff_ms)
/** Who replied; for those nobody replied to, whose they are. */
const repliers = { agent: either(c.first_reply_agent, c.agent), team: either(c.first_reply_team, c.team) }
const noMessage = { no_customer_message: not(known(c.first_reply_from_at)) }
const took = clocked(c.first_reply_ms, c.first_reply_business_ms)
const replied = { kind: "duration", took, finished: answered, headline: "median" } as const
/** Where no calendar is in force, all hours are office hours. */
const officeHours = (calendar: ColumnTerm<"ms">, business: ColumnTerm<"ms">) => either(business, calendar)

export const firstResponseTime = metric({
  name: "first_response_time",
  card: 11,
  title: "First response time",
  asks: "How long does a customer wait for the first answer of a person?",
  means:
    "From the first customer message to the first public message of a human agent after it. Notes, bots and automatic messages are no answers. Those still waiting count as longer than their wait so far.",
  formula: "first human public reply − first customer message",
  synonyms: ["frt", "first reply time", "time to first response", "first response", "response time", "首次回應時間"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "seconds",
  better: "lower",
  statistic: "median (Kaplan–Meier where more than 5 % still wait) and 90th percentile; order-statistic or log-log interval",
  leaves: { ...noMessage, solved_without_reply: all(not(answered), known(c.unreplied_end_at)) },
  value: {
    kind: "duration",
    took,
    finished: answered,
    soFar: clocked(between(c.first_reply_from_at, asOf), runningBusiness),
    headline: "median",
  },
  splits: repliers,
  variants: {
    business: { means: "In open hours.", clock: "business" },
    since_handoff: {
      another: true,
      means: "From the moment the bot gave it to people; only conversations it gave on.",
      where: known(c.handed_off_at),
      leaves: {
        ...noMessage,
        solved_without_reply: all(not(answeredSinceHandoff), any(known(c.solved_at), known(c.ended_at))),
      },
      value: {
        kind: "duration",
        took: clocked(c.first_reply_since_handoff_ms, c.first_reply_since_handoff_business_ms),
        finished: answeredSinceHandoff,
        soFar: clocked(
          between(most(c.clock_at, c.handed_off_at), asOf),
          minus(openBefore(c.calendar, asOf), c.first_reply_since_handoff_business_base_ms),
        ),
        headline: "median",
      },
    },
    replied: {
      means: "Counts first replies sent in the period, whenever the conversation began.",
      at: { basis: "event", column: c.first_reply_at },
    },
    completed: { means: "Of the answered ones alone: those who still wait are left out.", value: replied },
    mean: {
      means: "The mean of the answered ones alone instead of the median.",
      statistic: "mean with the analytic bootstrap interval",
      value: { ...replied, headline: "mean" },
    },
    office_hours: {
      means: "Of the answered ones alone, in open hours; where no calendar is in force, by the calendar.",
      value: { ...replied, took: officeHours(c.first_reply_ms, c.first_reply_business_ms) },
    },
  },
  needs: ["conversation.opened", "message.sent"],
  pitfalls: [
    "Counting an internal note or an automatic message as the answer.",
    "Leaving out those nobody has answered: the worse the service, the better the number.",
    "Including conversations that we began.",
    "Averaging: one forgotten ticket moves the mean of a thousand.",
  ],
  example:
    "10, 20 and 60 min, and one unanswered for 90 min: the median by Kaplan and Meier is 20 min, 75 % are answered, the 90th percentile is not reached.",
})

export const averageResponseTime = metric({
  name: "average_response_time",
  card: 12,
  title: "Average response time",
  asks: "How long does a customer wait for an answer, over all turns of the conversation?",
  means:
    "From the first unanswered customer message to the human reply, for each turn answered in the period. Several messages in a row are one turn.",
  formula: "Σ (reply − first unanswered customer message) / number of answered turns",
  synonyms: ["art", "next reply time", "reply time", "customer wait per turn", "average reply time"],
  table: waits,
  at: { basis: "event", column: w.replied_at },
  unit: "seconds",
  better: "lower",
  statistic:
    "mean with the analytic bootstrap interval, conversations as clusters; median and 90th percentile beside it, their intervals as if the waits of a conversation were one",
  value: {
    kind: "duration",
    took: clocked(w.wait_ms, w.wait_business_ms),
    finished: known(w.replied_at),
    soFar: clocked(
      either(w.ended_ms, between(w.from_at, asOf)),
      either(w.ended_business_ms, minus(openBefore(w.calendar, asOf), w.wait_business_base_ms)),
    ),
    headline: "mean",
    cluster: w.conversation,
  },
  variants: {
    business: { means: "In open hours.", clock: "business" },
    exclude_first: { means: "Without the first turn.", where: above(w.turn, 1) },
    office_hours: {
      means: "The median in open hours; where no calendar is in force, by the calendar.",
      statistic: "median and 90th percentile; their intervals as if the waits of a conversation were one",
      value: {
        kind: "duration",
        took: officeHours(w.wait_ms, w.wait_business_ms),
        finished: known(w.replied_at),
        headline: "median",
        cluster: w.conversation,
      },
    },
    started: {
      means: "Counts turns that began in the period, those without an answer too.",
      at: { basis: "created", column: w.from_at },
    },
  },
  needs: ["message.sent"],
  pitfalls: [
    "Measuring from the last message of a burst, or restarting with each new message.",
    "Taking a solve for an answer.",
    "Calling it ART: that also means average resolution time.",
  ],
  example: "Customer 0, agent 15, customer 60, agent 65 min: waits of 15 and 5, on average 10 min.",
})

export const responseRate = metric({
  name: "response_rate",
  card: 25,
  title: "Response rate",
  asks: "Which share of enquiries gets an answer?",
  means:
    "Of the conversations in which a customer wrote, those with a public answer of a person so far. An automatic message is no answer.",
  formula: "answered conversations / conversations that need an answer",
  synonyms: ["share answered", "answered enquiries"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  leaves: noMessage,
  value: { kind: "share", of: answered },
  settles_h: 72,
  splits: repliers,
  parameters: { hours: { default: 24, means: "for within: in how many hours" } },
  variants: {
    business: { means: "The window in open hours.", clock: "business" },
    within: {
      means: "Answered within so many hours; younger conversations are pending.",
      value: { kind: "share", of: all(answered, atMost(took, parameter("hours", HOUR_MS))) },
      matures: atMost(
        parameter("hours", HOUR_MS),
        clocked(between(c.first_reply_from_at, asOf), when(answered, parameter("hours", HOUR_MS), runningBusiness)),
      ),
    },
  },
  needs: ["conversation.opened", "message.sent"],
  pitfalls: ["Counting automatic answers.", "Judging conversations whose time is not up."],
  example: "10 created, 7 answered, 2 unanswered, 1 spam: 7 of 9, 77.8 %.",
})

export const response = [firstResponseTime, averageResponseTime, responseRate]
