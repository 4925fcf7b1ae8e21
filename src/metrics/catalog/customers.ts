import { issues, quietTimes, revenue } from "../../warehouse/tables.ts"
import { issue as i, quiet as q, stretch as r } from "../columns.ts"
import {
  above,
  all,
  any,
  asOf,
  atLeast,
  atMost,
  below,
  between,
  DAY_US,
  flag,
  instant,
  known,
  minus,
  not,
  opening,
  parameter,
  plus,
  same,
  stepBefore,
  type Term,
  times,
} from "../expression.ts"
import { metric } from "../metric.ts"
import { cohort, left, needs } from "./panel.ts"

const wilson = "Wilson score interval"

export const customerChurnRate = metric({
  ...cohort,
  name: "customer_churn_rate",
  card: 61,
  title: "Customer churn",
  asks: "Which share of our customers left?",
  means:
    "Of the customers who paid at the beginning of the period, those who pay nothing at its end. Who came in the period is on neither side; who left and came back in it did not leave.",
  formula: "paid at the beginning and not at the end / paid at the beginning",
  synonyms: ["churn", "churn rate", "logo churn", "customer churn", "流失率"],
  unit: "share",
  better: "lower",
  statistic: wilson,
  value: { kind: "share", of: left },
  variants: {
    voluntary: {
      another: true,
      means: "Only those who chose to leave.",
      value: { kind: "share", of: all(left, flag(r.voluntary_end)) },
    },
    involuntary: {
      another: true,
      means: "Only those whose payment failed.",
      value: { kind: "share", of: all(left, known(r.voluntary_end), not(flag(r.voluntary_end))) },
    },
    stops: {
      means: "How many times a customer stopped paying, also those who came back: gross churn events.",
      formula: "number of times revenue fell to nothing",
      unit: "count",
      statistic: "census: every stop is counted, so there is no interval",
      at: { basis: "event", column: r.from_at },
      where: all(same(r.mrr, 0), above(r.previous_mrr, 0)),
      value: { kind: "count" },
    },
    yearly: {
      another: true,
      means: "As the loss of a year at this pace.",
      formula: "1 − (1 − churn)^(12 / months)",
      value: { kind: "share", of: left, yearly: true },
    },
  },
  needs,
  pitfalls: [
    "Dividing by customers who came in the period too.",
    "Counting a cancellation before the paid time is over.",
    "Multiplying a month's churn by twelve.",
  ],
  example: "200 at the beginning, 10 leave, 30 join of whom 2 leave: 5 %; 46 % a year.",
})

export const customerRetentionRate = metric({
  ...cohort,
  name: "customer_retention_rate",
  card: 62,
  title: "Customer retention",
  asks: "Which share of our customers stayed?",
  means:
    "Of the customers who paid at the beginning of the period, those who pay at its end. By who they are, not by arithmetic.",
  formula: "paid at the beginning and at the end / paid at the beginning",
  synonyms: ["retention", "retention rate", "customer retention", "crr"],
  unit: "share",
  better: "higher",
  statistic: wilson,
  value: { kind: "share", of: above(r.mrr, 0) },
  needs,
  pitfalls: ["(E − N) / S: customers who came and left in the period are in neither E nor in what is taken away."],
  example: "190 of 200: 95 %. S = 200, E = 215, N = 30 of whom 2 left: 187 of 200, 93.5 %, where (E − N) / S says 92.5 %.",
})

const days = parameter("days", DAY_US)
const inTime = any(
  all(known(i.bought_at), atMost(i.bought_at, plus(i.solved_at, days))),
  all(known(i.paid_at), atMost(i.paid_at, plus(i.solved_at, days))),
)
/** A customer's first issue in the bucket. */
const firstIssue = all(
  atLeast(i.solved_at, opening),
  below(i.solved_at, instant),
  any(not(known(i.previous_at)), below(i.previous_at, opening)),
)
const solvedIssue = { table: issues, at: { basis: "window", from: i.solved_at, to: i.solved_at }, where: firstIssue } as const

/** Who pays then, or bought or began to pay not long before: whoever has been gone for long is no match for anybody. */
const activeBefore = any(
  all(known(i.paid_at), same(i.paid_at, i.solved_at)),
  all(known(i.last_active_at), above(i.last_active_at, minus(i.solved_at, days))),
)

