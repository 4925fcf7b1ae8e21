import { orders } from "../../warehouse/tables.ts"
import { order as o } from "../columns.ts"
import { above, between, instant, number, parameter, when } from "../expression.ts"
import { metric } from "../metric.ts"
import { needs, panel, PARTS } from "./panel.ts"

const lifetime = { kind: "lifetime", revenue: "arpa", churn: "customer_churn_rate" } as const

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
  statistic: "the intervals of arpa and customer_churn_rate, put together as factors (MOVER)",
  value: {
    ...lifetime,
    margin: parameter("margin", PARTS),
    discount: number(0),
  },
  variants: {
    discounted: {
      means: "Each month's payment, made at its start, discounted.",
      formula: "ARPA · margin · (1 + d) / (d + monthly churn)",
      value: {
        ...lifetime,
        margin: parameter("margin", PARTS),
        discount: parameter("discount", PARTS),
      },
    },
    revenue: {
      means: "Of revenue, without a margin.",
      formula: "ARPA / monthly churn",
      value: {
        ...lifetime,
        margin: number(PARTS),
        discount: number(0),
      },
    },
    capped: {
      means: "Over so many months at most, because nobody has seen longer lives. It has a value where nobody left, too.",
      formula: "ARPA · margin · (1 − (1 − monthly churn)^months) / monthly churn",
      value: {
        ...lifetime,
        margin: parameter("margin", PARTS),
        discount: number(0),
        horizon: parameter("horizon"),
      },
    },
  },
  parameters: {
    margin: { default: 0.8, means: "the gross margin, 0 to 1" },
    discount: { default: 0.01, means: "for discounted: the discount of a month" },
    horizon: { default: 60, means: "for capped: how many months" },
  },
  needs,
  pitfalls: ["Believing a lifetime of decades: a churn of 0.5 % a month is 16 years nobody has seen."],
  example: "50 · 0.8 / 5 % = 800; discounted by 1 % a month 40 · 1.01 / 0.06 = 673.33.",
})

/** Nobody buys for longer, and what is to be expected is added up week by week. */
const CENTURY_WEEKS = 5200

const bought = {
  kind: "purchases",
  repeats: o.repeats,
  last: when(above(o.repeats, 0), between(o.first_at, o.placed_at), 0),
  age: between(o.first_at, instant),
  spent: o.repeat_amount,
  customer: o.customer,
  weeks: parameter("weeks"),
  margin: parameter("margin", PARTS),
  discount: parameter("discount", PARTS),
} as const

export const predictedLifetimeValue = metric({
  name: "clv_bgnbd",
  card: 70,
  title: "Predicted customer value",
  asks: "What will a customer who buys now and then be worth to us?",
  means:
    "For customers without a contract: what each is expected to buy in the coming weeks, times the margin, discounted by the month, on average over all who ever bought. Both models, BG/NBD for how often and Gamma–Gamma for how much, are fitted to the customers of the number, at the end of the period. Days on which the customer bought again count; the first purchase is in neither model's count. Its parameters stand beside it.",
  formula: "Σ expected purchases · expected spending · margin, discounted / customers",
  synonyms: ["predicted clv", "predicted lifetime value", "bg/nbd", "expected customer value"],
  table: orders,
  at: { basis: "instant", from: o.placed_at, to: o.next_at },
  unit: "money",
  better: "higher",
  statistic:
    "delta method from the observed information: how well the customers tell the parameters, not how well the model fits them",
  value: { ...bought, says: "worth" },
  variants: {
    purchases: {
      means: "How many purchases a customer is expected to make in the coming weeks.",
      formula: "Σ expected purchases / customers",
      unit: "ratio",
      value: { ...bought, says: "purchases" },
    },
    alive: {
      means:
        "How likely a customer still buys. Who bought once only counts as certain, because the model has no leaving before the second purchase.",
      formula: "Σ P(alive) / customers",
      unit: "share",
      value: { ...bought, says: "alive" },
    },
  },
  parameters: {
    weeks: { default: 52, means: "how many weeks ahead", most: CENTURY_WEEKS },
    margin: { default: 0.8, means: "the gross margin, 0 to 1" },
    discount: { default: 0.01, means: "the discount of a month" },
  },
  needs: ["order.placed"],
  pitfalls: [
    "Believing that those who bought once are all still there.",
    "Fitting customers of many years together: ask for one cohort.",
    "Using it where spending grows with frequency: see the correlation beside it.",
  ],
  example:
    "CDNOW, customers of early 1997: r 0.243, α 4.414, a 0.793, b 2.426; 2 repeats, the last in week 30 of 39: 1.226 purchases in the next 39 weeks.",
})

export const worth = [customerLifetimeValue, predictedLifetimeValue]
