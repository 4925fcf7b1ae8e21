import { expect, test } from "vitest"
import type { RowColumn } from "../../src/query/question.ts"
import { sortRows } from "../../web/src/rows/sort-rows.ts"

const columns: readonly RowColumn[] = [
  { name: "conversation", title: "Conversation", unit: "conversation" },
  { name: "counted", title: "Counted", unit: "moment" },
  { name: "wait_s", title: "Wait", unit: "seconds" },
]

const rows = [
  { conversation: "conversation:2", counted: "2026-10-25T02:30:00+02:00", wait_s: 9 },
  { conversation: "conversation:10", counted: "2026-10-25T02:10:00+01:00", wait_s: null },
  { conversation: "conversation:1", counted: "2026-10-25T01:50:00+02:00", wait_s: 80 },
]

test.each([
  ["counted", ["1", "2", "10"]],
  ["-counted", ["10", "2", "1"]],
  ["conversation", ["1", "2", "10"]],
  ["-wait_s", ["1", "2", "10"]],
  ["wait_s", ["2", "1", "10"]],
])("by %s, also in the night when clocks are put back, and what is not known last", (sort, order) => {
  const sorted = sortRows(rows, sort, columns).map(({ conversation }) => String(conversation).replace("conversation:", ""))
  expect(sorted).toEqual(order)
})
