import { contacts, conversations } from "../../warehouse/tables.ts"
import { contact as k, conversation as c } from "../columns.ts"
import { all, atLeast, below, localHour, parameter } from "../expression.ts"
import { ivrOnly } from "./contacts.ts"
import { metric } from "../metric.ts"

export const ticketVolume = metric({
  name: "ticket_volume",
  card: 1,
  title: "Ticket volume",
  asks: "How many conversations did customers begin?",
  means:
    "Valid conversations created in the period. One that we began counts from the moment the customer answers. A reopening is not a new one; a follow-up after closure is.",
  formula: "number of valid inbound conversations created in the period",
  synonyms: ["case volume", "new conversations", "new tickets", "tickets", "ticket count", "工單數量"],
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

export const channelMix = metric({
  name: "channel_mix",
  card: 3,
  title: "Channel mix",
  asks: "Which share of conversations comes in by which channel?",
  means: "Of the conversations whose channel is known, each channel's share. The channel is that of the first customer message.",
  formula: "conversations of the channel / conversations with a known channel",
  synonyms: ["share by channel", "channels", "channel share"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "neutral",
  statistic: "Wilson score interval",
  value: { kind: "mix", of: "channel" },
  needs: ["conversation.opened"],
  pitfalls: [
    "Taking the channel a conversation has now, after it moved from chat to mail.",
    "Spreading the unknown over the others.",
  ],
  example: "40 mail, 50 chat, 10 phone and 4 unknown: 40 %, 50 % and 10 % of 100, and 4 unknown beside them.",
})

export const busyHour = metric({
  name: "busy_hour",
  card: 5,
  title: "Contacts per hour",
  asks: "At which hours of the week do customers write?",
  means:
    "Contacts, which are customer turns and offered inbound calls, in an hour of the local week, divided by how often that hour occurred. Where the clock is put forward the skipped hour did not occur; where it is put back an hour occurred twice.",
  formula: "contacts in the hour / occurrences of the hour",
  synonyms: ["busy hour", "peak hours", "peak hour", "volume profile", "contacts per hour", "heat map"],
  table: contacts,
  at: { basis: "event", column: k.at },
  leaves: ivrOnly,
  unit: "per_hour",
  better: "neutral",
  statistic: "exact Poisson interval (Garwood)",
  value: { kind: "rate" },
  parameters: {
    from: { default: 9, means: "for peak_share: the first hour of the declared peak, local" },
    to: { default: 12, means: "for peak_share: the hour at which the peak ends" },
  },
  variants: {
    tickets: {
      means: "Counts conversations begun instead of customer turns.",
      table: conversations,
      at: { basis: "created", column: c.counted_at },
      leaves: {},
    },
    peak_share: {
      means: "The share of contacts in the declared peak hours.",
      formula: "contacts in the peak hours / contacts",
      unit: "share",
      statistic: "Wilson score interval",
      value: { kind: "share", of: all(atLeast(localHour(k.at), parameter("from")), below(localHour(k.at), parameter("to"))) },
    },
  },
  needs: ["message.sent"],
  pitfalls: ["Counting by hours of UTC.", "Dividing by 24 × days on the day the clock changes."],
  example: "On two Mondays 30 and 40 contacts between 10 and 11: 35 an hour.",
})

export const volume = [ticketVolume, channelMix, busyHour]
