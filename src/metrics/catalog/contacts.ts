import { contacts } from "../../warehouse/tables.ts"
import { contact as k } from "../columns.ts"
import {
  all,
  asOf,
  atMost,
  type ColumnTerm,
  type Condition,
  DAY_US,
  flag,
  is,
  known,
  not,
  parameter,
  plus,
} from "../expression.ts"
import { metric } from "../metric.ts"

/** Only the menu heard them. */
export const ivrOnly = { ivr_only: is(k.contact, "ivr_only") }
const withinDays = (next: ColumnTerm<"moment">): Condition =>
  all(known(next), atMost(next, plus(k.at, parameter("days", DAY_US))))

export const contactVolume = metric({
  name: "contact_volume",
  card: 2,
  title: "Contact volume",
  asks: "How often did customers turn to us?",
  means:
    "Each turn of a customer in a conversation, and each inbound call that was offered, also one that hung up in the queue. Several messages in a row are one turn. What is written in a conversation during its call is that call's. Calls that never left the menu are apart; our own messages and calls are none.",
  formula: "customer turns + offered inbound calls",
  synonyms: ["contacts", "interactions", "inbound contacts", "number of contacts"],
  table: contacts,
  at: { basis: "event", column: k.at },
  unit: "count",
  better: "neutral",
  statistic: "census: every row is counted, so there is no interval",
  leaves: ivrOnly,
  value: {
    kind: "count",
    parts: {
      turns: is(k.contact, "turn"),
      calls: is(k.contact, "call"),
      by_people: is(k.handled_by, "agent"),
      by_bot: is(k.handled_by, "bot"),
    },
  },
  needs: ["message.sent"],
  pitfalls: ["Taking conversations for contacts: one of five turns is five contacts."],
  example: "The customer writes twice in a row, is answered and writes again: 2. An abandoned call more: 3.",
})

export const repeatContactRate = metric({
  name: "repeat_contact_rate",
  card: 7,
  title: "Repeat contacts",
  asks: "How often must customers come again?",
  means:
    "Of the times a customer came to us, with a conversation, an inbound call or by having a solved conversation reopened, those after whose end the same customer came again about the same topic within so many days. A topic that is not known on either side counts as the same. Those whose days are not over are pending.",
  formula: "contacts followed by another within W days / contacts of known customers, window elapsed",
  synonyms: ["repeat contact rate", "recontact rate", "repeat contacts", "snowballs", "recontacts"],
  table: contacts,
  at: { basis: "event", column: k.at },
  where: flag(k.starts),
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval of as many contacts as those of one customer are worth",
  leaves: { unknown_customer: not(known(k.customer)) },
  matures: atMost(plus(k.at, parameter("days", DAY_US)), asOf),
  value: { kind: "share", of: withinDays(k.next_same_topic_at), cluster: k.customer },
  parameters: { days: { default: 7, means: "within how many days of the contact" } },
  variants: {
    any_topic: { means: "Whatever it is about.", value: { kind: "share", of: withinDays(k.next_at), cluster: k.customer } },
  },
  needs: ["message.sent", "conversation.status_changed"],
  pitfalls: [
    "Counting contacts whose days are not over.",
    "Counting a second message about what is still open, or a mere thanks.",
  ],
  example: "A comes on days 0 and 3, B on day 1, C on days 2 and 12; on day 20: 1 of 5, 20 %. On day 8 two are ripe: 1 of 2.",
})

export const contactFamily = [contactVolume, repeatContactRate]
