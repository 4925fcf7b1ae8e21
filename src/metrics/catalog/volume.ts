import { conversations } from "../../warehouse/tables.ts"
import { conversation as c } from "../columns.ts"
import { metric } from "../metric.ts"

export const ticketVolume = metric({
  name: "ticket_volume",
  card: 1,
  title: "Ticket volume",
  asks: "How many conversations did customers begin?",
  means:
    "Valid conversations created in the period. One that we began counts from the moment the customer answers. A reopening is not a new one.",
  formula: "number of valid inbound conversations created in the period",
  synonyms: ["case volume", "new conversations", "tickets", "ticket count", "工單數量"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "count",
  better: "neutral",
  statistic: "census: every row is counted, so there is no interval",
  value: { kind: "count" },
  needs: ["conversation.opened"],
  pitfalls: [
    "Counting a merged ticket as well as the one it went into.",
    "Counting conversations that we began and nobody answered.",
    "Comparing days of different weekdays.",
  ],
  example: "Created: T1, T2 (spam), T3 (merged into T1), T4 (outbound, never answered), T5. The volume is 2: T1 and T5.",
})

export const volume = [ticketVolume]
