import { describe, expect } from "vitest"
import { checkExamples, type Example, near, times } from "../../test/examples.ts"
import type { FactRow } from "../../test/facts.ts"

const day = "2024-05-10"
const offered = (outcome: string, ...waits: readonly number[]): readonly FactRow[] =>
  waits.map((seconds) => ({
    offered_at: day,
    started_at: day,
    outcome,
    wait_ms: seconds * 1000,
    ...(outcome === "answered" && { answered_at: day }),
  }))
const ten = [...offered("answered", 5, 25, 20, 21, 0, 120, 19), ...offered("abandoned", 3, 30, 4)]
const cisco = [
  ...offered("answered", ...Array.from({ length: 70 }, () => 9), ...Array.from({ length: 20 }, () => 60)),
  ...offered("abandoned", ...Array.from({ length: 10 }, () => 15)),
]
const handled = (talk: number, hold: number, wrap: number): FactRow => ({
  ended_at: day,
  answered_at: day,
  talk_ms: talk * 1000,
  hold_ms: hold * 1000,
  wrap_ms: wrap * 1000,
  handle_ms: (talk + hold + wrap) * 1000,
})

const examples: readonly Example[] = [
  {
    of: "18 (1): of the answered only",
    asked: "average_speed_of_answer",
    rows: { calls: ten },
    is: { value: 30, n: 7, method: "abc" },
  },
  {
    of: "18 (2): two queues, the caller's side",
    asked: "average_speed_of_answer",
    rows: { calls: offered("answered", 50) },
    is: { value: 50 },
  },
  {
    of: "18 (2): two queues, each",
    asked: "average_speed_of_answer:legs",
    rows: { legs: offered("answered", 10, 40).map(({ started_at: _, ...row }) => row) },
    is: { value: 25 },
  },
  {
    of: "18 (3): nobody answered",
    asked: "average_speed_of_answer",
    rows: { calls: offered("abandoned", 3) },
    is: { value: null, because: "no rows" },
  },
  {
    of: "19 (1): giving up",
    asked: "time_to_abandon",
    rows: { calls: ten },
    is: { value: near(12.333), n: 3, also: expect.objectContaining({ median: 4 }) },
  },
  { of: "19 (2): patience", asked: "time_to_abandon:patience", rows: { calls: ten }, is: { method: "km", n: 3, censored: 7 } },
  ...(
    [
      ["answered_only", 4 / 7],
      ["abandons_negative", 0.4],
      ["abandons_ignored", 0.5],
      ["abandons_positive", 0.6],
    ] as const
  ).map(([variant, value]) => ({
    of: "21 (2): the formulas",
    asked: `service_level:${variant}`,
    rows: { calls: ten },
    is: { value: near(value) },
  })),
  {
    of: "21 (2): short abandons excluded",
    asked: "service_level",
    rows: { calls: ten },
    is: { value: 0.5, numerator: 4, n: 8, excluded: { short_abandon: 2 } },
  },
  { of: "21 (1): ignored", asked: "service_level:abandons_ignored", rows: { calls: cisco }, is: { value: near(0.7778) } },
  { of: "21 (1): negative", asked: "service_level:abandons_negative", rows: { calls: cisco }, is: { value: 0.7 } },
  { of: "21 (1): positive", asked: "service_level:abandons_positive", rows: { calls: cisco }, is: { value: 0.8 } },
  { of: "21 (4): exactly 20 s is within", asked: "service_level", rows: { calls: offered("answered", 20) }, is: { value: 1 } },
  {
    of: "21: who waits too long already has missed it, who waits a little is pending",
    asked: "service_level",
    rows: {
      calls: [
        ...offered("answered", 3),
        { offered_at: "2024-05-10T00:00:00Z", outcome: "waiting" },
        { offered_at: "2024-05-10T00:00:50Z", outcome: "waiting" },
      ],
    },
    knownUntil: "2024-05-10T00:01:00Z",
    is: { value: 0.5, n: 2, pending: 1 },
  },
  {
    of: "22 (1): short ones removed",
    asked: "abandonment_rate",
    rows: { calls: ten },
    is: { value: 0.125, n: 8, excluded: { short_abandon: 2 } },
  },
  { of: "22 (1): raw", asked: "abandonment_rate:raw", rows: { calls: ten }, is: { value: 0.3, n: 10 } },
  {
    of: "23 (1): answered",
    asked: "answered_call_rate",
    rows: {
      calls: [...times(90, { offered_at: day, outcome: "answered" }), ...times(10, { offered_at: day, outcome: "no_answer" })],
    },
    is: { value: 0.9, low: near(0.8256), high: near(0.9448) },
  },
  {
    of: "24 (1): missed",
    asked: "missed_call_rate",
    rows: {
      calls: [...times(90, { offered_at: day, outcome: "answered" }), ...times(10, { offered_at: day, outcome: "no_answer" })],
    },
    is: { value: 0.1 },
  },
  {
    of: "24 (2): rings",
    asked: "agent_missed_rate",
    rows: { calls: [{ offered_at: day, outcome: "answered", rings: 3, missed_rings: 2 }] },
    is: { value: near(0.6667), n: 1 },
  },
  {
    of: "20: over all",
    asked: "average_hold_time",
    rows: { calls: [0, 30, 60].map((hold) => handled(10, hold, 0)) },
    is: { value: 30 },
  },
  {
    of: "20: over the held",
    asked: "average_hold_time:held",
    rows: { calls: [0, 30, 60].map((hold) => handled(10, hold, 0)) },
    is: { value: 45 },
  },
  {
    of: "27 (1): handle time",
    asked: "average_handle_time",
    rows: { legs: [handled(300, 60, 60), handled(420, 0, 120)] },
    is: { value: 480, n: 2 },
  },
  {
    of: "27 (2): a transferred call by its parts",
    asked: "average_handle_time",
    rows: { legs: [handled(200, 0, 0), handled(400, 0, 0)] },
    is: { value: 300 },
  },
  {
    of: "27 (2): and as one contact",
    asked: "average_handle_time:contact",
    rows: { calls: [handled(600, 0, 0)] },
    is: { value: 600 },
  },
  {
    of: "28: after-call work",
    asked: "after_call_work",
    rows: { legs: [60, 120, 0].map((wrap) => handled(1, 0, wrap)) },
    is: { value: 60 },
  },
  {
    of: "28: where there was some",
    asked: "after_call_work:with_some",
    rows: { legs: [60, 120, 0].map((wrap) => handled(1, 0, wrap)) },
    is: { value: 90 },
  },
]

describe("the worked examples of calls", () => checkExamples(examples))
