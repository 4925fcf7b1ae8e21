import { ratings } from "../../warehouse/tables.ts"
import { rating as r } from "../columns.ts"
import { all, any, asOf, atMost, divided, HOUR_US, is, known, minus, parameter, plus } from "../expression.ts"
import { metric } from "../metric.ts"
import { answered, needs, width } from "./voice.ts"

const negative = any(
  all(is(r.survey, "nps"), atMost(r.score, 6)),
  all(is(r.survey, "csat"), atMost(minus(r.score, r.scale_min), divided(width, 3))),
  all(is(r.survey, "ces2"), atMost(r.score, 3)),
)

export const detractorFollowupRate = metric({
  name: "detractor_followup_rate",
  card: 51,
  title: "Followed up after a bad rating",
  asks: "Do we get back to those who were unhappy?",
  means:
    "Of the negative answers whose hours are over, those after which a person wrote to the customer in time. An automatic apology is none.",
  formula: "negative answers with a human message in time / negative answers, window elapsed",
  synonyms: ["closing the loop", "detractor follow-up", "follow-up on negatives"],
  table: ratings,
  at: answered,
  where: negative,
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  leaves: { invalid_answer: known(r.invalid) },
  value: {
    kind: "share",
    of: all(known(r.followed_up_at), atMost(r.followed_up_at, plus(r.answered_at, parameter("hours", HOUR_US)))),
  },
  matures: atMost(plus(r.answered_at, parameter("hours", HOUR_US)), asOf),
  parameters: { hours: { default: 48, means: "within how many hours" } },
  needs,
  pitfalls: ["Counting automatic mails."],
  example: "8 negative answers: 5 contacted in time, 1 late, 1 not, 1 only 10 h old: 5 of 7, 71.4 %, 1 pending.",
})
