import { nearest } from "../near.ts"
import { Problem } from "../problem.ts"

/** A few metrics that belong on one page, as one question asks for them. */
export interface Scorecard {
  readonly name: string
  readonly title: string
  readonly means: string
  readonly metrics: readonly string[]
}

export const scorecards: readonly Scorecard[] = [
  {
    name: "essentials",
    title: "Essentials",
    means: "The four that every service should know: how soon, how well at once, how content, how loyal.",
    metrics: ["first_response_time", "first_contact_resolution", "csat", "nps"],
  },
  {
    name: "ecommerce",
    title: "E-commerce",
    means: "Ten for a shop: what buying causes in contacts, how they are served, what they cost, and whether people buy again.",
    metrics: [
      "ticket_volume",
      "contact_rate:per_order",
      "first_response_time",
      "resolution_time",
      "first_contact_resolution",
      "csat",
      "nps",
      "self_service_score",
      "cost_per_contact",
      "chargeback_rate",
    ],
  },
  {
    name: "customer_success",
    title: "Customer success",
    means: "Five for subscriptions: who leaves, what stays and grows, what a customer is worth, and who would recommend us.",
    metrics: ["customer_churn_rate", "net_revenue_retention", "mrr", "customer_lifetime_value", "nps"],
  },
  {
    name: "call_centre",
    title: "Call centre",
    means: "Five for the phone: how soon it is answered, who gives up, how long a call takes, and whether one was enough.",
    metrics: ["service_level", "average_speed_of_answer", "abandonment_rate", "average_handle_time", "first_contact_resolution"],
  },
  {
    name: "operations",
    title: "Operations",
    means: "For who plans the week: what comes in and gets done, what grows old, and how the people's time is used.",
    metrics: [
      "ticket_volume",
      "clearance_ratio",
      "backlog",
      "aged_backlog_share",
      "occupancy",
      "utilization",
      "shrinkage",
      "tickets_solved_per_agent_hour",
      "required_agents",
      "employee_turnover_rate",
    ],
  },
]

export function findScorecard(name: string): Scorecard {
  const names = scorecards.map((one) => one.name)
  const found = scorecards.find((one) => one.name === name)
  if (!found) throw new Problem("scorecard.unknown", { name, names, near: nearest(name, names) })
  return found
}
