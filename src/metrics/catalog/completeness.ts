import { calls, movements, sourceCounts } from "../../warehouse/tables.ts"
import { call, movement, sourceCount } from "../columns.ts"
import { is } from "../expression.ts"
import { metric } from "../metric.ts"

const part = (of: string, per: string) =>
  ({ kind: "quotient", of: `completeness:${of}`, per: `completeness:${per}`, times: 1 }) as const
const told = (entity: "conversation" | "call") =>
  ({
    table: sourceCounts,
    at: { basis: "event", column: sourceCount.from_at },
    unit: "count",
    better: "neutral",
    where: is(sourceCount.entity, entity),
    value: { kind: "sum", of: sourceCount.counted, divide: 1 },
  }) as const

export const completeness = metric({
  name: "completeness",
  card: 78,
  title: "Completeness",
  asks: "Has everything arrived that the sources have?",
  means:
    "Conversations that arrived here, begun in the period, by how many the sources say they have of it. Those that were spam, deleted or merged later count too, as they do there; tests count on neither side. A source says its counts with source.counted, by day or by hour; of a stretch that is counted again the last count holds.",
  formula: "conversations that arrived / conversations the sources counted",
  synonyms: ["data completeness", "reconciliation", "missing data", "source counts"],
  table: movements,
  at: { basis: "event", column: movement.at },
  unit: "share",
  better: "higher",
  statistic: "no interval: both sides are counted in full",
  value: part("arrived", "told"),
  variants: {
    arrived: {
      means: "The conversations that arrived alone.",
      unit: "count",
      better: "neutral",
      where: is(movement.movement, "created"),
      value: { kind: "count" },
    },
    told: { means: "What the sources counted alone.", ...told("conversation") },
    calls: {
      another: true,
      means: "Of calls.",
      formula: "calls that arrived / calls the sources counted",
      value: part("calls_arrived", "calls_told"),
    },
    calls_arrived: {
      means: "The calls that arrived alone.",
      unit: "count",
      better: "neutral",
      table: calls,
      at: { basis: "event", column: call.started_at },
      value: { kind: "count" },
    },
    calls_told: { means: "What the sources counted of calls alone.", ...told("call") },
  },
  needs: ["source.counted"],
  pitfalls: [
    "Asking for days of which no source told its count: what arrived on them is divided by nothing, or by the others' counts.",
    "Adding what a source counts by channel to what it counts altogether.",
    "Splitting by channel where sources count all channels together.",
  ],
  example: "The helpdesk counted 40 conversations of a day, 38 arrived: 95 %. Of chat it counted 10 and none arrived: 0 %.",
})
