import { costs, customers, disputes, orders } from "../../warehouse/tables.ts"
import { cost, dispute as d, order as o, person as p } from "../columns.ts"
import { all, any, flag, is, known, not, parameter } from "../expression.ts"
import { metric } from "../metric.ts"
import { MONEY, panel, needs as subscriptions } from "./panel.ts"

/** Shares come as whole ten-thousandths. */
const PARTS = 10_000

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
  },
  parameters: {
    margin: { default: 0.8, means: "the gross margin, 0 to 1" },
    discount: { default: 0.01, means: "for discounted: the discount of a month" },
    none: { default: 0, means: "no discount" },
    all: { default: 1, means: "no margin" },
  },
  needs: subscriptions,
  pitfalls: ["Believing a lifetime of decades: a churn of 0.5 % a month is 16 years nobody has seen."],
  example: "50 · 0.8 / 5 % = 800; discounted by 1 % a month 40 · 1.01 / 0.06 = 673.33.",
})

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
    "Costs of the category acquisition in the period, for each customer who first paid in it. All customers count, however they came; costs are not moved in time.",
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
    cost: { means: "The costs alone.", value: { kind: "sum", of: cost.amount, divide: MONEY } },
    customers: { ...acquired, means: "The new customers alone.", where: all() },
    paid_customers: {
      ...acquired,
      means: "Those who came through something we paid for.",
      where: all(known(p.source), not(is(p.source, "organic")), not(known(p.referrer))),
    },
  },
  needs: ["cost.booked"],
  pitfalls: ["Counting the cost of keeping customers.", "0 where nobody came: there is no value."],
  example: "30,000 for 60 customers: 500.",
})

const sold = { table: orders, at: { basis: "event", column: o.placed_at }, unit: "count", value: { kind: "count" } } as const
const soldBefore = { ...sold, at: { basis: "event", column: o.month_later_at } } as const
const reported = { unit: "count", value: { kind: "count" } } as const
const notPresent = not(flag(o.card_present))
/** Alerts are settled before they become disputes; a second chargeback is the same case. */
const first = all(is(d.report, "dispute"), not(is(d.stage, "alert", "second")))
const [visa, mastercard] = [is(o.network, "visa"), is(o.network, "mastercard")]
const rate = (of: string, ...per: readonly string[]) =>
  ({
    kind: "quotient",
    of: `chargeback_rate:${of}`,
    per: per.map((one) => `chargeback_rate:${one}`),
    times: 1,
    counts: true,
  }) as const

export const chargebackRate = metric({
  name: "chargeback_rate",
  card: 75,
  title: "Chargeback rate",
  asks: "How many charges are disputed?",
  means:
    "Disputes received in the period against the orders of the same period, by count, on all networks. Alerts and second chargebacks do not count. Each network has its own formula: see the variants.",
  formula: "disputes received / orders",
  synonyms: ["chargebacks", "dispute rate", "chargeback ratio"],
  table: disputes,
  at: { basis: "event", column: d.received_at },
  unit: "share",
  better: "lower",
  statistic: "exact Poisson interval of the disputes (Garwood)",
  value: rate("disputes", "orders"),
  variants: {
    visa_same_month: {
      means: "Visa's: disputes of the month against its own sales.",
      value: rate("visa_disputes", "visa_orders"),
    },
    mastercard_ctr: {
      means: "Mastercard's: first chargebacks of the month against the sales of the month before. Ask it by month.",
      value: rate("mastercard_disputes", "mastercard_orders_before"),
    },
    visa_vamp: {
      means: "Visa's newer one: fraud reports and disputes of the month against its sales without the card.",
      value: rate("visa_reports", "visa_absent_orders"),
    },
    visa_vamp_once: {
      means: "The same, a dispute of a charge that was reported as fraud too counted once.",
      value: rate("visa_reports_once", "visa_absent_orders"),
    },
    amount: {
      means: "By amount instead of count.",
      statistic: "no interval",
      value: { ...rate("disputed_amount", "ordered_amount"), counts: false },
    },
    disputes: { ...reported, means: "The disputes alone.", where: first },
    visa_disputes: { ...reported, means: "Those of Visa.", where: all(first, is(d.network, "visa")) },
    mastercard_disputes: { ...reported, means: "Those of Mastercard.", where: all(first, is(d.network, "mastercard")) },
    visa_reports: {
      ...reported,
      means: "Visa's fraud reports and disputes of charges without the card.",
      where: all(is(d.network, "visa"), not(flag(d.card_present)), any(is(d.report, "fraud"), first)),
    },
    visa_reports_once: {
      ...reported,
      means: "The same without disputes of what was reported as fraud.",
      where: all(
        is(d.network, "visa"),
        not(flag(d.card_present)),
        any(is(d.report, "fraud"), all(first, not(flag(d.also_fraud)))),
      ),
    },
    disputed_amount: {
      means: "The disputed money alone.",
      unit: "money",
      where: first,
      value: { kind: "sum", of: d.amount, divide: MONEY },
    },
    orders: { ...sold, means: "The orders alone." },
    visa_orders: { ...sold, means: "Those by Visa.", where: visa },
    visa_absent_orders: { ...sold, means: "Those by Visa without the card.", where: all(visa, notPresent) },
    mastercard_orders_before: { ...soldBefore, means: "The orders by Mastercard of a month before.", where: mastercard },
    ordered_amount: {
      ...sold,
      means: "The ordered money alone.",
      unit: "money",
      value: { kind: "sum", of: o.amount, divide: MONEY },
    },
  },
  needs: ["order.placed"],
  pitfalls: [
    "Counting by the month of the sale: disputes come for four months.",
    "Reading the rate of the first month of trading by Mastercard's formula: there were no sales before, so there is none.",
  ],
  example: "90 chargebacks in June, 10,000 sales in May and 6,000 in June: Visa's 1.5 %, Mastercard's 0.9 %.",
})

export const moneyFamily = [customerLifetimeValue, customerAcquisitionCost, chargebackRate]
