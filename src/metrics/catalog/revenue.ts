import { all, any, above, minus, when } from "../expression.ts"
import { metric, type Value } from "../metric.ts"
import {
  after,
  atEnd,
  before,
  cohort,
  gained,
  grown,
  isBack,
  isNew,
  kept,
  lost,
  MONEY,
  needs,
  panel,
  paying,
  shrunk,
} from "./panel.ts"

const someone = all(atEnd, any(above(before, 0), above(after, 0)))
const ratio = (of: Extract<Value, { kind: "mean" }>["of"]): Value => ({ kind: "mean", of, per: before, divide: 1, shown: MONEY })
const sum = (of: Extract<Value, { kind: "sum" }>["of"]): Value => ({ kind: "sum", of, divide: MONEY })
const bootstrap = "analytic bootstrap interval, customers as clusters"

export const mrr = metric({
  ...panel,
  name: "mrr",
  card: 64,
  title: "Monthly recurring revenue",
  asks: "How much do running subscriptions bring in a month?",
  means:
    "What all subscriptions that run at the end of the period bring in a month, in the reporting currency, summed by customer. Its movements are the variants, net by customer and bucket: closing = opening + new + reactivation + expansion − contraction − churn.",
  formula: "Σ monthly revenue of the subscriptions that run at the end",
  synonyms: ["monthly recurring revenue", "recurring revenue"],
  where: paying,
  unit: "money",
  better: "higher",
  statistic: "census: every subscription is counted, so there is no interval",
  value: sum(after),
  variants: {
    opening: { another: true, means: "At the beginning of the period.", where: cohort.where, value: sum(before) },
    new: { another: true, means: "Of customers who had never paid before.", where: all(atEnd, isNew), value: sum(after) },
    expansion: {
      another: true,
      means: "What customers who paid at the beginning pay more.",
      where: all(atEnd, grown),
      value: sum(minus(after, before)),
    },
    contraction: {
      another: true,
      means: "What customers who still pay pay less.",
      better: "lower",
      where: all(atEnd, shrunk),
      value: sum(minus(before, after)),
    },
    churn: {
      another: true,
      means: "Of customers who no longer pay.",
      better: "lower",
      where: all(atEnd, lost),
      value: sum(before),
    },
    reactivation: {
      another: true,
      means: "Of customers who paid in earlier times and pay again.",
      where: all(atEnd, isBack),
      value: sum(after),
    },
    net_new: {
      another: true,
      means: "All movements together: closing less opening.",
      where: someone,
      value: sum(minus(after, before)),
    },
  },
  needs,
  pitfalls: [
    "Taking a cancelled subscription of a customer who has another one for churn: it is contraction.",
    "Adding the movements of months to those of a year: who left and came back in it did not move.",
  ],
  example: "A 50→50, B 80→100, C 60→40, D 30→0, E 0→25 new, F 0→50 back: 220 + 25 + 50 + 20 − 20 − 30 = 265.",
})

export const mrrGrowthRate = metric({
  ...panel,
  name: "mrr_growth_rate",
  card: 65,
  title: "Growth of recurring revenue",
  asks: "How fast does recurring revenue grow?",
  means: "Recurring revenue at the end against that at the beginning of the period.",
  formula: "(closing − opening) / opening",
  synonyms: ["mrr growth", "revenue growth", "cmgr"],
  where: someone,
  unit: "share",
  better: "higher",
  statistic: bootstrap,
  value: ratio(minus(after, before)),
  variants: {
    monthly: {
      another: true,
      means: "As a steady growth a month over the period (CMGR).",
      formula: "(closing / opening)^(1 / months) − 1",
      statistic: "no interval",
      value: { kind: "growth", of: after, from: before, divide: MONEY },
    },
  },
  needs,
  pitfalls: ["Dividing a year's growth by twelve: growth compounds."],
  example: "220 → 265: 20.5 %. 100 → 121 in two months: 10 % a month.",
})

export const grossRevenueRetention = metric({
  ...cohort,
  name: "gross_revenue_retention",
  card: 66,
  title: "Gross revenue retention",
  asks: "How much of the revenue we had did we keep?",
  means: "Of the revenue at the beginning, what the same customers still pay, what they pay more left out. Never above 100 %.",
  formula: "Σ min(closing, opening) / Σ opening, customers of the beginning",
  synonyms: ["grr", "gross retention", "gross dollar retention"],
  unit: "share",
  better: "higher",
  statistic: bootstrap,
  value: ratio(kept),
  variants: {
    churn: {
      another: true,
      means: "What was lost instead: gross revenue churn.",
      formula: "Σ (contraction + churn) / Σ opening",
      better: "lower",
      value: ratio(minus(before, kept)),
    },
  },
  needs,
  pitfalls: ["Letting one customer's growth hide another's loss: the smaller of both counts by customer."],
  example: "(220 − 20 − 30) / 220 = 77.3 %.",
})

export const netRevenueRetention = metric({
  ...cohort,
  name: "net_revenue_retention",
  card: 67,
  title: "Net revenue retention",
  asks: "What is the revenue of those we had worth now?",
  means:
    "What the customers of the beginning pay at the end, against what they paid at the beginning. New and returning customers are not in it.",
  formula: "Σ closing / Σ opening, customers of the beginning",
  synonyms: ["nrr", "ndr", "net dollar retention", "net retention"],
  unit: "share",
  better: "higher",
  statistic: bootstrap,
  value: ratio(after),
  variants: {
    with_reactivation: {
      means: "Counts returning customers above the line, as ChartMogul does.",
      where: someone,
      value: ratio(when(any(above(before, 0), isBack), after, 0)),
    },
    churn: { another: true, means: "Net churn instead: 1 − retention.", better: "lower", value: ratio(minus(before, after)) },
  },
  needs,
  pitfalls: ["Counting returning customers: they were not there at the beginning."],
  example: "(220 + 20 − 20 − 30) / 220 = 86.4 %; with returning customers 109.1 %.",
})

export const arpa = metric({
  ...panel,
  name: "arpa",
  card: 68,
  title: "Average revenue per account",
  asks: "How much does a paying customer bring in a month?",
  means: "Recurring revenue at the end of the period by paying customer.",
  formula: "MRR / paying customers",
  synonyms: ["average revenue per account", "arpu", "revenue per customer"],
  where: paying,
  unit: "money",
  better: "higher",
  statistic: bootstrap,
  value: { kind: "mean", of: after, divide: MONEY },
  needs,
  pitfalls: ["Counting customers on free plans."],
  example: "265 over five paying customers: 53.",
})

export const expansionRate = metric({
  ...cohort,
  name: "expansion_rate",
  card: 72,
  title: "Expansion rate",
  asks: "How much more do our customers buy?",
  means: "What the customers of the beginning pay more at the end, against what all of them paid at the beginning.",
  formula: "Σ expansion / Σ opening",
  synonyms: ["upsell", "upsell rate", "expansion", "complementary purchase", "cross-sell"],
  unit: "share",
  better: "higher",
  statistic: bootstrap,
  value: ratio(gained),
  needs,
  pitfalls: ["Counting new customers' revenue."],
  example: "20 / 220 = 9.1 %.",
})

export const recurringRevenue = [mrr, mrrGrowthRate, grossRevenueRetention, netRevenueRetention, arpa, expansionRate]
