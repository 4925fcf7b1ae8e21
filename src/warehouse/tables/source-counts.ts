import { code, count, moment, subject, type Table } from "./column.ts"

export const sourceCounts = {
  name: "source_counts",
  means:
    "How many a source says it has of a stretch of time, the last it said of each, and how many of them are here; and the days of which nobody said.",
  rows: "stretches of time",
  columns: {
    source: subject("who says so; NULL where several do, or nobody"),
    from_at: moment("since"),
    until_at: moment("until; a day later where it was not said"),
    entity: code("of what: conversation or call"),
    channel: code("of which channel; NULL for all together, or all that nobody counts by channel"),
    counted: count("how many; NULL for a day that nobody counted"),
    arrived: count("how many of them began here"),
  },
} as const satisfies Table
