import { expect, test } from "vitest"
import { at, factsOf, thirdOfTheTime } from "../../test/facts.ts"
import { randomFacts } from "../../test/random-facts.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { askedMetric } from "../metrics/resolve.ts"
import { ask } from "./ask.ts"
import { type AnswerRow, type Cell, MOST_METRICS, type Question, type RowsQuestion } from "./question.ts"
import { rowsBehind } from "./rows.ts"

const refs = catalog
  .filter(({ card }) => card !== 4 && card < 54)
  .flatMap(({ name, variants }) => [name, ...Object.keys(variants ?? {}).map((variant) => `${name}:${variant}`)])
  .filter((ref) => !["quotient", "staffing"].includes(askedMetric(ref, catalog).metric.value.kind))
/** What has the attributes of contacts, and what is of people: their time and their work. */
const ofContacts = refs.filter((ref) => "attributes" in askedMetric(ref, catalog).metric.table.columns)
const ofPeople = refs.filter((ref) => !ofContacts.includes(ref))
const facts = factsOf(randomFacts(7, at("2024-02-20"), 60, 300), {
  knownUntil: "2024-04-10T12:00:00Z",
  timetable: thirdOfTheTime,
})
const question: Question = {
  metrics: ofContacts,
  from: "2024-03-01",
  to: "2024-05-01",
  zone: "Europe/Berlin",
  grain: "month",
  by: ["channel"],
  where: [{ field: "attributes.country", in: ["DE", "FR"] }],
}

const peoplesQuestion: Question = { ...question, by: ["team"], where: [{ field: "agent", notIn: ["cyd"] }] }

test.each([
  ["contacts", ofContacts, question],
  ["people", ofPeople, peoplesQuestion],
] as const)(
  "the rows behind a cell are as many as the cell says, in every part of every metric of %s",
  async (_, refs, question) => {
    const source = await facts
    for (let from = 0; from < refs.length; from += MOST_METRICS) {
      const metrics = refs.slice(from, from + MOST_METRICS)
      const { rows } = await ask({ ...question, metrics }, source)
      for (const [i, metric] of metrics.entries()) {
        // All of the period for one metric; a bucket, a group, or both for the next.
        const row = i % 2 === 0 ? rows.find(isWhole)! : rows[i % rows.length]!
        for (const [part, count] of partsOf(row.cells[metric]!)) {
          const asked: RowsQuestion = {
            question: { ...question, metrics: [metric] },
            metric,
            bucket: row.bucket,
            by: row.by,
            part,
            offset: 0,
            limit: 5,
          }
          const behind = await rowsBehind(asked, source)
          expect([metric, part, row.bucket, row.by, behind.count, behind.rows.length]).toEqual([
            metric,
            part,
            row.bucket,
            row.by,
            count,
            Math.min(5, count),
          ])
        }
      }
    }
  },
  120_000,
)

test("a page has names for codes, seconds for durations and local time for moments, and pages do not overlap", async () => {
  const asked: RowsQuestion = {
    question,
    metric: "first_response_time",
    bucket: null,
    by: { channel: "email" },
    part: "counted",
    offset: 0,
    limit: 4,
  }
  const all = await rowsBehind({ ...asked, limit: 100 }, await facts)
  const second = await rowsBehind({ ...asked, offset: 4 }, await facts)
  expect(second.rows).toEqual(all.rows.slice(4, 8))
  expect(all.columns.find(({ name }) => name === "first_reply_ms")).toMatchObject({ unit: "seconds" })
  expect(all.rows[0]).toMatchObject({
    channel: "email",
    conversation: expect.stringMatching(/^conversation:\d+$/),
    counted_at: expect.stringMatching(/\+0[12]:00$/),
  })
})

test("the rows of a team say in which column they are that team's, though it has given them on since", async () => {
  const asked: RowsQuestion = {
    question: { ...question, by: ["team"] },
    metric: "first_response_time",
    bucket: null,
    by: { team: "red" },
    part: "counted",
    offset: 0,
    limit: 1000,
  }
  const { rows, columns } = await rowsBehind(asked, await facts)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map((row) => row["first_reply_team"] ?? row["team"])).toEqual(rows.map(() => "red"))
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(["first_reply_agent", "first_reply_team"]))
})

