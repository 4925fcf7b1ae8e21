import { expect, test } from "vitest"
import type { RowColumn } from "../../src/query/question.ts"
import { sortRows } from "../../web/src/rows/sort-rows.ts"

const columns: readonly RowColumn[] = [
  { name: "conversation", title: "Conversation", unit: "conversation" },
  { name: "counted", title: "Counted", unit: "moment" },
  { name: "wait_s", title: "Wait", unit: "seconds" },
  { name: "agent", title: "Agent", unit: "text" },
]

const names = { agent: { u3: "Ana", u1: "Cem" } }

const rows = [
  { conversation: "conversation:2", counted: "2026-10-25T02:30:00+02:00", wait_s: 9, agent: "Bo" },
  { conversation: "conversation:10", counted: "2026-10-25T02:10:00+01:00", wait_s: null, agent: "u1" },
  { conversation: "conversation:1", counted: "2026-10-25T01:50:00+02:00", wait_s: 80, agent: "u3" },
]

test.each([
  ["counted", ["1", "2", "10"]],
  ["-counted", ["10", "2", "1"]],
  ["conversation", ["1", "2", "10"]],
  ["-wait_s", ["1", "2", "10"]],
  ["wait_s", ["2", "1", "10"]],
  ["agent", ["1", "2", "10"]],
])("by %s, also in the night when clocks are put back, people as they are called, and what is not known last", (sort, order) => {
  const sorted = sortRows({ rows, columns, names }, sort).map(({ conversation }) =>
    String(conversation).replace("conversation:", ""),
  )
  expect(sorted).toEqual(order)
})
