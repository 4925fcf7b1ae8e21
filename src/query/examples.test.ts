import { describe, expect, test } from "vitest"
import { checkExamples, type Example, MAY, near, times } from "../../test/examples.ts"
import { type FactRow, factsOf } from "../../test/facts.ts"
import { ask } from "./ask.ts"

const day = "2024-05-10"

const solved = { first_solved_at: day, solved_at: day, counted_at: day, opened_at: day }
const moved = (count: number, movement: string): readonly FactRow[] => times(count, { movement, at: day })
const aged = (hours: number): FactRow => {
  const from = new Date(Date.parse("2024-06-01T00:00:00Z") - hours * 3_600_000).toISOString()
  return { span: "unsolved", from_at: from, opened_at: from }
}

const examples: readonly Example[] = [
  {
    of: "1: spam and merged ones do not count, outbound ones only once answered",
    asked: "ticket_volume",
    rows: {
      conversations: [
        { counted_at: day },
        { counted_at: day, excluded: "spam" },
        { counted_at: day, excluded: "merged" },
        { opened_at: day },
        { counted_at: day },
      ],
    },
    is: { value: 2, n: 2, excluded: { spam: 1, merged: 1 }, method: "census", low: null },
  },
  {
    of: "1 (4): half past midnight in Berlin is the next day",
    asked: "ticket_volume",
    rows: { conversations: [{ counted_at: "2024-05-31T22:30:00Z" }] },
    question: { zone: "Europe/Berlin" },
    is: { value: 0, n: 0 },
  },
  {
    of: "5 (3): the share of the declared peak",
    asked: "busy_hour:peak_share",
    rows: {
      contacts: [
        ...times(60, { contact: "turn", at: "2024-05-10T10:30:00Z" }),
        ...times(90, { contact: "call", at: "2024-05-10T12:00:00Z" }),
      ],
    },
    is: { value: 0.4, numerator: 60, n: 150 },
  },
  {
    of: "9 (1): exactly 24 h is not more",
    asked: "aged_backlog_share",
    rows: { spans: [2, 5, 9, 24, 30].map(aged) },
    is: { value: 0.2, numerator: 1, n: 5 },
  },
  {
    of: "9: the age of the open ones",
    asked: "backlog_age",
    rows: { spans: [2, 5, 9, 24, 30].map(aged) },
    is: { value: 9 * 3600, n: 5 },
  },
  {
    of: "10 (1): solved for each new one",
    asked: "clearance_ratio",
    rows: { movements: [...moved(30, "solved"), ...moved(25, "created"), ...moved(3, "reopened"), ...moved(9, "contacted")] },
    is: { value: near(1.0714), numerator: 30, denominator: 28, n: 58 },
  },
  {
    of: "10 (2): days of backlog",
    asked: "backlog_days",
    rows: { spans: times(36, aged(3)), movements: moved(280, "solved") },
    is: { value: near(3.6), n: 36 },
  },
  {
    of: "25 (1): seven of nine",
    asked: "response_rate",
    rows: {
      conversations: [
        ...times(7, { counted_at: day, first_reply_from_at: day, first_reply_at: day }),
        ...times(2, { counted_at: day, first_reply_from_at: day }),
        { counted_at: day, excluded: "spam" },
      ],
    },
    is: { value: near(0.7778), numerator: 7, n: 9, excluded: { spam: 1 } },
  },
  {
    of: "25 (2): within a day; who is too young is pending",
    asked: "response_rate:within",
    rows: {
      conversations: [
        ...times(6, { counted_at: day, first_reply_from_at: day, first_reply_at: day, first_reply_ms: 60_000 }),
        ...times(2, { counted_at: day, first_reply_from_at: day }),
        ...times(2, { counted_at: "2024-05-20T14:00:00Z", first_reply_from_at: "2024-05-20T14:00:00Z" }),
      ],
    },
    knownUntil: "2024-05-21",
    is: { value: 0.75, numerator: 6, n: 8, pending: 2 },
  },
  {
    of: "35 (1): one of those solved is open again",
    asked: "resolution_rate",
    rows: { conversations: [...times(15, solved), ...times(5, { counted_at: day, opened_at: day, first_solved_at: day })] },
    is: { value: 0.75, numerator: 15, n: 20, low: near(0.5313), high: near(0.8881) },
  },
  {
    of: "35 (2): within 72 h",
    asked: "resolution_rate:within",
    rows: {
      conversations: [
        ...times(12, { ...solved, resolution_ms: 3_600_000 }),
        ...times(6, { ...solved, solved_at: null }),
        ...times(2, { counted_at: "2024-05-30", opened_at: "2024-05-30" }),
      ],
    },
    is: { value: near(0.6667), n: 18, pending: 2 },
  },
  {
    of: "37: the touches partition the solved",
    asked: "one_touch_rate",
    rows: { conversations: [0, 1, 1, 2, 5].map((reply_messages) => ({ ...solved, reply_messages })) },
    is: { value: 0.4, n: 5, parts: { "0": 1, "1": 2, "2": 1, "3+": 1 } },
  },
  {
    of: "38: replies per resolution",
    asked: "replies_per_resolution",
    rows: { conversations: [1, 1, 4].map((replies) => ({ ...solved, replies })) },
    is: { value: 2, n: 3, also: expect.objectContaining({ median: 1 }) },
  },
  {
    of: "39 (1): by conversation",
    asked: "reopen_rate",
    rows: {
      conversations: [
        ...times(17, solved),
        ...times(2, { ...solved, first_reopened_at: "2024-05-12", reopens: 1 }),
        { ...solved, first_reopened_at: "2024-05-12", reopens: 2 },
      ],
    },
    is: { value: 0.15, numerator: 3, n: 20 },
  },
  {
    of: "39: too late a reopening, and too young a solve",
    asked: "reopen_rate",
    rows: {
      conversations: [
        { ...solved, first_reopened_at: "2024-05-18" },
        { ...solved, first_solved_at: "2024-05-30" },
      ],
    },
    is: { value: 0, n: 1, pending: 1 },
  },
  {
    of: "40: escalated",
    asked: "escalation_rate",
    rows: {
      conversations: [
        ...times(10, { counted_at: day, escalations: 2, first_tier: 1 }),
        ...times(90, { counted_at: day, escalations: 0, first_tier: 1 }),
        { counted_at: day, first_tier: 2 },
      ],
    },
    is: { value: 0.1, n: 100, excluded: { not_tier_1: 1 } },
  },
  { of: "44: contained", asked: "bot_containment_rate", rows: botRows(), is: { value: 0.4, n: 10 } },
  { of: "44: silence included", asked: "bot_containment_rate:lenient", rows: botRows(), is: { value: 0.6, n: 10 } },
  { of: "45: handed off", asked: "bot_handoff_rate", rows: botRows(), is: { value: 0.3, n: 10 } },
]

