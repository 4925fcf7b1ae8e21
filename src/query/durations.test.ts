import { describe, expect } from "vitest"
import { checkExamples, type Example } from "../../test/examples.ts"
import type { FactRow } from "../../test/facts.ts"

const MIN = 60_000
const HOUR = 60 * MIN
const DAY = 24 * HOUR
const opened = "2024-05-10T08:00:00Z"

const answeredAfter = (minutes: number): FactRow => ({
  counted_at: opened,
  first_reply_from_at: opened,
  first_reply_at: `2024-05-10T${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00Z`,
  first_reply_ms: minutes * MIN,
})
const waiting: FactRow = { counted_at: opened, first_reply_from_at: opened }
const solvedAfter = (ms: number, at: string): FactRow => ({
  counted_at: "2024-05-01",
  opened_at: "2024-05-01",
  resolution_from_at: "2024-05-01",
  solved_at: at,
  resolution_ms: ms,
})

const examples: readonly Example[] = [
  {
    of: "11 (3): one in four still waits, so the headline is Kaplan–Meier",
    asked: "first_response_time",
    rows: { conversations: [answeredAfter(10), answeredAfter(20), answeredAfter(60), waiting] },
    knownUntil: "2024-05-10T09:30:00Z",
    is: {
      value: 20 * 60,
      n: 3,
      censored: 1,
      method: "km",
      also: expect.objectContaining({ completed_median: 20 * 60, p90: null, share_completed: 0.75 }),
    },
  },
  {
    of: "11: a solve without an answer is no response time",
    asked: "first_response_time",
    rows: {
      conversations: [answeredAfter(30), { ...waiting, unreplied_end_at: "2024-05-10T09:00:00Z" }, { counted_at: opened }],
    },
    is: {
      value: 30 * 60,
      n: 1,
      censored: 0,
      excluded: { no_customer_message: 1, solved_without_reply: 1 },
      method: "order_statistic",
    },
  },
  {
    of: "11 (5): since the hand-off",
    asked: "first_response_time:since_handoff",
    rows: {
      conversations: [
        { ...answeredAfter(2), handed_off_at: "2024-05-10T08:00:20Z", first_reply_since_handoff_ms: 42_000 },
        answeredAfter(5),
      ],
    },
    is: { value: 42, n: 1 },
  },
  {
    of: "12 (1): two turns",
    asked: "average_response_time",
    rows: {
      waits: [
        { turn: 1, from_at: opened, replied_at: "2024-05-10T08:15:00Z", wait_ms: 15 * MIN },
        { turn: 2, from_at: "2024-05-10T09:00:00Z", replied_at: "2024-05-10T09:05:00Z", wait_ms: 5 * MIN },
      ],
    },
    is: { value: 600, n: 2, method: "abc" },
  },
  {
    of: "12: without the first turn",
    asked: "average_response_time:exclude_first",
    rows: {
      waits: [
        { turn: 1, from_at: opened, replied_at: "2024-05-10T08:15:00Z", wait_ms: 15 * MIN },
        { turn: 2, from_at: "2024-05-10T09:00:00Z", replied_at: "2024-05-10T09:05:00Z", wait_ms: 5 * MIN },
      ],
    },
    is: { value: 300, n: 1 },
  },
  {
    of: "12 (3): a final thanks nobody answered is censored at the solve",
    asked: "average_response_time:started",
    rows: {
      waits: [
        { turn: 1, from_at: opened, replied_at: "2024-05-10T08:10:00Z", wait_ms: 10 * MIN },
        { turn: 2, from_at: "2024-05-10T08:30:00Z", ended_at: "2024-05-10T08:40:00Z", ended_ms: 10 * MIN },
      ],
    },
    is: { value: 600, n: 1, censored: 1 },
  },
  {
    of: "12 (4): spans, not tickets, are averaged",
    asked: "average_response_time",
    rows: {
      waits: [10, 10, 10, 70].map((minutes) => ({ from_at: opened, replied_at: "2024-05-10T10:00:00Z", wait_ms: minutes * MIN })),
    },
    is: { value: 25 * 60, n: 4 },
  },
  {
    of: "13 (2): unsolved is censored",
    asked: "first_resolution_time",
    rows: { conversations: [{ counted_at: opened, opened_at: opened, resolution_from_at: opened }] },
    is: { value: null, n: 0, censored: 1, because: expect.stringContaining("not reached") },
  },
  {
    of: "14 (3): of those solved in May, whenever they began",
    asked: "resolution_time",
    rows: {
      conversations: [
        { counted_at: "2024-04-01", opened_at: "2024-04-01", solved_at: "2024-05-02", resolution_ms: 31 * DAY },
        { counted_at: "2024-05-10", opened_at: "2024-05-10", solved_at: "2024-05-11", resolution_ms: DAY },
        { counted_at: "2024-05-20", opened_at: "2024-05-20", resolution_from_at: "2024-05-20" },
      ],
    },
    is: { value: (16 * DAY) / 1000, n: 2, censored: 0 },
  },
  {
    of: "14 (3): of those begun in May, the open one too",
    asked: "resolution_time:created",
    rows: {
      conversations: [
        { counted_at: "2024-04-01", opened_at: "2024-04-01", solved_at: "2024-05-02", resolution_ms: 31 * DAY },
        { counted_at: "2024-05-10", opened_at: "2024-05-10", solved_at: "2024-05-11", resolution_ms: DAY },
        { counted_at: "2024-05-20", opened_at: "2024-05-20", resolution_from_at: "2024-05-20" },
      ],
    },
    is: { value: DAY / 1000, n: 1, censored: 1, method: "km" },
  },
  {
    of: "14 (4): four of nine are open",
    asked: "resolution_time:created",
    rows: {
      conversations: [
        ...[1, 2, 2, 3, 8].map((hours) => solvedAfter(hours * HOUR, "2024-05-02")),
        ...[10, 10, 12, 12].map((hours) => {
          const from = new Date(Date.parse("2024-06-01T00:00:00Z") - hours * HOUR).toISOString()
          return { counted_at: from, opened_at: from, resolution_from_at: from }
        }),
      ],
    },
    is: { value: (8 * HOUR) / 1000, n: 5, censored: 4, also: expect.objectContaining({ completed_median: (2 * HOUR) / 1000 }) },
  },
  {
    of: "14 (2): net of waiting for the customer",
    asked: "resolution_time:net",
    rows: { conversations: [{ ...solvedAfter(120 * MIN, "2024-05-02"), pending_ms: 60 * MIN }] },
    is: { value: 3600, n: 1 },
  },
  ...(
    [
      ["requester_wait_time", 75],
      ["agent_wait_time", 40],
      ["on_hold_time", 30],
      ["agent_work_time", 45],
    ] as const
  ).map(([asked, minutes]) => ({
    of: "15 and 16: the family of times in a status",
    asked,
    rows: {
      conversations: [
        {
          ...solvedAfter(115 * MIN, "2024-05-02"),
          new_ms: 10 * MIN,
          opened_ms: 35 * MIN,
          pending_ms: 40 * MIN,
          on_hold_ms: 30 * MIN,
        },
      ],
    },
    is: { value: minutes * 60, n: 1 },
  })),
  {
    of: "16 (2): pending from 10 until now, unsolved",
    asked: "agent_wait_time:created",
    rows: {
      conversations: [
        { counted_at: opened, opened_at: opened, status: "pending", status_at: "2024-05-10T08:10:00Z", pending_ms: 0 },
      ],
    },
    knownUntil: "2024-05-10T08:50:00Z",
    is: { value: null, n: 0, censored: 1 },
  },
  {
    of: "17: nobody yet, and never",
    asked: "time_to_assignment",
    rows: {
      conversations: [
        { counted_at: opened, opened_at: opened, assigned_at: "2024-05-10T08:12:00Z", assignment_ms: 12 * MIN },
        { counted_at: opened, opened_at: opened, solved_at: "2024-05-10T08:30:00Z", unassigned_ms: 30 * MIN },
      ],
    },
    is: { value: 12 * 60, n: 1, excluded: { never_assigned: 1 } },
  },
  {
    of: "17 (2): the time without anybody",
    asked: "time_to_assignment:unassigned",
    rows: {
      conversations: [{ counted_at: opened, opened_at: opened, solved_at: "2024-05-10T08:30:00Z", unassigned_ms: 30 * MIN }],
    },
    is: { value: 30 * 60, n: 1 },
  },
]

describe("the worked examples of durations", () => checkExamples(examples))
