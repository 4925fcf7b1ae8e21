import { describe, expect, test } from "vitest"
import { at, type FactRow, factsOf } from "../../test/facts.ts"
import { ask } from "./ask.ts"
import type { Cell, Question } from "./question.ts"
import { abcRatio, effectiveSize, momentsOf, newcombe, quantileRanks, wilson } from "./statistics/index.ts"
import { random } from "./statistics/random.ts"

const HOUR_US = 3_600_000_000
const FROM = at("2024-05-01")
const CONVERSATIONS = 120

interface Wait {
  readonly conversation: number
  readonly channel: string
  readonly tags: readonly string[]
  readonly replied_at: number
  readonly wait_ms: number
}

/** Conversations over some weeks, each with its own pace, their waits in several weeks. */
function conversations(seed: number): readonly Wait[] {
  const next = random(seed)
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!
  return Array.from({ length: CONVERSATIONS }, (_, conversation) => {
    const [channel, tags, pace] = [one(["email", "chat"]), one([[], ["vip"], ["vip", "late"]]), Math.exp(4 * next())]
    const begun = FROM + Math.floor(next() * 600) * HOUR_US
    return Array.from({ length: 1 + Math.floor(next() * 6) }, (_, turn) => ({
      conversation,
      channel,
      tags,
      replied_at: begun + turn * 40 * HOUR_US,
      wait_ms: Math.floor(60_000 * pace * (0.8 + 0.4 * next())),
    }))
  }).flat()
}

const waits = conversations(5)
const rows = waits.map(({ conversation, ...wait }): FactRow => ({
  ...wait,
  conversation: `conversation:${conversation}`,
  from_at: wait.replied_at - wait.wait_ms * 1000,
}))
const facts = factsOf({ waits: rows }, { knownUntil: "2024-07-01" })
const question: Question = { metrics: ["average_response_time"], from: "2024-05-01", to: "2024-06-10", grain: "week" }

/** The interval in seconds, from the sums of each conversation added up one by one. */
function obvious(own: readonly Wait[]) {
  const sums = new Map<number, { x: number; y: number }>()
  for (const { conversation, wait_ms } of own) {
    const sum = sums.get(conversation) ?? { x: 0, y: 0 }
    sums.set(conversation, { x: sum.x + wait_ms / 1000, y: sum.y + 1 })
  }
  return abcRatio(momentsOf([...sums.values()]))
}

function expectSame(cell: Cell, own: readonly Wait[]): void {
  const interval = obvious(own)
  expect(cell.n).toBe(own.length)
  if (!interval) {
    expect(cell.low).toBeNull()
    return
  }
  expect(cell.value).toBeCloseTo(interval.value, 6)
  if (interval.low <= interval.value) expect(cell.low).toBeCloseTo(interval.low, 5)
  if (interval.high >= interval.value) expect(cell.high).toBeCloseTo(interval.high, 5)
}

describe("the mean wait's interval is that of conversations", () => {
  test.each([["channel"], ["tag"]])("in each week and all of them, split by %s", async (by) => {
    const { rows, buckets } = await ask({ ...question, by: [by] }, await facts)
    for (const { bucket, by: group, cells } of rows) {
      const week = bucket === null ? undefined : buckets[bucket]!
      const own = waits.filter(
        ({ replied_at, channel, tags }) =>
          (week === undefined || (replied_at >= at(week.from!) && replied_at < at(week.to!))) &&
          (group["channel"] === undefined || group["channel"] === channel) &&
          (group["tag"] === undefined || (group["tag"] === null ? tags.length === 0 : tags.includes(group["tag"]))),
      )
      expectSame(cells["average_response_time"]!, own)
    }
    expect(rows.length).toBeGreaterThan(12)
  })

  test("without first turns too, and beside the weeks before", async () => {
    const metrics = ["average_response_time", "average_response_time:exclude_first", "average_response_time:business"]
    const together = await ask({ ...question, metrics, compare: "previous" }, await facts)
    const alone = await ask({ ...question, compare: "previous" }, await facts)
    expect(together.rows.map(({ cells }) => cells["average_response_time"])).toEqual(
      alone.rows.map(({ cells }) => cells["average_response_time"]),
    )
  })

  test("a median of waits is as sure as of as many conversations", async () => {
    // Twenty conversations of five equal waits each: the median's interval is that of twenty values.
    const minutes = Array.from({ length: 100 }, (_, i) => 1 + Math.floor(i / 5))
    const equal = minutes.map((minute): FactRow => ({
      conversation: `conversation:${minute}`,
      from_at: "2024-05-02",
      replied_at: "2024-05-03",
      wait_ms: minute * 60_000,
    }))
    const answer = await ask({ ...question, metrics: ["average_response_time"] }, await factsOf({ waits: equal }))
    const { also } = answer.rows.at(-1)!.cells["average_response_time"]!
    const ranks = quantileRanks(20, 0.5)!
    expect(also).toMatchObject({ median_low: ranks.lower * 60, median_high: ranks.upper * 60 })
  })
})

