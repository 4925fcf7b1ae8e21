import { describe, expect, test } from "vitest"
import { at, type FactRow, type Facts, factsOf } from "../../test/facts.ts"
import { randomFacts } from "../../test/random-facts.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { ask } from "./ask.ts"
import type { Answer, Question } from "./question.ts"

const MAY = { from: "2024-05-01", to: "2024-06-01", zone: "Europe/Berlin" } as const
const conversations: readonly FactRow[] = [
  {
    counted_at: "2024-05-01T08:00:00Z",
    channel: "email",
    tags: ["vip", "late"],
    attributes: { country: "DE", seats: "7" },
    customer: "customer:1",
  },
  { counted_at: "2024-05-02T08:00:00Z", channel: "chat", excluded: "spam" },
  { counted_at: "2024-05-09T08:00:00Z", channel: "chat", tags: ["vip"], attributes: { country: "FR" } },
  { counted_at: "2024-05-31T22:30:00Z", channel: "chat" },
  { counted_at: "2024-04-09T08:00:00Z", channel: "phone", tags: [] },
  { counted_at: "2024-05-20T08:00:00Z" },
]
const few = factsOf({ conversations }, { knownUntil: "2024-07-01" })
const random = factsOf(randomFacts(3, at("2024-02-20"), 80, 600), { knownUntil: "2024-05-20T12:00:00Z" })

/** One line a row: bucket, groups, value. */
const lines = ({ rows, buckets, question: { metrics } }: Answer): readonly string[] =>
  rows.map(({ bucket, by, cells }) =>
    [
      bucket === null ? "all" : buckets[bucket]!.label,
      ...Object.values(by).map(String),
      ...metrics.map((ref) => String(cells[ref]!.value)),
    ].join(" "),
  )
const volume = async (question: Partial<Question>) =>
  lines(await ask({ ...MAY, metrics: ["ticket_volume"], ...question }, await few))

describe("splits and filters", () => {
  test("by month and channel: nothing is 0 for a count, the unknown comes last", async () => {
    expect(await volume({ from: "2024-04-01", grain: "month", by: ["channel"] })).toEqual([
      "2024-04 1",
      "2024-05 3",
      "all 4",
      "2024-04 chat 0",
      "2024-05 chat 1",
      "all chat 1",
      "2024-04 email 0",
      "2024-05 email 1",
      "all email 1",
      "2024-04 phone 1",
      "2024-05 phone 0",
      "all phone 1",
      "2024-04 null 0",
      "2024-05 null 1",
      "all null 1",
    ])
  })

  test("a row with two tags stands in two groups and once in the total", async () => {
    expect(await volume({ by: ["tags"] })).toEqual(["all 3", "all late 1", "all vip 2", "all null 1"])
  })

  test.each<[string, NonNullable<Question["where"]>, string]>([
    ["one of some words", [{ field: "channel", in: ["email", "chat"] }], "all 2"],
    ["not known", [{ field: "channel", in: [null] }], "all 1"],
    ["none of some words, so the unknown too", [{ field: "channel", notIn: ["chat"] }], "all 2"],
    ["known, and not that", [{ field: "channel", notIn: ["chat", null] }], "all 1"],
    ["a word nobody ever used", [{ field: "channel", in: ["fax"] }], "all 0"],
    ["an attribute", [{ field: "attributes.country", in: ["DE", "FR"] }], "all 2"],
    ["an attribute as a number", [{ field: "attributes.seats", least: 5, most: 7 }], "all 1"],
    ["a tag", [{ field: "tag", in: ["vip"] }], "all 2"],
    ["without tags", [{ field: "tags", in: [null] }], "all 1"],
    ["a customer", [{ field: "customer", in: ["customer:1"] }], "all 1"],
    [
      "two at once",
      [
        { field: "channel", in: ["chat"] },
        { field: "tag", in: ["vip"] },
      ],
      "all 1",
    ],
    ["a stranger's words are values", [{ field: "attributes.country", in: ["' OR 1=1 --"] }], "all 0"],
  ])("%s", async (_what, where, expected) => {
    expect(await volume({ where })).toEqual([expected])
  })

  test.each<[string, Partial<Question>, string]>([
    ["a split it cannot have", { by: ["chanel"] }, "Did you mean channel?"],
    ["a split by a number", { by: ["opened_at"] }, "it is a number"],
    ["a split twice", { by: ["channel", "channel"] }, "asked for twice"],
    ["a filter that says nothing", { where: [{ field: "channel" }] }, "says nothing"],
    ["a least word", { where: [{ field: "channel", least: 3 }] }, "holds words"],
    [
      "an attribute that nothing has",
      { where: [{ field: "attributes.contry", in: ["DE"] }] },
      "Did you mean attributes.country?",
    ],
    ["a metric it has not", { metrics: ["ticket_volum"] }, "Did you mean ticket_volume?"],
    ["an everyday name that means two", { metrics: ["ART"] }, "average_response_time or resolution_time"],
    ["a variant it has not", { metrics: ["first_response_time:busines"] }, "Did you mean business?"],
    ["a parameter it has not", { metrics: ["aged_backlog_share(hour=3)"] }, "Did you mean hours?"],
    ["a parameter that is no number", { metrics: ["aged_backlog_share(hours=many)"] }, "must be a number"],
  ])("%s is a problem that says what to do", async (_what, question, sentence) => {
    await expect(volume(question)).rejects.toThrow(sentence)
  })
})

test("everyday names and spaces are understood", async () => {
  expect(await volume({ metrics: ["ticket count", "FRT: business"] })).toEqual(["all 3 null"])
})

