import type { FieldName } from "./fields.ts"

export const FAMILIES = ["conversation", "call", "survey", "help", "people", "money", "identity"] as const
export type Family = (typeof FAMILIES)[number]

export interface Kind {
  /** The number that stands for the kind in the ledger. Never reused. */
  readonly code: number
  readonly family: Family
  /** What its subject is: the part before the colon. */
  readonly subject: readonly string[]
  /** One sentence: what happened. */
  readonly means: string
  readonly needs: readonly FieldName[]
  readonly may: readonly FieldName[]
}

const kind = (code: number, family: Family, subject: string | readonly string[], means: string, needs: readonly FieldName[], may: readonly FieldName[] = []): Kind => ({
  code,
  family,
  subject: typeof subject === "string" ? [subject] : subject,
  means,
  needs,
  may: [...may, "attributes"],
})

/** All that can happen. */
export const kinds = {
  "conversation.opened": kind(1, "conversation", "conversation", "A conversation began.", ["channel"], [
    "direction", "customer", "subject_line", "team", "agent", "brand", "priority", "type", "topic", "tags", "status", "tier", "test", "backfill",
  ]),
  "message.sent": kind(2, "conversation", "conversation", "Somebody wrote or spoke in it.", ["author"], ["public", "agent", "team", "channel", "text", "customer"]),
  "conversation.status_changed": kind(3, "conversation", "conversation", "It entered a status.", ["status"], ["author", "agent", "team", "reason"]),
  "conversation.assigned": kind(4, "conversation", "conversation", "It was given to an agent or a team, or to nobody.", [], ["agent", "agent_is", "team", "author"]),
  "conversation.escalated": kind(5, "conversation", "conversation", "It was passed upward.", ["to"], ["tier", "team", "agent", "author", "reason", "priority"]),
  "conversation.changed": kind(6, "conversation", "conversation", "One of its attributes changed.", [], ["priority", "type", "topic", "brand", "team", "channel", "customer", "subject_line", "test", "tier"]),
  "conversation.tagged": kind(7, "conversation", "conversation", "Tags were added or taken away.", [], ["tags", "removed_tags"]),
  "conversation.handed_off": kind(8, "conversation", "conversation", "The bot gave it to people.", [], ["agent", "team", "reason"]),
  "conversation.merged_into": kind(9, "conversation", "conversation", "It was merged into another, which goes on.", ["into"], ["agent"]),
  "conversation.marked_spam": kind(10, "conversation", "conversation", "It was found to be spam.", [], ["agent", "linked"]),
  "conversation.deleted": kind(11, "conversation", "conversation", "It was deleted.", [], ["agent"]),
  "conversation.time_logged": kind(12, "conversation", "conversation", "An agent worked on it for a while.", ["seconds"], ["agent", "team"]),
  "conversation.promised": kind(13, "conversation", "conversation", "A service-level policy began to apply to it.", ["promise", "target_s"], ["policy", "clock", "pauses", "priority"]),

  "call.started": kind(20, "call", "call", "A call came in or went out.", [], ["direction", "conversation", "customer", "channel", "queue", "team", "agent", "topic", "test", "brand"]),
  "call.segment": kind(21, "call", "call", "A part of a call: in the menu, in the queue, ringing, talking, on hold, wrapping up.", ["segment"], ["until", "agent", "team", "queue", "leg"]),
  "call.transferred": kind(22, "call", "call", "It was handed to another agent or team.", [], ["agent", "team", "to_agent", "to_team", "planned"]),
  "call.abandoned": kind(23, "call", "call", "The caller hung up before anybody answered.", [], ["queue", "team"]),
  "call.callback_asked": kind(24, "call", "call", "The caller chose to be called back.", [], ["queue", "team"]),
  "call.called_back": kind(25, "call", "call", "The caller was called back and answered.", [], ["agent", "team"]),
  "call.voicemail": kind(26, "call", "call", "The caller left a message.", [], ["queue", "team"]),
  "call.flowed_out": kind(27, "call", "call", "The queue gave it away: overflow, closed, disconnected by the system.", [], ["queue", "team", "reason"]),
  "call.ended": kind(28, "call", "call", "The call was over.", [], ["agent", "reason"]),

  "survey.sent": kind(40, "survey", "survey", "A customer was asked.", ["survey"], [
    "questionnaire", "version", "scale_min", "scale_max", "conversation", "customer", "agent", "agents", "team", "channel", "topic", "relational", "test",
  ]),
  "survey.answered": kind(41, "survey", "survey", "The customer answered.", ["score"], ["comment", "survey", "questionnaire", "version", "scale_min", "scale_max", "conversation", "customer", "agent", "agents", "team", "channel", "topic", "relational", "author", "test"]),
  "survey.bounced": kind(42, "survey", "survey", "The question never reached the customer.", [], ["reason"]),

  "article.viewed": kind(50, "help", "visit", "Somebody read an article of the help centre.", ["article"], ["customer", "visitor", "seconds", "author"]),
  "article.voted": kind(51, "help", "visit", "A reader said whether an article helped.", ["article", "helpful"], ["customer", "visitor"]),
  "help.searched": kind(52, "help", "visit", "Somebody searched the help centre.", ["found"], ["query", "clicked", "customer", "visitor", "author"]),
  "help.form_opened": kind(53, "help", "visit", "Somebody opened the contact form.", [], ["customer", "visitor", "author"]),

  "agent.hired": kind(60, "people", "agent", "A person joined.", [], ["team", "role", "contractor", "name"]),
  "agent.left": kind(61, "people", "agent", "A person left.", [], ["voluntary", "reason", "team"]),
  "shift.planned": kind(62, "people", "agent", "A stretch of a person's working time was planned.", ["until"], ["activity", "paid", "team"]),
  "presence.changed": kind(63, "people", "agent", "What a person can do now changed.", ["presence"], ["on_queue", "team"]),
  "quality.reviewed": kind(64, "people", ["conversation", "call"], "Somebody reviewed an agent's work.", ["agent"], ["questionnaire", "version", "criteria", "critical_error", "team", "author"]),

  "subscription.changed": kind(70, "money", "subscription", "A subscription began, changed or ended: 0 is the end.", ["mrr", "customer"], ["currency", "plan", "voluntary_end", "reason"]),
  "invoice.issued": kind(71, "money", "invoice", "A customer was billed.", ["amount"], ["customer", "currency"]),
  "order.placed": kind(72, "money", "order", "A customer bought something.", ["amount"], ["customer", "currency", "cost", "network", "card_present", "channel"]),
  "order.refunded": kind(73, "money", ["order", "invoice"], "Money went back.", ["amount"], ["customer", "currency", "reason"]),
  "dispute.received": kind(74, "money", "dispute", "A card holder disputed a charge.", [], ["network", "reason", "amount", "currency", "sale_at", "order", "customer", "stage"]),
  "fraud.reported": kind(75, "money", "dispute", "The issuer reported a charge as fraud.", [], ["network", "amount", "currency", "sale_at", "order", "customer"]),
  "cost.booked": kind(76, "money", "cost", "Money was spent on running the service.", ["amount", "category"], ["currency", "team", "channel", "until"]),

  "customer.known_as": kind(80, "identity", "customer", "Two ids turned out to be one customer, or not.", ["same_as"], ["linked"]),
  "customer.changed": kind(81, "identity", "customer", "What we know of a customer changed.", [], ["plan", "name", "referrer", "source", "test"]),
  "agent.known_as": kind(82, "identity", "agent", "An agent's name, or another id of the same person.", [], ["name", "same_as", "linked", "team", "role"]),
  "team.known_as": kind(83, "identity", "team", "A team's name, or another id of the same team.", [], ["name", "same_as", "linked"]),
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
