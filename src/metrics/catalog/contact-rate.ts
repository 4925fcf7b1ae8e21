import { conversations, orders, revenue } from "../../warehouse/tables.ts"
import { conversation as c, order as o, stretch as r } from "../columns.ts"
import { above, all, any, known, not, opening } from "../expression.ts"
import { metric } from "../metric.ts"
import { panel } from "./panel.ts"

export const contactRate = metric({
  name: "contact_rate",
  card: 4,
  title: "Contact rate",
  asks: "How often do customers need us?",
  means: "Conversations begun by customers for each hundred customers who paid for a subscription at some time in the period.",
  formula: "100 · conversations begun / active customers",
  synonyms: ["contact ratio", "tickets per customer", "tickets per 100 orders", "contacts per order"],
  table: conversations,
  at: { basis: "event", column: c.counted_at },
  unit: "ratio",
  better: "lower",
  statistic: "exact Poisson interval of the conversations (Garwood)",
  value: { kind: "quotient", of: "contact_rate:conversations", per: "contact_rate:customers", times: 100, counts: true },
  variants: {
    per_order: {
      another: true,
      means: "For each hundred orders.",
      formula: "100 · conversations begun / orders",
      value: { kind: "quotient", of: "contact_rate:conversations", per: "contact_rate:orders", times: 100, counts: true },
    },
    conversations: { means: "The conversations alone.", unit: "count", value: { kind: "count" } },
    customers: {
      means: "The active customers alone.",
      unit: "count",
      table: revenue,
      at: panel.at,
      where: all(above(r.mrr, 0), any(not(known(r.to_at)), above(r.to_at, opening))),
      value: { kind: "distinct", of: r.customer },
    },
    orders: {
      means: "The orders alone.",
      unit: "count",
      table: orders,
      at: { basis: "event", column: o.placed_at },
      value: { kind: "count" },
    },
  },
  needs: ["conversation.opened"],
  pitfalls: ["Dividing by customers of another time."],
  example: "120 conversations, 4,000 orders: 3 for each hundred.",
})
