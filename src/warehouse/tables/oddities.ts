import { code, moment, number, subject } from "./column.ts"
import type { Table } from "./column.ts"

export const problems = {
  name: "problems",
  means: "What the fold found odd in the events, and mended in a stated way.",
  rows: "findings",
  columns: {
    subject: subject("the conversation, call, survey, order or invoice"),
    problem: code(
      "before_opened (events dated before the opening count at the opening), never_opened (it begins with its first event), merge_cycle (the merge is ignored), ends_before_start (the part has no length), overlapping (two subscriptions of one id at once), refund_too_large (more went back than was paid; by how much)",
    ),
    at: moment("when"),
    value: number("how many events, or how many seconds"),
  },
} as const satisfies Table
