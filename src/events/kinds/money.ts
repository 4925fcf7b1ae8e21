import { kind, type Kind } from "./kind.ts"

export const moneyKinds = {
  "subscription.changed": kind(
    70,
    "money",
    "subscription",
    "A subscription began, changed or ended: 0 is the end.",
    ["mrr", "customer"],
    ["currency", "plan", "voluntary_end", "reason"],
  ),
  "invoice.issued": kind(71, "money", "invoice", "A customer was billed.", ["amount"], ["customer", "currency"]),
  "order.placed": kind(
    72,
    "money",
    "order",
    "A customer bought something.",
    ["amount"],
    ["customer", "currency", "cost", "network", "card_present", "channel"],
  ),
  "order.refunded": kind(73, "money", ["order", "invoice"], "Money went back.", ["amount"], ["customer", "currency", "reason"]),
  "dispute.received": kind(
    74,
    "money",
    "dispute",
    "A card holder disputed a charge.",
    [],
    ["network", "reason", "amount", "currency", "sale_at", "order", "customer", "stage"],
  ),
  "fraud.reported": kind(
    75,
    "money",
    "dispute",
    "The issuer reported a charge as fraud.",
    [],
    ["network", "amount", "currency", "sale_at", "order", "customer"],
  ),
  "cost.booked": kind(
    76,
    "money",
    "cost",
    "Money was spent on running the service.",
    ["amount", "category"],
    ["currency", "team", "channel", "until"],
  ),
} as const satisfies Record<string, Kind>
