import { code, count, moment, subject, type Table } from "./column.ts"

export const sourceCounts = {
  name: "source_counts",
  means: "How many a source says it has of a stretch of time: the last it said of each.",
  rows: "counts of sources",
  columns: {
    source: subject("who says so"),
    from_at: moment("since"),
    until_at: moment("until; NULL where it was not said"),
    entity: code("of what: conversation or call"),
    channel: code("of which channel; NULL for all together"),
    counted: count("how many"),
  },
} as const satisfies Table
