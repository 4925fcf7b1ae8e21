import { describe, expect, test } from "vitest"
import { MAY, times } from "../../test/examples.ts"
import { factsOf } from "../../test/facts.ts"
import { ask } from "./ask.ts"
import { rowsBehind } from "./rows.ts"

const day = "2024-05-10"
const answered = (score: number) => ({ sent_at: day, answered_at: day, survey: "csat", scale_min: 1, scale_max: 10, score })
const replied = { counted_at: day, first_reply_from_at: day, first_reply_at: "2024-05-10T00:10:00Z", first_reply_ms: 600_000 }

/** Strictly, eight of ten is not content. */
async function facts() {
  return factsOf(
    {
      ratings: [...times(30, answered(8)), ...times(10, answered(9)), ...times(5, answered(2))],
      conversations: times(40, replied),
    },
    { knownUntil: "2024-06-01" },
  )
}

describe("every variant of a metric beside it", () => {
  test("named in the answer's question, each in its place, each once", async () => {
    const { question, definitions } = await ask(
      { ...MAY, metrics: ["csat", "aged_backlog_share(hours=48)"], variants: true },
      await facts(),
    )
    const refs = ["csat", "csat:strict", "csat:solved", "aged_backlog_share(hours=48)", "aged_backlog_share:business(hours=48)"]
    expect(question.metrics.filter((ref) => refs.includes(ref))).toEqual(refs)
    expect(question).not.toHaveProperty("variants")
    expect(Object.keys(definitions)).toEqual(question.metrics)
    const shared = await ask({ ...MAY, metrics: ["csat:strict", "csat"], variants: true }, await facts())
    expect(shared.question.metrics.toSorted()).toEqual(["csat", "csat:solved", "csat:strict"])
  })

  test("each cell as if it had been asked for alone, and the band from the least to the most", async () => {
    const source = await facts()
    const { rows, question } = await ask({ ...MAY, metrics: ["csat"], variants: true, grain: "week" }, source)
    for (const ref of question.metrics) {
      const alone = await ask({ ...MAY, metrics: [ref], grain: "week" }, source)
      expect(rows.map(({ cells }) => cells[ref])).toEqual(alone.rows.map(({ cells }) => cells[ref]))
    }
    for (const { cells, bands } of rows) {
      const values = question.metrics.flatMap((ref) => cells[ref]!.value ?? [])
      const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [null, null]
      expect(bands).toEqual({ csat: { least, most, of: question.metrics } })
    }
    expect(rows.some(({ bands }) => bands!["csat"]!.least !== null)).toBe(true)
  })

  test("what a metric is divided from is not another opinion of it", async () => {
    const { rows } = await ask({ ...MAY, metrics: ["cost_per_contact"], variants: true }, await facts())
    expect(rows[0]!.bands!["cost_per_contact"]!.of).toEqual(["cost_per_contact", "cost_per_contact:allocated"])
    const revenue = await ask({ ...MAY, metrics: ["mrr"], variants: true }, await facts())
    expect(revenue.rows[0]!.bands!["mrr"]!.of).toEqual(["mrr"])
    const part = await ask({ ...MAY, metrics: ["cost_per_contact:cost"], variants: true }, await facts())
    expect(part.rows[0]!.bands!["cost_per_contact:cost"]!.of).toEqual(["cost_per_contact:cost"])
  })

  test("nor is a part of it, its opposite, another time or another kind of question", async () => {
    const opinions: Readonly<Record<string, readonly string[]>> = {
      nps: [],
      ces: ["top2"],
      "ces:effort": [],
      csat_mean: ["solved"],
      data_coverage: [],
      completeness: [],
      running_promises: [],
      sla_attainment: ["conversation", "created"],
      top_topics: [],
      first_response_time: ["business", "replied", "completed", "mean", "office_hours"],
      time_to_assignment: ["business"],
      time_to_abandon: [],
      next_issue_avoidance: ["any_topic"],
      required_agents: [],
      "fraud_contact_share:resolution": [],
      customer_churn_rate: [],
      employee_turnover_rate: ["start", "ends", "distinct"],
      gross_revenue_retention: [],
      net_revenue_retention: ["with_reactivation"],
      mrr_growth_rate: [],
      contact_rate: [],
      "customer_acquisition_cost:clv_ratio": [],
      chargeback_rate: ["amount"],
    }
    const asked = Object.keys(opinions)
    const { rows } = await ask({ ...MAY, metrics: asked, variants: true }, await facts())
    const found = asked.map((ref) => [ref, rows[0]!.bands![ref]!.of.slice(1).map((of) => of.replace(/^.*:/, ""))])
    expect(Object.fromEntries(found)).toEqual(opinions)
  })

  test("counted by the statement that counts the metric", async () => {
    const metrics = ["first_response_time", "csat"]
    const [alone, all] = [
      await ask({ ...MAY, metrics, explain: true }, await facts()),
      await ask({ ...MAY, metrics, explain: true, variants: true }, await facts()),
    ]
    expect(all.question.metrics.length).toBeGreaterThan(metrics.length)
    expect(all.sql).toHaveLength(alone.sql!.length)
  })

  test("with the rows behind it", async () => {
    const source = await facts()
    const question = { ...MAY, metrics: ["csat"], variants: true }
    const { rows } = await ask(question, source)
    const behind = await rowsBehind(
      { question, metric: "csat:strict", bucket: null, by: {}, part: "counted", offset: 0, limit: 100 },
      source,
    )
    expect(behind.count).toBe(rows[0]!.cells["csat:strict"]!.n)
    expect(behind.count).toBeGreaterThan(0)
  })
})
