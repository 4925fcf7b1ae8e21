import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { catalog } from "../../src/metrics/catalog/index.ts"
import { familyOf } from "../../src/metrics/resolve.ts"
import { splitsOf } from "../../src/query/plan/dimensions.ts"
import { ask } from "../../src/query/ask.ts"
import { planOf } from "../../src/query/plan/plan.ts"
import { rowsBehind } from "../../src/query/rows.ts"
import type { Answer, Cell, Question } from "../../src/query/question.ts"
import { Problem } from "../../src/problem.ts"
import { type BothEngines, demoOnBoth } from "./demo-facts.ts"
import { type Beside, proofPage } from "./proof-page.ts"
import { installed, type Server, startServer } from "./server.ts"

/** 0.02 is about 2,400 conversations, and three splits. PLUMBLINE_PARITY_SCALE=0.9 makes more than 100,000, every grain and every split. */
const SCALE = Number(process.env["PLUMBLINE_PARITY_SCALE"] ?? 0.02)
const WHOLE = process.env["PLUMBLINE_PARITY_SCALE"] !== undefined
const PATIENCE_MS = 3_000_000

const PERIOD = { from: "2026-06-01", to: "2026-08-10" }
const SOME = ["ticket_volume", "first_response_time", "average_response_time", "backlog", "reopen_rate", "csat"]
const names = catalog.map(({ name }) => name)
/** Every metric, as usual and by each of its variants. */
const refs = [...new Set(names.flatMap((name) => familyOf(name, catalog)))]
const everySplit = [...new Set(catalog.flatMap(splitsOf)), "attributes.country", "attributes.customer.plan"].map((name) =>
  name === "tags" ? "tag" : name,
)

const splits = WHOLE ? everySplit : ["channel", "tag", "attributes.country"]

describe.skipIf(!installed)("both engines give every metric the same, to the last digit", { timeout: PATIENCE_MS }, () => {
  let server: Server
  let both: BothEngines
  beforeAll(async () => {
    server = await startServer()
    both = await demoOnBoth(server.warehouse, SCALE)
  }, PATIENCE_MS)
  afterAll(async () => {
    both?.close()
    await server?.stop()
  })

  // One by one: the other engine reads a long statement far more slowly than several short ones.
  const same = async (question: Question): Promise<void> => {
    for (const metric of question.metrics) {
      const one = { ...question, metrics: [metric] }
      const [embedded, other] = await Promise.all([ask(one, both.embedded), ask(one, both.server)])
      expect(embedded.rows.length).toBeGreaterThan(0)
      expect.soft(other.rows, metric).toStrictEqual(embedded.rows)
      expect.soft(other.names, metric).toStrictEqual(embedded.names)
      expect.soft(other.notes, metric).toStrictEqual(embedded.notes)
    }
  }

  test("every variant, beside the period before", async () => {
    expect(both.conversations).toBeGreaterThan(SCALE * 100_000)
    // Few buckets make short statements, which the other engine reads sooner.
    await same({ metrics: refs, ...PERIOD, grain: WHOLE ? "week" : "month", compare: "previous" })
  })

  // Written again with `vitest -u`. At another scale the company is another.
  test.skipIf(WHOLE)("docs/proof.md says what they answer, and what else stands behind it", async () => {
    const answers = new Map<string, Beside>()
    for (const metric of names) {
      const question = { metrics: [metric], ...PERIOD }
      const [embedded, server] = [await ask(question, both.embedded), await ask(question, both.server)]
      answers.set(metric, { embedded: wholeOf(embedded, metric), server: wholeOf(server, metric) })
    }
    const company = `the demo company at a scale of ${SCALE}, ${both.conversations} conversations`
    await expect(proofPage(answers, PERIOD, company)).toMatchFileSnapshot("../../docs/proof.md")
  })

  test.each(["hour", "day", "month", "hour_of_week"] as const)("by %s", async (grain) => {
    const to = grain === "hour" ? "2026-06-05" : PERIOD.to
    await same({ metrics: WHOLE ? refs : SOME, from: PERIOD.from, to, grain })
  })

  test.each(splits)("split by %s, by week, beside the weeks before", async (by) => {
    const usual = (WHOLE ? names : SOME).filter((name) => canSplit(name, by))
    // Some columns only a variant has.
    const metrics = usual.length > 0 ? usual : refs.filter((ref) => canSplit(ref, by))
    expect(metrics).not.toEqual([])
    await same({ metrics, ...PERIOD, grain: "week", compare: "previous", by: [by] })
  })

  test("two splits and every kind of filter", async () => {
    const metrics = (WHOLE ? names : SOME).filter((name) => canSplit(name, "channel") && canSplit(name, "tag"))
    const where = [
      { field: "channel", in: ["email", "chat", null] },
      { field: "tag", notIn: ["nonsense"] },
      { field: "attributes.country", notIn: ["FR"] },
      { field: "attributes.customer.plan", least: 0 },
    ]
    await same({ metrics, ...PERIOD, by: ["channel", "tag"] })
    for (const filter of where) await same({ metrics, ...PERIOD, grain: "month", where: [filter] })
  })

  test.each(["first_response_time", "reopen_rate", "csat"])("the rows behind %s", async (metric) => {
    const question = { metrics: [metric], ...PERIOD, grain: "week" as const }
    const asked = { question, metric, bucket: 2, by: {}, part: "counted" as const, limit: 50, offset: 3 }
    expect(await rowsBehind(asked, both.server)).toStrictEqual(await rowsBehind(asked, both.embedded))
  })
})

test.runIf(!installed)("the engine of the other kind is not here: npm install in test/clickhouse", ({ skip }) => skip())

function wholeOf({ rows }: Answer, metric: string): Cell {
  return rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)!.cells[metric]!
}

function canSplit(metric: string, by: string): boolean {
  try {
    planOf({ metrics: [metric], ...PERIOD, by: [by] }, catalog)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
