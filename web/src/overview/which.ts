/** What the overview shows, in the order a lead reads it. One question carries all of it. */
export interface Group {
  readonly title: string
  readonly asks: string
  readonly metrics: readonly string[]
}

export const HEADLINES = [
  "ticket_volume",
  "first_response_time",
  "resolution_time",
  "backlog",
  "resolution_rate",
  "reopen_rate",
  "csat",
  "nps",
] as const

export const GROUPS: readonly Group[] = [
  { title: "Demand", asks: "How much came in, and did we keep up?", metrics: ["ticket_volume", "backlog", "clearance_ratio"] },
  {
    title: "Speed",
    asks: "How long did customers wait?",
    metrics: ["first_response_time", "average_response_time", "time_to_assignment", "resolution_time", "requester_wait_time"],
  },
  {
    title: "Outcome",
    asks: "Were they helped, and did it hold?",
    metrics: ["response_rate", "resolution_rate", "one_touch_rate", "replies_per_resolution", "reopen_rate"],
  },
  { title: "Voice", asks: "What do customers say?", metrics: ["csat", "nps", "survey_response_rate"] },
]

/** Of the open conversations, the share older than this. */
export const AGES = [
  { title: "1 day", metric: "aged_backlog_share(hours=24)" },
  { title: "3 days", metric: "aged_backlog_share(hours=72)" },
  { title: "7 days", metric: "aged_backlog_share(hours=168)" },
  { title: "30 days", metric: "aged_backlog_share(hours=720)" },
] as const

export const OVERVIEW_METRICS: readonly string[] = [
  ...new Set([...HEADLINES, ...GROUPS.flatMap((group) => group.metrics), ...AGES.map((age) => age.metric)]),
]

/** What the table beside each team, agent, channel or topic says. */
export const SPLIT_METRICS = [
  "ticket_volume",
  "first_response_time",
  "resolution_time",
  "resolution_rate",
  "reopen_rate",
  "csat",
] as const

/** What people split by most, the usual first. */
export const SPLITS = [
  { field: "team", title: "Team" },
  { field: "agent", title: "Agent" },
  { field: "channel", title: "Channel" },
  { field: "topic", title: "Topic" },
  { field: "priority", title: "Priority" },
  { field: "brand", title: "Brand" },
] as const