describe("comparison", () => {
  test("each bucket with the same one before; from nothing there is no change", async () => {
    const { rows, comparedWith } = await ask(
      { ...MAY, metrics: ["ticket_volume"], grain: "month", compare: "previous" },
      await few,
    )
    expect(comparedWith).toEqual({ from: "2024-04-01T00:00:00+02:00", to: "2024-05-01T00:00:00+02:00" })
    expect(rows.at(-1)!.changes!["ticket_volume"]).toMatchObject({
      before: { value: 1 },
      amount: 200,
      unit: "percent",
      good: null,
    })
  })

  test("periods that overlap are counted each for itself", async () => {
    const question: Question = {
      metrics: ["ticket_volume"],
      from: "2023-03-01",
      to: "2024-06-01",
      grain: "quarter",
      compare: "last_year",
    }
    const { rows } = await ask(question, await random)
    const alone = await ask({ ...question, from: "2022-03-01", to: "2023-06-01", compare: undefined }, await random)
    expect(rows.at(-1)!.changes!["ticket_volume"]!.before.value).toBe(alone.rows.at(-1)!.cells["ticket_volume"]!.value)
  })

  test("what is compared is the same as asking for that period", async () => {
    const refs = catalog.map(({ name }) => name).filter((name) => name !== "channel_mix")
    const compared = await ask({ metrics: refs, from: "2024-04-01", to: "2024-05-01", compare: "previous" }, await random)
    const alone = await ask({ metrics: refs, from: "2024-03-01", to: "2024-04-01" }, await random)
    for (const ref of refs) expect([ref, compared.rows[0]!.changes![ref]!.before]).toEqual([ref, alone.rows[0]!.cells[ref]])
  })
})

test("beside amounts stands their currency, and beside other numbers none", async () => {
  const source: Facts = { ...(await few), currency: "EUR" }
  const [amounts, others] = [
    await ask({ ...MAY, metrics: ["mrr", "csat"] }, source),
    await ask({ ...MAY, metrics: ["csat"] }, source),
  ]
  expect(amounts.notes).toContain("Amounts are in EUR.")
  expect(others.notes.join()).not.toContain("EUR")
})

describe("what is not known", () => {
  test("there are no zeros after the data end", async () => {
    const answer = await ask({ ...MAY, metrics: ["ticket_volume", "backlog"], grain: "week" }, await random)
    const [past, future] = [answer.rows[0]!.cells, answer.rows[4]!.cells]
    expect([past["ticket_volume"]!.value, past["backlog"]!.value]).not.toContain(null)
    expect(future["ticket_volume"]).toMatchObject({ value: null, because: "nothing is known of that time yet" })
    expect(future["backlog"]).toMatchObject({ value: null })
    expect(answer.notes.join()).toContain("The data end inside the period")
  })

  test("an empty folder has no values", async () => {
    const answer = await ask({ ...MAY, metrics: ["ticket_volume", "csat"] }, await factsOf({}))
    expect(answer.rows[0]!.cells).toMatchObject({ ticket_volume: { value: 0 }, csat: { value: null } })
    expect(answer.notes).toEqual(["There are no data yet."])
  })

  test("a metric without its events says which it lacks", async () => {
    const source: Facts = { ...(await few), events: new Map([["conversation.opened", 3]]) }
    const answer = await ask({ ...MAY, metrics: ["nps"] }, source)
    expect(answer.rows[0]!.cells["nps"]).toMatchObject({ value: null, because: "no such events: survey.sent, survey.answered" })
  })
})

test("hours of the week: contacts by how often the hour occurred", async () => {
  const contacted = (at: string, count: number) => Array.from({ length: count }, () => ({ at, contact: "turn" }))
  const facts = await factsOf(
    {
      contacts: [
        ...contacted("2024-03-18T09:30:00Z", 30),
        ...contacted("2024-03-25T09:30:00Z", 40),
        ...contacted("2024-03-24T01:30:00Z", 6),
      ],
    },
    { knownUntil: "2024-04-01" },
  )
  const answer = await ask(
    { metrics: ["busy_hour"], from: "2024-03-18", to: "2024-04-01", zone: "Europe/Berlin", grain: "hour_of_week" },
    facts,
  )
  const cell = (label: string) => answer.rows[answer.buckets.findIndex((bucket) => bucket.label === label)]!.cells["busy_hour"]!
  expect(cell("Mon 10:00").value).toBe(35)
  expect(cell("Sun 02:00")).toMatchObject({ value: 6, denominator: 1 })
  expect(cell("Tue 10:00").value).toBe(0)
})

test("the backlog at the end of each day, from the history", async () => {
  const span = (subject: string, from_at: string, to_at: string | null) => ({
    subject,
    span: "unsolved",
    status: "open",
    opened_at: from_at,
    from_at,
    to_at,
  })
  const facts = await factsOf(
    {
      spans: [
        span("conversation:A", "2024-05-01T09:00:00Z", "2024-05-03T10:00:00Z"),
        span("conversation:B", "2024-05-02T09:00:00Z", null),
        span("conversation:C", "2024-05-02T10:00:00Z", "2024-05-02T11:00:00Z"),
        span("conversation:C", "2024-05-04T10:00:00Z", null),
      ],
    },
    { knownUntil: "2024-05-05T12:00:00Z" },
  )
  const answer = await ask({ metrics: ["backlog"], from: "2024-05-01", to: "2024-05-06", grain: "day", zone: "UTC" }, facts)
  expect(lines(answer)).toEqual(["2024-05-01 1", "2024-05-02 2", "2024-05-03 1", "2024-05-04 2", "2024-05-05 2", "all 2"])
})
