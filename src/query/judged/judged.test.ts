import { describe, expect, test } from "vitest"
import { at, type FactRow, factsOf } from "../../../test/facts.ts"
import { ask } from "../ask.ts"
import type { AnswerRow, Question } from "../question.ts"
import { xmr } from "../statistics/index.ts"
import { targetOf } from "./targets.ts"

const DAY_US = 86_400_000_000
const YEAR = { from: "2024-01-01", to: "2025-01-01" }
const whole = (rows: readonly AnswerRow[]) => rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)!
const times = (count: number, row: FactRow): FactRow[] => Array.from({ length: count }, () => row)
const rated = (count: number, score: number, answered_at: string | number, arm = "A"): FactRow[] =>
  times(count, { survey: "csat", scale_min: 1, scale_max: 5, score, answered_at, attributes: { arm } })

describe("targets", () => {
  // Nine months at 90 %, three at 50 %.
  const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, "0")}-10`)
  const ratings = months.flatMap((day, i) => [...rated(i < 9 ? 9 : 5, 5, day), ...rated(i < 9 ? 1 : 5, 1, day)])
  const facts = factsOf({ ratings }, { knownUntil: "2025-01-02" })
  const question: Question = { metrics: ["csat"], ...YEAR, grain: "month" }

  test("nine of twelve months: 75 %", async () => {
    const { rows } = await ask({ ...question, targets: [{ metric: "csat", value: 0.8 }] }, await facts)
    expect(whole(rows).attainment!["csat"]).toMatchObject({ met: 9, of: 12, value: 0.75 })
    expect(rows[0]!.judged!["csat"]).toEqual({ target: 0.8, gap: expect.closeTo(0.1, 10), met: true, certain: false })
    expect(whole(rows).judged!["csat"]).toMatchObject({ met: true, certain: false })
  })

  test("a target that changed holds from its day on", async () => {
    const targets = [
      { metric: "csat", value: 0.95, from: "2024-07-01" },
      { metric: "csat", value: 0.8 },
    ]
    const { rows } = await ask({ ...question, targets }, await facts)
    expect(rows.slice(4, 8).map(({ judged }) => judged!["csat"]!.target)).toEqual([0.8, 0.8, 0.95, 0.95])
    expect(whole(rows).attainment!["csat"]).toMatchObject({ met: 6, of: 12 })
  })

  test("a target that begins at a moment begins where the zone of the question has it", async () => {
    const from = (moment: string) => [{ metric: "csat", value: 0.8, from: moment }]
    const zone = "Europe/Berlin"
    const first = await ask({ ...question, zone, targets: from("2024-06-30T22:00:00Z") }, await facts)
    expect(first.rows.slice(5, 7).map(({ judged }) => judged!["csat"]?.target)).toEqual([undefined, 0.8])
    const later = await ask({ ...question, zone, targets: from("2024-06-30T23:00:00Z") }, await facts)
    expect(later.rows.slice(6, 8).map(({ judged }) => judged!["csat"]?.target)).toEqual([undefined, 0.8])
    await expect(ask({ ...question, targets: from("July") }, await facts)).rejects.toThrow(/targets\.from/)
  })

  test("a month that still runs meets nothing yet, and a month without a number is not among them", async () => {
    const half = await factsOf({ ratings: ratings.slice(10) }, { knownUntil: "2024-12-20" })
    const { rows } = await ask({ ...question, targets: [{ metric: "csat", value: 0.8 }] }, half)
    expect(rows[0]!.judged!["csat"]).toEqual({ target: 0.8, gap: null, met: null, certain: null })
    expect(whole(rows).attainment!["csat"]).toMatchObject({ met: 8, of: 10 })
  })

  test("a month that the period cuts is not among them", async () => {
    const targets = [{ metric: "csat", value: 0.8 }]
    const { rows } = await ask({ ...question, from: "2024-01-05", to: "2024-12-20", targets }, await facts)
    expect(whole(rows).attainment!["csat"]).toMatchObject({ met: 8, of: 10 })
  })

  test("without buckets, how many groups met it", async () => {
    const two = await factsOf({ ratings: [...rated(9, 5, "2024-05-01", "A"), ...rated(1, 1, "2024-05-01", "B")] })
    const { rows } = await ask(
      { metrics: ["csat"], ...YEAR, by: ["attributes.arm"], targets: [{ metric: "csat", value: 0.8 }] },
      two,
    )
    expect(whole(rows).attainment!["csat"]).toMatchObject({ met: 1, of: 2 })
  })

  test("4.6 % where 5 % is allowed: met, not certain", async () => {
    const conversations = [
      ...times(46, { counted_at: "2024-05-02", hand_overs: 1 }),
      ...times(954, { counted_at: "2024-05-02", hand_overs: 0 }),
    ]
    const facts = await factsOf({ conversations: conversations.map((row) => ({ ...row, assigned_at: "2024-05-02" })) })
    const { rows } = await ask(
      { metrics: ["transfer_rate"], ...YEAR, targets: [{ metric: "transfer_rate", value: 0.05 }] },
      facts,
    )
    expect(rows[0]!.judged!["transfer_rate"]).toEqual({ target: 0.05, gap: expect.closeTo(0.004, 10), met: true, certain: false })
  })

  test.each<[string, Partial<Question>, string]>([
    ["for a metric not asked for", { targets: [{ metric: "nps", value: 3 }] }, "which is not asked for"],
    [
      "where neither is better",
      { metrics: ["fraud_contact_share"], targets: [{ metric: "fraud_contact_share", value: 1 }] },
      "neither more nor less",
    ],
  ])("a target %s is a problem", async (_, wrong, sentence) => {
    await expect(ask({ ...question, ...wrong }, await facts)).rejects.toThrow(sentence)
  })

  test("written after an equals sign", () => {
    expect(targetOf("aged_backlog_share(hours=24)=0.1")).toEqual({ metric: "aged_backlog_share(hours=24)", value: 0.1 })
    for (const text of ["csat", "csat=", "csat=good", "aged_backlog_share(hours=24)"])
      expect(() => targetOf(text)).toThrow("is no target")
  })
})

describe("one group against another", () => {
  const ratings = [
    ...rated(56, 5, "2024-05-02", "B"),
    ...rated(14, 1, "2024-05-02", "B"),
    ...rated(48, 5, "2024-05-02"),
    ...rated(32, 1, "2024-05-02"),
  ]
  const facts = factsOf({ ratings })
  const question: Question = { metrics: ["csat"], ...YEAR, by: ["attributes.arm"] }

  test("56 of 70 against 48 of 80: 20 points more, between 5.2 and 33.4", async () => {
    const { rows } = await ask({ ...question, against: "A" }, await facts)
    const [, control, tried] = rows
    expect(control!.by).toEqual({ "attributes.arm": "A" })
    expect(control!.changes).toBeUndefined()
    expect(tried!.changes!["csat"]).toMatchObject({
      amount: expect.closeTo(20, 10),
      unit: "points",
      good: true,
      low: expect.closeTo(5.2, 1),
      high: expect.closeTo(33.4, 1),
      before: { n: 80 },
    })
  })

  test.each<[string, Partial<Question>, string]>([
    ["there is not", { against: "C" }, 'no group "C" of attributes.arm. There is A, B'],
    ["without a split", { against: "A", by: [] }, "split by one thing"],
    ["beside an earlier period", { against: "A", compare: "previous" }, "split by one thing"],
  ])("a group %s is a problem", async (_, wrong, sentence) => {
    await expect(ask({ ...question, ...wrong }, await facts)).rejects.toThrow(sentence)
  })
})

describe("limits of usual variation", () => {
  // Four weeks with 20 on weekdays but 40 on Mondays, and one Wednesday with 60.
  const days = Array.from({ length: 28 }, (_, i) => (i === 16 ? 60 : i % 7 === 0 ? 40 : 20))
  const monday = at("2024-05-06")
  const conversations = days.flatMap((count, day) => times(count, { counted_at: monday + day * DAY_US + 1 }))
  const question: Question = { metrics: ["ticket_volume"], from: "2024-05-06", to: "2024-06-03", grain: "day", limits: true }

  test("a count: Mondays are usual, the Wednesday is not", async () => {
    const { rows, notes } = await ask(question, await factsOf({ conversations }, { knownUntil: "2024-06-03" }))
    const outside = rows.filter(({ limits }) => limits?.["ticket_volume"]?.outside).map(({ bucket }) => bucket)
    expect(outside).toEqual([16])
    expect(rows[0]!.limits!["ticket_volume"]!.centre).toBeCloseTo(40, 6)
    expect(notes).toEqual([])
  })

  test("a day that still runs or is cut has none, and eleven days are too few", async () => {
    const running = await ask(question, await factsOf({ conversations }, { knownUntil: "2024-06-02T12:00:00Z" }))
    expect(running.rows.at(-2)!.limits).toBeUndefined()
    const cut = await ask(
      { ...question, from: "2024-05-06T12:00" },
      await factsOf({ conversations }, { knownUntil: "2024-06-03" }),
    )
    expect([cut.rows[0]!.limits, cut.rows[1]!.limits]).toEqual([undefined, expect.anything()])
    const few = await ask({ ...question, to: "2024-05-17" }, await factsOf({ conversations }, { knownUntil: "2024-06-03" }))
    expect(few.rows.every(({ limits }) => limits === undefined)).toBe(true)
    expect(few.notes.join()).toContain("Limits need 12 buckets")
  })

  /** One first reply a week, after so many minutes. */
  async function weeksOf(minutes: readonly number[]): Promise<readonly AnswerRow[]> {
    const replied = minutes.map((each, week): FactRow => ({
      counted_at: monday + week * 7 * DAY_US,
      first_reply_from_at: monday + week * 7 * DAY_US,
      first_reply_at: monday + week * 7 * DAY_US + 1,
      first_reply_ms: each * 60_000,
    }))
    const facts = await factsOf({ conversations: replied }, { knownUntil: "2024-08-01" })
    const period = { from: "2024-05-06", to: "2024-07-29" }
    return (await ask({ metrics: ["first_response_time"], ...period, grain: "week", limits: true }, facts)).rows
  }

  test("a median by week has XmR limits", async () => {
    const minutes = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1, 50, 90]
    const rows = await weeksOf(minutes)
    const limits = xmr(minutes)!
    expect(rows[0]!.limits!["first_response_time"]).toEqual({
      centre: expect.closeTo(limits.mean * 60, 6),
      low: expect.closeTo(limits.low * 60, 6),
      high: expect.closeTo(limits.high * 60, 6),
      outside: false,
    })
    expect(rows[11]!.limits!["first_response_time"]!.outside).toBe(true)
  })

  test("nothing takes less than no time: a limit below it ends there", async () => {
    const minutes = [1, 90, 2, 80, 1, 85, 3, 90, 1, 88, 2, 70]
    const rows = await weeksOf(minutes)
    expect(xmr(minutes)!.low).toBeLessThan(0)
    expect(rows[0]!.limits!["first_response_time"]).toMatchObject({ low: 0, outside: false })
  })
})
