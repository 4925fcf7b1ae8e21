import { conversations } from "../../warehouse/tables.ts"
import { conversation as c } from "../columns.ts"
import { any, has, is, known, not } from "../expression.ts"
import { metric } from "../metric.ts"

const aboutFraud = any(has(c.tags, "fraud", "unauthorised", "unauthorized"), is(c.topic, "fraud", "unauthorised", "unauthorized"))
const solvedIn = {
  at: { basis: "solved", column: c.solved_at },
  unit: "seconds",
  better: "lower",
  statistic: "median; order-statistic interval",
  value: { kind: "duration", took: c.resolution_ms, finished: known(c.solved_at), headline: "median" },
} as const

export const fraudContactShare = metric({
  name: "fraud_contact_share",
  card: 76,
  title: "Fraud contacts",
  asks: "Which share of conversations is about fraud?",
  means: "Of the valid conversations begun in the period, those tagged as fraud or unauthorised, or with one of these as topic.",
  formula: "conversations about fraud / conversations",
  synonyms: ["fraud tickets", "fraud share"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "neutral",
  statistic: "Wilson score interval",
  value: { kind: "share", of: aboutFraud },
  variants: {
    resolution: {
      another: true,
      ...solvedIn,
      means: "How long those about fraud take to their last solve, of those solved in the period.",
      where: aboutFraud,
    },
    other_resolution: { another: true, ...solvedIn, means: "How long all others take.", where: not(aboutFraud) },
  },
  needs: ["conversation.opened"],
  pitfalls: ["Untagged fraud is not seen."],
  example: "6 of 120: 5 %.",
})
