import type { Question } from "../src/query/question.ts"

/** Twenty cards as a team lead would lay them out. */
export const DASHBOARD = [
  "ticket_volume",
  "first_response_time",
  "first_response_time:business",
  "first_response_time:since_handoff",
  "response_rate",
  "first_resolution_time",
  "resolution_rate",
  "time_to_assignment",
  "escalation_rate",
  "resolution_time",
  "resolution_time:business",
  "resolution_time:net",
  "replies_per_resolution",
  "one_touch_rate",
  "reopen_rate",
  "clearance_ratio",
  "backlog",
  "aged_backlog_share",
  "average_response_time",
  "csat",
] as const

/** Twenty over conversations, calls, surveys and money. Money has no channel. */
export const MIXED = [
  "ticket_volume",
  "first_response_time",
  "response_rate",
  "first_resolution_time",
  "resolution_rate",
  "time_to_assignment",
  "resolution_time",
  "resolution_time:business",
  "replies_per_resolution",
  "one_touch_rate",
  "reopen_rate",
  "average_response_time",
  "csat",
  "average_speed_of_answer",
  "service_level",
  "abandonment_rate",
  "answered_call_rate",
  "mrr",
  "chargeback_rate:orders",
  "chargeback_rate:ordered_amount",
] as const

export const ZONE = "Europe/Berlin"

export const mixed = (metrics: readonly string[]): Question => {
  const { by: _, ...whole } = dashboard(metrics)
  return whole
}

/** Half a year by week and channel beside the half before: together all that the demo's year has. */
export const dashboard = (metrics: readonly string[]): Question => ({
  metrics: [...metrics],
  from: "2026-05-01",
  to: "2026-11-01",
  zone: ZONE,
  grain: "week",
  by: ["channel"],
  compare: "previous",
})
