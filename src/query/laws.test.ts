import { expect, test } from "vitest"
import { at, factsOf, thirdOfTheTime } from "../../test/facts.ts"
import { randomFacts } from "../../test/random-facts.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { askedMetric } from "../metrics/resolve.ts"
import { ask } from "./ask.ts"
import { duckdb } from "./plan/dialect.ts"
import { type Answer, type AnswerRow, MOST_METRICS, type Question } from "./question.ts"

const facts = factsOf(randomFacts(11, at("2024-02-20"), 80, 300), {
  knownUntil: "2024-05-20T12:00:00Z",
  timetable: thirdOfTheTime,
})
/** Those about the service itself; customers and money have neither team nor channel, and working time has no channel. */
const service = catalog.filter(({ card, table }) => card !== 4 && card < 54 && "channel" in table.columns)
const variants = service.flatMap(({ name, variants = {} }) => [
  name,
  ...Object.keys(variants).map((variant) => `${name}:${variant}`),
])
const all = variants.filter((ref) => !ref.startsWith("channel_mix"))
const spring: Omit<Question, "metrics"> = { from: "2024-03-01", to: "2024-05-01", zone: "Europe/Berlin" }
const countsRows = (ref: string) => !["instant", "window"].includes(askedMetric(ref, catalog).metric.at.basis)

const questions = Array.from({ length: Math.ceil(all.length / MOST_METRICS) }, (_, i) =>
  all.slice(i * MOST_METRICS, (i + 1) * MOST_METRICS),
)

test("totals by bucket and by group add up for what can be added", async () => {
  for (const metrics of questions) {
    const { rows } = await ask({ ...spring, metrics, grain: "month", by: ["team"] }, await facts)
    for (const ref of metrics.filter(countsRows)) {
      const sum = (part: "n" | "pending" | "censored", which: (row: AnswerRow) => boolean) =>
        rows.filter(which).reduce((total, { cells }) => total + cells[ref]![part], 0)
      for (const part of ["n", "pending", "censored"] as const) {
        const whole = sum(part, ({ bucket, by }) => bucket === null && !("team" in by))
        expect([ref, part, sum(part, ({ bucket, by }) => bucket !== null && !("team" in by))]).toEqual([ref, part, whole])
        expect([ref, part, sum(part, ({ bucket, by }) => bucket === null && "team" in by)]).toEqual([ref, part, whole])
      }
    }
  }
})

test("a total of a share is the ratio of its sums", async () => {
  const { rows } = await ask({ ...spring, metrics: ["csat", "reopen_rate", "response_rate"], grain: "week" }, await facts)
  for (const ref of ["csat", "reopen_rate", "response_rate"]) {
    const weeks = rows.filter(({ bucket }) => bucket !== null).map(({ cells }) => cells[ref]!)
    const numerator = weeks.reduce((sum, cell) => sum + cell.numerator!, 0)
    const denominator = weeks.reduce((sum, cell) => sum + cell.denominator!, 0)
    expect(rows.at(-1)!.cells[ref]!.value).toBe(numerator / denominator)
  }
})

test("asked alone or together, a metric says the same", async () => {
  const together = await ask({ ...spring, metrics: questions[0]!, grain: "month", by: ["channel"] }, await facts)
  for (const ref of questions[0]!.filter((_, i) => i % 6 === 0)) {
    const alone = await ask({ ...spring, metrics: [ref], grain: "month", by: ["channel"] }, await facts)
    for (const row of alone.rows) {
      const same = together.rows.find(({ bucket, by }) => bucket === row.bucket && JSON.stringify(by) === JSON.stringify(row.by))
      expect([ref, same?.cells[ref]]).toEqual([ref, row.cells[ref]])
    }
  }
})

test("an interval holds its value", async () => {
  for (const metrics of questions) {
    const { rows } = await ask({ ...spring, metrics, grain: "week", by: ["channel"] }, await facts)
    for (const { cells } of rows)
      for (const [ref, { value, low, high }] of Object.entries(cells)) {
        if (value === null) continue
        // An adjusted score is centred elsewhere, and may leave an extreme value outside.
        if (ref.startsWith("nps")) continue
        expect([ref, low === null || low <= value + 1e-9, high === null || value <= high + 1e-9]).toEqual([ref, true, true])
      }
  }
})

test("the engine puts values in order, and adds up clusters, as it is done here", async () => {
  const source = await facts
  const byEngine = { ...source, dialect: { ...duckdb, gathers: null } }
  const ofSixMillion = `SELECT table_name AS name, 6000000 AS rows FROM duckdb_tables() WHERE schema_name = $1`
  const large = { ...source, dialect: { ...duckdb, gathers: { ...duckdb.gathers!, sizes: ofSixMillion } } }
  const setsAside = ({ sql }: Answer) => sql!.some((text) => text.includes("base AS MATERIALIZED"))
  const gathers = ({ sql }: Answer) => sql!.some((text) => /values_|pairs_/.test(text))
  const ordered = all.filter((ref) => ["duration", "mean"].includes(askedMetric(ref, catalog).metric.value.kind))
  const tagged = ordered.filter((ref) => "tags" in askedMetric(ref, catalog).metric.table.columns)
  const clustered = all.filter((ref) => "cluster" in askedMetric(ref, catalog).metric.value)
  expect(clustered.length).toBeGreaterThan(5)
  for (const [metrics, by] of [
    [clustered.slice(0, MOST_METRICS), []],
    [ordered.slice(0, MOST_METRICS), ["channel"]],
    [ordered.slice(-MOST_METRICS), []],
    [tagged.slice(0, 10), ["team", "tag"]],
  ] as const) {
    const question: Question = { ...spring, metrics, grain: "month", by: [...by], compare: "previous", explain: true }
    const [here, there, again] = [await ask(question, source), await ask(question, byEngine), await ask(question, large)]
    expect([gathers(here), gathers(there)]).toEqual([true, false])
    expect(here.rows).toEqual(there.rows)
    expect([setsAside(here), setsAside(again)]).toEqual([true, false])
    expect(again.rows).toEqual(here.rows)
  }
})

test("one statement a fact table, and one scan in it, whatever is asked", async () => {
  const source = await facts
  source.warehouse.asked.length = 0
  const metrics = [...questions[0]!.slice(1), "sla_attainment"]
  const answer = await ask({ ...spring, metrics, grain: "week", by: ["channel"], compare: "previous", explain: true }, source)
  const counting = source.warehouse.asked.filter((sql) => /FROM facts\.(?!fold)/.test(sql))
  const tablesAsked = counting.map((sql) => /FROM facts\.(\w+)/.exec(sql)![1])
  expect(new Set(tablesAsked)).toEqual(new Set(["contacts", "conversations", "movements", "promises", "spans", "waits"]))
  expect(tablesAsked).toHaveLength(6)
  expect(answer.sql).toEqual(counting)
  for (const sql of counting) {
    const [plan] = await source.warehouse.rows(`EXPLAIN ${sql}`)
    expect(String(plan!["explain_value"]).match(/SEQ_SCAN|TABLE_SCAN/g)).toHaveLength(1)
  }
})
