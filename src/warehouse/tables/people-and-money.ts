import { boolean, code, count, moment, money, steps, subject, texts, type Table } from "./column.ts"

export const employees = {
  name: "employees",
  means: "Each stretch of employment of a person; a rehire is a new one.",
  rows: "employments",
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

const whose = {
  customer: subject("the customer"),
  attributes: texts("what was known of the customer then, as `customer.…`"),
} as const

export const customers = {
  name: "customers",
  means: "Each customer.",
  rows: "customers",
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
  rows: "customers' revenue",
  columns: {
    ...whose,
    plan: code("the plan of the largest subscription"),
    from_at: moment("since"),
    to_at: moment("until; NULL while it lasts"),
    mrr: money("monthly recurring revenue"),
    previous_mrr: money("of the stretch before; 0 if none"),
    first_paid_at: moment("when the customer first had revenue"),
    voluntary_end: boolean("for a stretch at 0: the customer chose to end it"),
    steps_at: steps("when this stretch and each before it began"),
    steps_mrr: steps("the revenue of each of them"),
    excluded: code("why it is not counted: no_rate (currency without a rate), test"),
  },
} as const satisfies Table

export const orders = {
  name: "orders",
  means: "Each order.",
  rows: "orders",
  columns: {
    order: subject("the order"),
    ...whose,
    placed_at: moment("when"),
    amount: money("in the reporting currency"),
    margin: money("amount less cost, less refunds; NULL where the cost is not known"),
    refunded: money("refunded so far; never more than the amount"),
    refunded_at: moment("first refund"),
    channel: code("where it was sold"),
    network: code("card network"),
    card_present: boolean("the card was there"),
    month_later_at: moment("the same local time a month later, where rules compare with the sales of the month before"),
    first_at: moment("the customer's first order"),
    next_at: moment("the customer's next order"),
    repeats: count("days on which the customer bought, up to this order, the first such day aside"),
    repeat_amount: money("what was spent on those days, less refunds"),
    excluded: code("why it is not counted"),
  },
} as const satisfies Table

export const disputes = {
  name: "disputes",
  means: "Each dispute and each fraud report.",
  rows: "disputes",
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
  rows: "costs",
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
