import { parameter } from "../expression.ts"
import { metric } from "../metric.ts"
import { needs, panel, PARTS } from "./panel.ts"

export const customerLifetimeValue = metric({
  ...panel,
  name: "customer_lifetime_value",
  card: 69,
  title: "Customer lifetime value",
  asks: "What is a customer worth, as long as customers stay?",
  means:
    "Average revenue per account at the end of the period, times the gross margin, divided by the share of customers lost in a month. Where nobody left there is no value. Ask it by segment: customers who differ hide behind their mean.",
  formula: "ARPA · margin / monthly churn",
  synonyms: ["clv", "ltv", "lifetime value", "customer lifetime value"],
  unit: "money",
  better: "higher",
  statistic: "no interval yet: ask for those of arpa and customer_churn_rate",
  value: {
    kind: "lifetime",
    revenue: "arpa",
    churn: "customer_churn_rate",
    margin: parameter("margin", PARTS),
    discount: parameter("none", PARTS),
  },
  variants: {
    discounted: {
      means: "Each month's payment, made at its start, discounted.",
      formula: "ARPA · margin · (1 + d) / (d + monthly churn)",
      value: {
        kind: "lifetime",
        revenue: "arpa",
        churn: "customer_churn_rate",
        margin: parameter("margin", PARTS),
        discount: parameter("discount", PARTS),
      },
    },
    revenue: {
      means: "Of revenue, without a margin.",
      formula: "ARPA / monthly churn",
      value: {
        kind: "lifetime",
        revenue: "arpa",
        churn: "customer_churn_rate",
        margin: parameter("all", PARTS),
        discount: parameter("none", PARTS),
      },
    },
    capped: {
      means: "Over so many months at most, because nobody has seen longer lives. It has a value where nobody left, too.",
      formula: "ARPA · margin · (1 − (1 − monthly churn)^months) / monthly churn",
      value: {
        kind: "lifetime",
        revenue: "arpa",
        churn: "customer_churn_rate",
        margin: parameter("margin", PARTS),
        discount: parameter("none", PARTS),
        horizon: parameter("horizon"),
      },
    },
  },
  parameters: {
    margin: { default: 0.8, means: "the gross margin, 0 to 1" },
    discount: { default: 0.01, means: "for discounted: the discount of a month" },
    horizon: { default: 60, means: "for capped: how many months" },
    none: { default: 0, means: "no discount" },
    all: { default: 1, means: "no margin" },
  },
  needs,
  pitfalls: ["Believing a lifetime of decades: a churn of 0.5 % a month is 16 years nobody has seen."],
  example: "50 · 0.8 / 5 % = 800; discounted by 1 % a month 40 · 1.01 / 0.06 = 673.33.",
})

export const worth = [customerLifetimeValue]