test.each<[string, Partial<RowsQuestion>, string]>([
  ["a metric that was not asked for", { metric: "csat_mean:rescaled_twice" }, "does not ask for"],
  ["a bucket there is not", { bucket: 7 }, "There is no bucket 7: the answer has 2"],
  [
    "a bucket of a question without a grain",
    { question: { ...question, grain: undefined }, bucket: 0 },
    "Say null for the whole period",
  ],
  ["a part the metric has not", { part: "numerator" }, "has no rows that are"],
])("%s is a problem", async (_what, wrong, sentence) => {
  const asked: RowsQuestion = {
    question,
    metric: "first_response_time",
    bucket: null,
    by: {},
    part: "counted",
    offset: 0,
    limit: 4,
  }
  await expect(rowsBehind({ ...asked, ...wrong }, await facts)).rejects.toThrow(sentence)
})

test("the rows of running promises are the next breaches: the soonest due first, those that stand still last", async () => {
  const asked: RowsQuestion = {
    question: { ...question, metrics: ["running_promises"] },
    metric: "running_promises",
    bucket: null,
    by: {},
    part: "counted",
    offset: 0,
    limit: 100,
  }
  const { rows, columns } = await rowsBehind(asked, await facts)
  const due = rows.map((row) => row["due_at"])
  expect(rows.length).toBeGreaterThan(10)
  expect(due).toContain(null)
  const instants = due.filter((at) => at !== null).map((at) => Date.parse(String(at)))
  expect(instants).toEqual(instants.toSorted((a, b) => a - b))
  expect(due.slice(instants.length).every((at) => at === null)).toBe(true)
  expect(columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "conversation",
      "promise",
      "policy",
      "team",
      "agent",
      "priority",
      "started_at",
      "stands_still",
      "left_ms",
      "due_at",
      "target_ms",
    ]),
  )
})

test.each(["backlog", "recent_solves", "occupancy"])("%s has no hour of the week, and no rows in one", async (metric) => {
  const weekly: Question = { metrics: [metric], from: "2024-03-01", to: "2024-05-01", grain: "hour_of_week" }
  const rowsOf = (bucket: number | null) =>
    facts.then((source) => rowsBehind({ question: weekly, metric, bucket, by: {}, part: "counted", offset: 0, limit: 4 }, source))
  const { rows } = await ask(weekly, await facts)
  for (const bucket of [3, null]) {
    const cell = rows.find((row) => row.bucket === bucket)!.cells[metric]!
    expect((await rowsOf(bucket)).count).toBe(cell.n)
    expect(cell.n > 0).toBe(bucket === null)
  }
})

test("a quotient has the rows of what it is made of", async () => {
  const asked: RowsQuestion = {
    question: { ...question, metrics: ["backlog_days"] },
    metric: "backlog_days",
    bucket: null,
    by: {},
    part: "counted",
    offset: 0,
    limit: 4,
  }
  await expect(rowsBehind(asked, await facts)).rejects.toThrow("backlog and recent_solves")
})

function isWhole({ bucket, by }: AnswerRow): boolean {
  return bucket === null && Object.keys(by).length === 0
}

function partsOf(cell: Cell): readonly (readonly [RowsQuestion["part"], number])[] {
  const numerator = ["wilson", "wilson_odds", "adjusted_wald"].includes(cell.method) && cell.numerator !== cell.n
  return [
    ["counted", cell.n],
    ["excluded", Object.values(cell.excluded).reduce((sum, count) => sum + count, 0)],
    ...(cell.censored > 0 ? [["censored", cell.censored] as const] : []),
    ...(cell.pending > 0 ? [["pending", cell.pending] as const] : []),
    ...(numerator ? [["numerator", cell.numerator ?? 0] as const] : []),
  ]
}
