import { ratings, resolutions } from "../../warehouse/tables.ts"
import { rating, resolution as r } from "../columns.ts"
import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  type ColumnTerm,
  type Condition,
  DAY_US,
  flag,
  is,
  known,
  not,
  parameter,
  plus,
  same,
} from "../expression.ts"
import { metric } from "../metric.ts"
import { invalidAnswers } from "./voice.ts"

const solved = {
  table: resolutions,
  at: { basis: "solved", column: r.solved_at },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
} as const
const inTime = (moment: ColumnTerm<"moment">): Condition =>
  all(known(moment), atMost(moment, plus(r.solved_at, parameter("days", DAY_US))))
const elapsed = atMost(plus(r.solved_at, parameter("days", DAY_US)), asOf)
const heldAndQuiet = not(any(inTime(r.reopened_at), inTime(r.next_same_topic_at)))

/** These say nothing of the days after the solve, so none is too young. */
const atOnce = (means: string, of: Condition) => ({ means, value: { kind: "share", of }, matures: all() }) as const

export const firstContactResolution = metric({
  ...solved,
  name: "first_contact_resolution",
  card: 36,
  title: "First contact resolution",
  asks: "How often is an issue settled the first time the customer comes to us?",
  means:
    "Of the conversations first solved in the period, those that were not reopened within so many days and whose customer did not begin another conversation or call about the same topic in that time, on any channel. A topic that is not known on either side counts as the same. Those solved too recently are pending; those that a bot dealt with alone are apart. This is the variant no_repeat.",
  formula: "neither reopened nor followed by a contact within W days of the first solve / first solved, window elapsed",
  synonyms: ["fcr", "first call resolution", "first time resolution", "ftr", "resolved on first interaction", "首次聯絡解決率"],
  leaves: { bot_only: flag(r.bot_only) },
  value: { kind: "share", of: heldAndQuiet },
  matures: elapsed,
  parameters: { days: { default: 7, means: "within how many days of the first solve" } },
  variants: {
    no_repeat: { means: "As it is asked without a variant." },
    one_touch: atOnce("Solved with exactly one public message of a human agent; none is not one.", same(r.reply_messages, 1)),
    at_most_one: atOnce(
      "Solved with fewer than two public messages of a human agent, so none counts too.",
      atMost(r.reply_messages, 1),
    ),
    no_customer_followup: atOnce(
      "The customer wrote nothing after the first turn, however many answers there were, as Freshservice has it.",
      same(r.customer_messages_after_first, 0),
    ),
    no_reopen: {
      means: "Not reopened within the days, whatever else the customer began.",
      value: { kind: "share", of: not(inTime(r.reopened_at)) },
    },
    single_agent_single_close: atOnce(
      "Closed once, with one person taking part and no escalation, as Intercom has it.",
      all(same(r.solves, 1), same(r.participants, 1), same(r.escalations, 0)),
    ),
    first_point: {
      means: "No repeat, and it never changed hands.",
      value: { kind: "share", of: all(heldAndQuiet, same(r.hand_overs, 0)) },
    },
    survey: {
      means:
        "Of those who were asked whether their issue was settled at the first contact, those who said yes. Usually far lower.",
      formula: "yes / valid answers",
      table: ratings,
      at: { basis: "solved", column: rating.answered_at },
      where: is(rating.survey, "fcr"),
      leaves: invalidAnswers,
      value: { kind: "share", of: atLeast(rating.score, rating.scale_max) },
      matures: all(),
    },
  },
  needs: ["conversation.status_changed", "message.sent"],
  pitfalls: [
    "Comparing numbers of different variants: each product has its own.",
    "Counting those solved yesterday.",
    "Customers who are not known cannot be seen to come back.",
  ],
  example:
    "Five solved: one with a follow-up question, one reopened on day 3, one followed by a new conversation on day 5: no repeat 60 %, no reopening 80 %, one touch 40 %.",
})

export const nextIssueAvoidance = metric({
  ...solved,
  name: "next_issue_avoidance",
  card: 42,
  title: "Next issue avoidance",
  asks: "Do we spare customers the next question?",
  means:
    "Of the conversations of known customers first solved in the period whose days are over, those after which the customer did not come with something related: the same topic, or one that follows from it by the folder's topics.yaml. A reopening of the same conversation is first contact resolution's failure and none here. There is no public standard for it: never compare it with others'.",
  formula: "1 − followed by a related contact within W days / solved of known customers, window elapsed",
  synonyms: ["nia", "next issue", "下一個問題避免"],
  leaves: { unknown_customer: not(known(r.customer)) },
  statistic: "Wilson score interval of as many conversations as those of one customer are worth",
  value: { kind: "share", of: not(inTime(r.next_related_at)), cluster: r.customer },
  matures: elapsed,
  parameters: { days: { default: 14, means: "within how many days of the first solve; the last moment counts" } },
  variants: {
    any_topic: {
      means: "Whatever the next contact is about.",
      value: { kind: "share", of: not(inTime(r.next_at)), cluster: r.customer },
    },
    recontact: {
      another: true,
      means: "The other way round, with reopenings: those reopened or followed by a related contact.",
      formula: "reopened or followed by a related contact within W days / solved of known customers, window elapsed",
      better: "lower",
      value: { kind: "share", of: any(inTime(r.reopened_at), inTime(r.next_related_at)), cluster: r.customer },
    },
  },
  needs: ["conversation.status_changed"],
  pitfalls: ["Presenting it as a benchmark.", "Counting customers who are not known as satisfied."],
  example:
    "Delivery leads to return. Three solved 14 days ago: one followed by a return, one by a billing question, one by nothing: 66.7 %; of any topic 33.3 %.",
})

export const firstContact = [firstContactResolution, nextIssueAvoidance]
