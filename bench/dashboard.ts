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

export const ZONE = "Europe/Berlin"

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
