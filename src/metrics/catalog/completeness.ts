import { sourceCounts } from "../../warehouse/tables.ts"
import { sourceCount as s } from "../columns.ts"
import { type ColumnTerm, is, known, not } from "../expression.ts"
import { metric } from "../metric.ts"

const part = (of: string, per: string) =>
  ({ kind: "quotient", of: `completeness:${of}`, per: `completeness:${per}`, times: 1 }) as const
const sum = (of: ColumnTerm<"count">, entity: "conversation" | "call") =>
  ({
    unit: "count",
    better: "neutral",
    where: is(s.entity, entity),
    value: { kind: "sum", of, divide: 1 },
  }) as const

export const completeness = metric({
  name: "completeness",
  card: 78,
  title: "Completeness",
  asks: "Has everything arrived that the sources have?",
  means:
    "Conversations that arrived here, of stretches of time that began in the period and that sources counted, by how many they counted. Those that were spam, deleted or merged later count too, as they do there; tests count on neither side. A source says its counts with source.counted, by day or by hour; of a stretch that is counted again the last count holds. Days of which something arrived and nobody said how much are left out and told as uncounted, by channel where sources count by channel.",
  formula: "conversations that arrived in counted stretches / conversations the sources counted",
  synonyms: ["data completeness", "reconciliation", "missing data", "source counts"],
  table: sourceCounts,
  at: { basis: "event", column: s.from_at },
  unit: "share",
  better: "higher",
  statistic: "no interval: both sides are counted in full",
  leaves: { uncounted: not(known(s.counted)) },
  value: part("arrived", "told"),
  variants: {
    arrived: { means: "The conversations that arrived in counted stretches alone.", ...sum(s.arrived, "conversation") },
    told: { means: "What the sources counted alone.", ...sum(s.counted, "conversation") },
    calls: {
      another: true,
      means: "Of calls.",
      formula: "calls that arrived in counted stretches / calls the sources counted",
      value: part("calls_arrived", "calls_told"),
    },
    calls_arrived: { means: "The calls that arrived in counted stretches alone.", ...sum(s.arrived, "call") },
    calls_told: { means: "What the sources counted of calls alone.", ...sum(s.counted, "call") },
  },
  shows: [s.source, s.until_at, s.channel, s.counted, s.arrived],
  needs: ["source.counted"],
  pitfalls: [
    "Overlooking days that nobody counted: see how many are left out.",
    "Adding what a source counts by channel to what it counts altogether, or by the hour to what it counts by the day.",
    "Splitting by channel where sources count all channels together.",
  ],
  example: "The helpdesk counted 40 conversations of a day, 38 arrived: 95 %. Of chat it counted 10 and none arrived: 0 %.",
})
