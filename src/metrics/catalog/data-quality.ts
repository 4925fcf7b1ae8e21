import { conversations } from "../../warehouse/tables.ts"
import { conversation as c } from "../columns.ts"
import { all, type ColumnTerm, known } from "../expression.ts"
import { metric, type Value } from "../metric.ts"

const filled = (...fields: readonly ColumnTerm[]): Value => ({ kind: "share", of: all(...fields.map(known)) })

export const dataCoverage = metric({
  name: "data_coverage",
  card: 78,
  title: "Data coverage",
  asks: "Of how many conversations do we know what the numbers need?",
  means:
    "Of the valid conversations created in the period, those whose channel, customer, team and topic are all known. A channel that sends nothing at all is not seen here: that is what completeness is for. How fresh the data are stands in every answer.",
  formula: "conversations with all fields / conversations",
  synonyms: ["coverage", "data quality", "field coverage", "completeness of fields"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: filled(c.channel, c.customer, c.team, c.topic),
  variants: {
    channel: { another: true, means: "Only the channel must be known.", value: filled(c.channel) },
    customer: { another: true, means: "Only the customer must be known.", value: filled(c.customer) },
    team: { another: true, means: "Only the team must be known.", value: filled(c.team) },
    agent: { another: true, means: "Only the agent must be known.", value: filled(c.agent) },
    topic: { another: true, means: "Only the topic must be known.", value: filled(c.topic) },
    priority: { another: true, means: "Only the priority must be known.", value: filled(c.priority) },
  },
  needs: ["conversation.opened"],
  pitfalls: [
    "Reading a split by a field that few conversations have.",
    "Taking a channel that is missing for one that is quiet.",
  ],
  example: "90 of 120 conversations have a topic: 75 % [66.6, 81.9].",
})

export const dataQuality = [dataCoverage]
