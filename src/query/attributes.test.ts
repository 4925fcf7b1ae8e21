import { describe, expect, test } from "vitest"
import { type FactRow, factsOf } from "../../test/facts.ts"
import { INSTANT, ownMetric, WINDOW, type Written } from "../../test/own-metric.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { ask, type AskSource } from "./ask.ts"
import type { Question } from "./question.ts"
import { rowsBehind } from "./rows.ts"

const people = [
  { customer: "customer:a", attributes: { country: "DE", seats: "7", "customer.plan": "gold" } },
  { customer: "customer:b", attributes: { country: "FR", seats: "12.5" } },
  { customer: "customer:b", attributes: { country: "it's", seats: "many" } },
  { customer: "customer:c", excluded: "spam", attributes: { country: "DE", seats: "1" } },
  { customer: "customer:c", attributes: {} },
]
const conversations = people.map((row, i): FactRow => ({
  counted_at: `2024-05-0${i + 1}`,
  first_reply_ms: 1000 * (i + 1),
  ...row,
}))
const spans = people.map((row, i): FactRow => ({ span: "unsolved", from_at: `2024-05-0${i + 1}`, to_at: null, ...row }))
const facts = factsOf({ conversations, spans }, { knownUntil: "2024-06-02" })
const MAY: Question = { metrics: ["own"], from: "2024-05-01", to: "2024-06-01" }

async function answered(written: Written, more: Partial<Question> = {}) {
  const source: AskSource = { ...(await facts), metrics: [...catalog, ownMetric(written)] }
  const question = { ...MAY, ...more }
  const { rows } = await ask(question, source)
  const whole = rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)!
  const countOf = async (part: "counted" | "numerator") =>
    (await rowsBehind({ question, metric: "own", bucket: null, by: {}, part, offset: 0, limit: 9 }, source)).count
  return { cell: whole.cells["own"]!, countOf }
}

describe.each<[string, Pick<Written, "table" | "at">]>([
  ["in a period", {}],
  ["at an instant", { table: "spans", at: INSTANT }],
  ["during a window", { table: "spans", at: WINDOW }],
])("a condition on who asks and on what else the source knows, %s", (_, place) => {
  test.each([
    ['attributes.country in ("DE", "it\'s")', 2],
    ['not attributes.country in ("DE")', 3],
    ['attributes["customer.plan"] in ("gold", "silver")', 1],
    ["attributes.country is known", 3],
    ["not attributes.seats is known", 1],
    ["attributes.seats > 6", 2],
    ["attributes.seats * 2 >= 25", 1],
    ["not attributes.seats > 6", 2],
    ["either(attributes.seats, 0) < 1", 2],
    ['customer in ("customer:b", "customer:nobody")', 2],
    ['if(attributes.country in ("FR"), attributes.seats, 0) > 12', 1],
  ])("%s", async (condition, rows) => {
    const said = JSON.stringify(condition)
    const among = await answered({ ...place, value: "{ kind: count }", more: `where: ${said}` })
    expect([among.cell.value, await among.countOf("counted")]).toEqual([rows, rows])
    const part = await answered({ ...place, value: `{ kind: count, parts: { these: ${said} } }` }, { grain: "week" })
    expect(part.cell).toMatchObject({ value: 4, parts: { these: rows } })
    const where = [{ field: "attributes.country", notIn: ["nowhere"] }]
    const share = await answered({ ...place, value: `{ kind: share, of: ${said} }` }, { where, by: ["attributes.country"] })
    expect(share.cell).toMatchObject({ n: 4, value: rows / 4 })
    expect(await share.countOf("numerator")).toBe(rows)
  })
})

describe("what is made of what the source knows", () => {
  test("rows that leave for its sake are counted under their reason", async () => {
    const more = "leaves: { abroad: 'not attributes.country in (\"DE\")' }"
    const { cell } = await answered({ value: "{ kind: count }", more })
    expect(cell).toMatchObject({ value: 1, excluded: { abroad: 3, spam: 1 } })
  })

  test("numbers add up, what is none left out", async () => {
    const { cell } = await answered({ value: "{ kind: mean, of: thousandths(attributes.seats), divide: 1000 }" })
    expect(cell).toMatchObject({ n: 2, value: 19.5 / 2 })
  })

  test("what may have a fraction is not added up as it is", () => {
    const value = "{ kind: sum, of: attributes.seats, divide: 1 }"
    expect(() => ownMetric({ value })).toThrow(/write thousandths/)
    expect(() => ownMetric({ value: value.replace("attributes.seats", "first_reply_ms / 2") })).toThrow(/write thousandths/)
    expect(() => ownMetric({ value: value.replace("attributes.seats", "channel") })).toThrow(/should be a number/)
  })

  test("different words are counted", async () => {
    expect((await answered({ value: "{ kind: distinct, of: attributes.country }" })).cell.value).toBe(3)
  })

  test("rows that share one are not independent", async () => {
    const value = '{ kind: share, of: "first_reply_ms < 4000", cluster: attributes.country }'
    expect((await answered({ value })).cell).toMatchObject({ n: 4, value: 3 / 4 })
  })

  test("a duration ends and runs by it", async () => {
    const took = "took: first_reply_ms, soFar: 'between(counted_at, as_of) + thousandths(attributes.seats)'"
    const value = `{ kind: duration, ${took}, finished: 'attributes.country in ("DE")', headline: median }`
    const { cell } = await answered({ value, more: "where: attributes.country is known" })
    expect(cell).toMatchObject({ n: 1, censored: 1 })
  })
})
