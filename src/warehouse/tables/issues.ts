import { code, count, moment, steps, subject, texts, type Table } from "./column.ts"

const whose = {
  customer: subject("the customer"),
  attributes: texts("what was known of the customer then, as `customer.…`"),
} as const

export const issues = {
  name: "issues",
  means: "Each solved conversation of a known customer, and what the customer did afterwards.",
  rows: "issues",
  columns: {
    conversation: subject("the conversation"),
    ...whose,
    channel: code("channel of the first customer message"),
    team: code("team"),
    topic: code("topic"),
    solved_at: moment("when it was first solved"),
    previous_at: moment("when the customer's issue before it was solved"),
    last_active_at: moment("when the customer last bought, or began to pay, by then"),
    bought_at: moment("the customer's next order"),
    paid_at: moment("from when on the customer pays for a subscription: at once, where one runs"),
    expanded_at: moment("when the customer's revenue next grew"),
  },
} as const satisfies Table

export const quietTimes = {
  name: "quiet_times",
  means:
    "Each stretch of time in which a customer who buys or pays had no issue solved: before the first, between two, after the last.",
  rows: "customers without an issue",
  columns: {
    ...whose,
    from_at: moment("since: the customer's first order or payment, or the issue before it"),
    to_at: moment("until the next issue was solved; NULL while none is"),
    previous_at: moment("when the issue before it was solved"),
    spread: count("0 to 999, by the customer's name: which moment of a period is the customer's"),
    active_at: steps("each time the customer bought, or began to pay"),
    mrr_at: steps("when the customer's recurring revenue changed"),
    mrr: steps("to what"),
  },
} as const satisfies Table
