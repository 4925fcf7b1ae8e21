import { disputes, orders } from "../../warehouse/tables.ts"
import { dispute as d, order as o } from "../columns.ts"
import { all, any, flag, is, not } from "../expression.ts"
import { metric } from "../metric.ts"
import { MONEY } from "./panel.ts"

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
      another: true,
      means: "Visa's: disputes of the month against its own sales.",
      value: rate("visa_disputes", "visa_orders"),
    },
    mastercard_ctr: {
      another: true,
      means: "Mastercard's: first chargebacks of the month against the sales of the month before. Ask it by month.",
      value: rate("mastercard_disputes", "mastercard_orders_before"),
    },
    visa_vamp: {
      another: true,
      means: "Visa's newer one: fraud reports and disputes of the month against its sales without the card.",
      value: rate("visa_reports", "visa_absent_orders"),
    },
    visa_vamp_once: {
      another: true,
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

export const moneyFamily = [chargebackRate]