describe("the worked examples of demand, backlog and effectiveness", () => checkExamples(examples))

test("3: the mix of channels, with the unknown beside it", async () => {
  const of = (channel: string | null, count: number) => times(count, { counted_at: day, channel })
  const facts = await factsOf(
    { conversations: [...of("email", 40), ...of("chat", 50), ...of("phone", 10), ...of(null, 4)] },
    { knownUntil: "2024-06-02" },
  )
  const { rows } = await ask({ ...MAY, metrics: ["channel_mix"], by: ["channel"] }, facts)
  const shares = rows.map(({ by, cells }) => [by["channel"], cells["channel_mix"]!.value, cells["channel_mix"]!.excluded])
  expect(shares).toEqual([
    [undefined, 1, { unknown: 4 }],
    ["chat", 0.5, {}],
    ["email", 0.4, {}],
    ["phone", 0.1, {}],
    [null, null, { unknown: 4 }],
  ])
})

function botRows(): Readonly<Record<string, readonly FactRow[]>> {
  const bot = { bot_at: day, first_solved_at: day }
  return {
    conversations: [
      ...times(4, { ...bot, customer_after_bot: true }),
      ...times(2, { ...bot, customer_after_bot: false }),
      ...times(3, { ...bot, handed_off_at: day, human_at: day }),
      { ...bot, customer_after_bot: false, first_reopened_at: "2024-05-11" },
      { counted_at: day },
    ],
  }
}
