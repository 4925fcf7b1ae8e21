import { boolean, code, moment, money, ms, subject, texts, type Table } from "./column.ts"

export const employees = {
  name: "employees",
  means: "Each stretch of employment of a person; a rehire is a new one.",
  row: "employment",
  columns: {
    agent: code("the person"),
    team: code("the team when it began"),
    last_team: code("the team when it ended, or now"),
    contractor: boolean("not an employee"),
    hired_at: moment("first day"),
    left_at: moment("last day; NULL while it lasts"),
    voluntary: boolean("the person chose to leave; NULL where nobody said"),
    reason: code("why"),
  },
} as const satisfies Table

export const adherences = {
  name: "adherences",
  means: "Each planned stretch of a shift beside what was done in it.",
  row: "shift",
  columns: {
    agent: code("the person"),
    team: code("the team"),
    activity: code("what it was planned for"),
    paid: boolean("paid"),
    from_at: moment("planned start"),
    to_at: moment("planned end"),
    planned_ms: ms("planned length"),
    adhered_ms: ms("of it, in a presence that fits the activity"),
    logged_ms: ms("of it, logged in"),
  },
} as const satisfies Table

const whose = {
  customer: subject("the customer"),
  attributes: texts("what was known of the customer then, as `customer.…`"),
} as const

export const customers = {
  name: "customers",
  means: "Each customer.",
  row: "customer",
  columns: {
    ...whose,
    first_paid_at: moment("first subscription with revenue or first order"),
    first_contact_at: moment("first contact"),
    referrer: subject("who recommended us"),
    source: code("where the customer came from"),
    excluded: code("test customers"),
  },
} as const satisfies Table

export const revenue = {
  name: "revenue",
  means:
    "Each stretch of time with one monthly recurring revenue of a customer, all subscriptions together, in the reporting currency.",
  row: "stretch",
  columns: {
    ...whose,
    plan: code("the plan of the largest subscription"),
    from_at: moment("since"),
    to_at: moment("until; NULL while it lasts"),
    mrr: money("monthly recurring revenue"),
    previous_mrr: money("of the stretch before; 0 if none"),
    paid_before: boolean("the customer had paid at some time before this stretch"),
    voluntary_end: boolean("for a stretch at 0: the customer chose to end it"),
    excluded: code("why it is not counted: no_rate (currency without a rate), test"),
  },
} as const satisfies Table

export const orders = {
  name: "orders",
  means: "Each order.",
  row: "order",
  columns: {
    order: subject("the order"),
    ...whose,
    placed_at: moment("when"),
    amount: money("in the reporting currency"),
    margin: money("amount less cost, less refunds; NULL where the cost is not known"),
    refunded: money("refunded so far; never more than the amount"),
    refunded_at: moment("first refund"),
    network: code("card network"),
    card_present: boolean("the card was there"),
    excluded: code("why it is not counted"),
  },
} as const satisfies Table

export const disputes = {
  name: "disputes",
  means: "Each dispute and each fraud report.",
  row: "dispute",
  columns: {
    dispute: subject("the dispute"),
    ...whose,
    received_at: moment("when it was received"),
    report: code("dispute or fraud"),
    stage: code("alert, first, second"),
    reason: code("reason"),
    network: code("card network"),
    amount: money("in the reporting currency"),
    sale_at: moment("when the sale was made"),
    card_present: boolean("the card was there, by its order"),
    also_fraud: boolean("a dispute whose order was reported as fraud too"),
    excluded: code("why it is not counted"),
  },
} as const satisfies Table

export const costs = {
  name: "costs",
  means: "Each cost of running the service, one row a local day it covers.",
  row: "cost",
  columns: {
    cost: subject("the booking"),
    at: moment("start of the day, or the moment of booking"),
    until_at: moment("end of the day"),
    amount: money("the day's part, in the reporting currency"),
    category: code("wages, technology, telecom, facilities, training, acquisition, bot, …"),
    team: code("the team, where it is one team's"),
    channel: code("the channel, where it is one channel's"),
    excluded: code("why it is not counted"),
  },
} as const satisfies Table