test("up to 200 rows an interval has exactly the binomial ranks", async () => {
  const hours = Array.from({ length: 100 }, (_, i) => i + 1)
  const conversations = hours.map((hour): FactRow => ({
    counted_at: "2024-05-02",
    first_reply_from_at: "2024-05-02",
    first_reply_at: "2024-05-03",
    first_reply_ms: hour * 3_600_000,
  }))
  const { rows } = await ask({ ...question, metrics: ["first_response_time"] }, await factsOf({ conversations }))
  const cell = rows.at(-1)!.cells["first_response_time"]!
  expect([cell.low, cell.high]).toEqual([40 * 3600, 61 * 3600])
  const p90 = quantileRanks(100, 0.9)!
  expect(cell.also).toMatchObject({ p90_low: p90.lower * 3600, p90_high: p90.upper * 3600 })
})

test("a share's interval is that of as many rows as its clusters are worth, also beside another period", async () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({
    customer: `customer:${(i * i) % 37}`,
    starts: true,
    contact: "turn",
    at: at("2024-05-01") + ((i * 7919) % 500) * 3_600_000_000,
    channel: i % 3 === 0 ? "chat" : "email",
    again: (i * i) % 37 < 14,
  }))
  const contacts = rows.map(({ again, ...row }) => ({ ...row, next_same_topic_at: again ? row.at + 3_600_000_000 : null }))
  const source = await factsOf({ contacts }, { knownUntil: "2024-07-01" })
  const two = ["repeat_contact_rate", "repeat_contact_rate(days=7)"]
  const asked = { from: "2024-05-08", to: "2024-05-15", by: ["channel"], grain: "day", compare: "previous" } as const
  const answer = await ask({ ...asked, by: ["channel"], metrics: two }, source)
  const obviousSize = (from: number, to: number, channel: string | null | undefined) => {
    const own = rows.filter((row) => row.at >= from && row.at < to && (channel === undefined || row.channel === channel))
    const customers = [...new Set(own.map(({ customer }) => customer))].map((customer) => {
      const theirs = own.filter((row) => row.customer === customer)
      return { x: theirs.filter(({ again }) => again).length, y: theirs.length }
    })
    return effectiveSize(momentsOf(customers))
  }
  for (const { bucket, by, cells } of answer.rows) {
    const { from, to } = bucket === null ? answer.period : answer.buckets[bucket]!
    const worth = obviousSize(at(from!), at(to!), by["channel"])
    const cell = cells["repeat_contact_rate"]!
    expect(cell).toEqual(cells["repeat_contact_rate(days=7)"])
    expect(cell.also?.["effective_n"]).toBeCloseTo(worth, 9)
    if (cell.value !== null) expect(cell.low).toBeCloseTo(wilson(cell.value * worth, worth)!.low, 9)
  }
  const { before, low } = answer.rows.at(-1)!.changes!["repeat_contact_rate"]!
  const share = ({ value, also }: Cell) => ({ successes: value! * also!["effective_n"]!, n: also!["effective_n"]! })
  const now = answer.rows.at(-1)!.cells["repeat_contact_rate"]!
  expect(low).toBeCloseTo(newcombe(share(now), share(before))!.low * 100, 9)
})
