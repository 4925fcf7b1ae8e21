import { costs, customers } from "../../warehouse/tables.ts"
import { cost, person as p } from "../columns.ts"
import { all, any, DAY_US, is, known, not, parameter, plus } from "../expression.ts"
import { metric } from "../metric.ts"
import { MONEY, PARTS } from "./panel.ts"

/** When a cost counts that bears fruit later. */
const later = plus(cost.at, parameter("lag", DAY_US))

const acquired = {
  table: customers,
  at: { basis: "event", column: p.first_paid_at },
  unit: "count",
  value: { kind: "count" },
} as const

export const customerAcquisitionCost = metric({
  name: "customer_acquisition_cost",
  card: 71,
  title: "Customer acquisition cost",
  asks: "What does it cost us to win a customer?",
  means:
    "Costs of the category acquisition in the period, for each customer who first paid in it. All customers count, however they came; costs are not moved in time, unless asked by lag.",
  formula: "acquisition costs / customers who first paid",
  synonyms: ["cac", "acquisition cost", "customer acquisition cost"],
  table: costs,
  at: { basis: "event", column: cost.at },
  where: is(cost.category, "acquisition"),
  unit: "money",
  better: "lower",
  statistic: "no interval: both sides are counted in full",
  value: { kind: "quotient", of: "customer_acquisition_cost:cost", per: "customer_acquisition_cost:customers", times: 1 },
  variants: {
    paid: {
      means: "By those who came through something we paid for: their source is known and not organic, and nobody recommended us.",
      value: {
        kind: "quotient",
        of: "customer_acquisition_cost:cost",
        per: "customer_acquisition_cost:paid_customers",
        times: 1,
      },
    },
    lagged: {
      means: "By the costs of so many days before: what is spent in April may win customers in May.",
      formula: "acquisition costs of the period, moved by the lag / customers who first paid",
      value: {
        kind: "quotient",
        of: "customer_acquisition_cost:earlier_cost",
        per: "customer_acquisition_cost:customers",
        times: 1,
      },
    },
    clv_ratio: {
      another: true,
      means: "What a customer is worth by what winning one costs (CLV:CAC).",
      formula: "customer_lifetime_value / customer_acquisition_cost",
      unit: "ratio",
      better: "higher",
      value: { kind: "quotient", of: "customer_lifetime_value", per: "customer_acquisition_cost", times: 1 },
    },
    payback: {
      another: true,
      means: "In how many months a customer has paid back what winning one costs.",
      formula: "customer_acquisition_cost / (ARPA · margin)",
      unit: "ratio",
      value: { kind: "quotient", of: "customer_acquisition_cost", per: "arpa", over: parameter("margin", PARTS), times: 1 },
    },
    cost: { means: "The costs alone.", value: { kind: "sum", of: cost.amount, divide: MONEY } },
    earlier_cost: {
      means: "The costs of so many days before.",
      at: { basis: "window", from: later, to: later },
      value: { kind: "sum", of: cost.amount, divide: MONEY },
    },
    customers: { ...acquired, means: "The new customers alone.", where: all() },
    paid_customers: {
      ...acquired,
      means: "Those who came through something we paid for.",
      where: all(known(p.source), not(is(p.source, "organic")), not(known(p.referrer))),
    },
  },
  parameters: {
    lag: { default: 30, means: "for lagged: by how many days of 24 hours costs come before customers" },
    margin: { default: 0.8, means: "for clv_ratio and payback: the gross margin, 0 to 1" },
  },
  needs: ["cost.booked"],
  pitfalls: ["Counting the cost of keeping customers.", "0 where nobody came: there is no value."],
  example: "30,000 for 60 customers: 500. Where a customer is worth 800, 1.6; where one brings in 40 a month, paid back in 12.5.",
})

export const referralRate = metric({
  name: "referral_rate",
  card: 74,
  title: "Referral rate",
  asks: "How many new customers were recommended to us?",
  means:
    "Of the customers who first paid in the period and of whom it is known where they came from, those whom somebody recommended.",
  formula: "new customers with a referrer / new customers with a known source",
  synonyms: ["word of mouth", "referrals", "recommendations"],
  table: customers,
  at: { basis: "event", column: p.first_paid_at },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  leaves: { unknown_source: not(any(known(p.source), known(p.referrer))) },
  value: { kind: "share", of: known(p.referrer) },
  variants: {
    per_customer: {
      means: "Recommended customers for each customer who paid at some time in the period.",
      formula: "new customers with a referrer / active customers",
      unit: "ratio",
      statistic: "exact Poisson interval of the recommended (Garwood)",
      value: { kind: "quotient", of: "referral_rate:referred", per: "contact_rate:customers", times: 1, counts: true },
    },
    referred: {
      means: "The recommended customers alone.",
      unit: "count",
      where: known(p.referrer),
      leaves: {},
      value: { kind: "count" },
    },
  },
  needs: ["customer.changed"],
  pitfalls: ["Taking those of unknown source for not recommended."],
  example: "70 new customers, 10 of unknown source, 12 recommended: 12 of 60, 20 %.",
})

export const acquisition = [customerAcquisitionCost, referralRate]