/** A customer without an issue has a moment of the bucket as well, somewhere in it, from which the days are counted. */
const given = plus(opening, times(between(opening, instant), q.spread))
const lastActive = (by: Term) => stepBefore(plus(by, 1), q.active_at, q.active_at)
const paysThen = above(stepBefore(plus(given, 1), q.mrr_at, q.mrr), 0)
const control = {
  table: quietTimes,
  at: { basis: "window", from: q.from_at, to: q.to_at },
  where: all(
    any(not(known(q.previous_at)), below(q.previous_at, opening)),
    any(not(known(q.to_at)), atLeast(q.to_at, instant)),
    any(paysThen, above(lastActive(given), minus(given, days))),
  ),
  value: { kind: "share", of: any(paysThen, above(lastActive(plus(given, days)), given)) },
  matures: atMost(plus(given, days), asOf),
} as const

export const postIssueRetention = metric({
  ...solvedIssue,
  name: "post_issue_retention",
  card: 63,
  title: "Return rate after an issue",
  asks: "Do customers come back after an issue?",
  means:
    "Of the customers with an issue solved in the period, those who bought or paid within so many days of the solve. A customer's first issue of the period counts; those solved too recently wait. Together, not because.",
  formula: "customers active within the window after the solve / customers with a solved issue, window elapsed",
  synonyms: ["return rate", "return rate post-issue", "retention after issue"],
  unit: "share",
  better: "higher",
  statistic: wilson,
  value: { kind: "share", of: inTime },
  matures: atMost(plus(i.solved_at, days), asOf),
  variants: {
    active: {
      another: true,
      means: "Only customers who paid at the solve, or had bought or begun to pay within as many days before it.",
      formula: "those of them active within the window after the solve / active customers with a solved issue, window elapsed",
      where: all(firstIssue, activeBefore),
    },
    control: {
      another: true,
      means:
        "Of customers as active, but without an issue solved in the period: each is asked from a moment of the period on, which the name decides, so that they lie all over it.",
      formula: "those active within the window after their moment / active customers without a solved issue, window elapsed",
      ...control,
    },
    difference: {
      another: true,
      means: "How many points more of those with an issue come back than of those without one: active less control.",
      formula: "active − control",
      unit: "points",
      statistic: "Newcombe's hybrid score interval",
      value: { kind: "difference", of: "post_issue_retention:active", from: "post_issue_retention:control" },
    },
  },
  parameters: { days: { default: 90, means: "within how many days after the solve, and of the variants before it" } },
  needs: ["conversation.status_changed"],
  pitfalls: [
    "Reading it as the effect of the service: see the difference to customers without an issue, and even that is no effect, for who has issues uses more.",
  ],
  example:
    "40 solved, 30 active again: 75 % [59.8, 85.8]; solved 30 days ago: pending. Of 100 as active without an issue 80 come back: −5 points [−21.6, 9.0].",
})

export const upsellConversion = metric({
  ...solvedIssue,
  name: "upsell_conversion",
  card: 72,
  title: "Upsell after a contact",
  asks: "Do customers buy more after we helped them?",
  means:
    "Of the customers with an issue solved in the period, those whose recurring revenue grew within so many days of the solve.",
  formula: "customers with expansion within the window / customers with a solved issue, window elapsed",
  synonyms: ["upsell conversion"],
  unit: "share",
  better: "higher",
  statistic: wilson,
  value: { kind: "share", of: all(known(i.expanded_at), atMost(i.expanded_at, plus(i.solved_at, parameter("days", DAY_US)))) },
  matures: atMost(plus(i.solved_at, parameter("days", DAY_US)), asOf),
  parameters: { days: { default: 30, means: "within how many days after the solve" } },
  needs: ["conversation.status_changed", "subscription.changed"],
  pitfalls: ["Crediting the service with growth that was agreed before."],
  example: "5 of 40: 12.5 % [5.5, 26.1].",
})

export const winbackRate = metric({
  name: "winback_rate",
  card: 73,
  title: "Win-back rate",
  asks: "How many of those who left come back?",
  means:
    "Of the customers who stopped paying in the period, those who paid again within so many days. Who left too recently waits.",
  formula: "came back within the window / left, window elapsed",
  synonyms: ["win-back", "winback", "reactivation rate"],
  table: revenue,
  at: { basis: "event", column: r.from_at },
  where: same(r.mrr, 0),
  unit: "share",
  better: "higher",
  statistic: wilson,
  value: { kind: "share", of: all(known(r.to_at), atMost(r.to_at, plus(r.from_at, parameter("days", DAY_US)))) },
  matures: atMost(plus(r.from_at, parameter("days", DAY_US)), asOf),
  parameters: { days: { default: 90, means: "within how many days" } },
  needs,
  pitfalls: ["Counting those who left last week as lost."],
  example: "2 of 5 came back: 40 % [11.8, 76.9]; one left last week: pending.",
})

export const customerFamily = [customerChurnRate, customerRetentionRate, postIssueRetention, upsellConversion, winbackRate]
