import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Plumbline } from "../plumbline.ts"
import type { RowsAnswer } from "../query/question.ts"
import { appOn, asked, get, MARCH, post, push } from "./asking-for-tests.ts"
import type { App } from "./doors.ts"
import { openLine, someConversations } from "./line-for-tests.ts"
import { DefinitionSchema, RowsAnswerSchema } from "./schemas/answer.ts"
import { DimensionSchema, StatusSchema } from "./schemas/others.ts"
import { TapeSchema } from "./schemas/tape.ts"

let line: Plumbline
let app: App

beforeAll(async () => {
  line = await openLine()
  app = appOn(line)
  await push(app, someConversations(48))
})

afterAll(() => line.close())

describe("the rows behind a number", () => {
  const question = { ...MARCH, grain: "day", by: ["channel"] }

  test("are as many as the number says, page by page", async () => {
    const answer = await asked(app, question)
    const row = answer.rows.find(({ bucket, by }) => bucket === 1 && by["channel"] === "chat")!
    const cell = { question, metric: "ticket_volume", bucket: row.bucket, by: row.by }
    const rows = await rowsOf({ ...cell, limit: 5 })
    expect(RowsAnswerSchema.parse(rows)).toEqual(rows)
    expect([rows.count, rows.rows.length]).toEqual([row.cells["ticket_volume"]?.n, 5])
    const rest = await rowsOf({ ...cell, offset: 5 })
    expect(rest.rows).toHaveLength(rows.count - 5)
  })

  test("are all in the file, whatever page was asked for", async () => {
    const ask = { question: MARCH, metric: "ticket_volume", bucket: null, by: {}, offset: 7, limit: 3 }
    const { columns } = await rowsOf(ask)
    const [fromLink, fromBody] = [
      await get(app, `/rows.csv?ask=${encodeURIComponent(JSON.stringify(ask))}`),
      await post(app, "/rows.csv", JSON.stringify(ask)),
    ]
    expect(fromLink.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(fromLink.headers.get("content-disposition")).toBe('attachment; filename="ticket_volume.csv"')
    const csv = await fromLink.text()
    const lines = csv.trim().split("\r\n")
    const named = columns.flatMap(({ name }) => (["agent", "team"].includes(name) ? [name, `${name}_name`] : [name]))
    expect([lines[0], lines.length]).toEqual([named.join(","), 49])
    expect(await fromBody.text()).toBe(csv)
  })

  test.each<[string, object, number, string]>([
    ["of a metric that was not asked for", { metric: "csat" }, 422, "rows.not_in_question"],
    ["of a bucket that is none", { bucket: 99 }, 422, "rows.no_such_bucket"],
    ["of a group of no split", { question: MARCH, by: { channel: "chat" } }, 422, "rows.not_split"],
    ["too many at once", { limit: 10_001 }, 422, "request.invalid"],
  ])("%s are refused", async (_what, wrong, status, code) => {
    const response = await post(
      app,
      "/rows",
      JSON.stringify({ question, metric: "ticket_volume", bucket: null, by: {}, ...wrong }),
    )
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })])
  })

  test("asked for with no JSON are refused", async () => {
    const response = await get(app, "/rows.csv?ask={metric")
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code: "request.not_json" })])
  })
})

test("every metric of the list can be looked up, with its variants, and asked", async () => {
  const { metrics } = (await (await get(app, "/metrics")).json()) as { metrics: { name: string; variants: string[] }[] }
  expect(metrics.map(({ name }) => name)).toContain("ticket_volume")
  for (const { name, variants } of metrics) {
    // A door of its own: nobody may look up so many at once through one.
    const own = appOn(line)
    const entry: unknown = await (await get(own, `/metrics/${name}`)).json()
    expect(DefinitionSchema.parse(entry)).toEqual(entry)
    expect(entry).toMatchObject({ name, family: expect.stringMatching(/^[A-Z]/), more: { example: expect.any(String) } })
    for (const variant of variants) expect((await get(own, `/metrics/${name}:${variant}`)).status).toBe(200)
  }
})

test("what a metric needs is counted, and what cannot be answered is marked", async () => {
  const { metrics } = (await (await get(app, "/metrics")).json()) as { metrics: { name: string; lacks: string[] }[] }
  const lacks = Object.fromEntries(metrics.map((metric) => [metric.name, metric.lacks]))
  expect([lacks["first_response_time"], lacks["nps"]]).toEqual([[], ["survey.sent", "survey.answered"]])
  const entry: unknown = await (await get(app, "/metrics/first_response_time:since_handoff")).json()
  const needs = [expect.objectContaining({ events: 48 }), expect.objectContaining({ kind: "message.sent", events: 96 })]
  expect(entry).toMatchObject({ lacks: [], more: { needs } })
})

test("a metric that is none names the nearest", async () => {
  const response = await get(app, "/metrics/ticket_volumes")
  expect([response.status, await response.json()]).toEqual([
    404,
    expect.objectContaining({ code: "metric.unknown", message: expect.stringContaining("ticket_volume") }),
  ])
})

test("the dimensions count as the metrics do, also when asked for many times at once", async () => {
  const all = await Promise.all(Array.from({ length: 6 }, async () => (await get(app, "/dimensions")).json()))
  const { dimensions } = all[0] as { dimensions: unknown[] }
  for (const dimension of dimensions) expect(DimensionSchema.parse(dimension)).toEqual(dimension)
  expect(dimensions).toContainEqual(
    expect.objectContaining({
      field: "channel",
      values: [expect.objectContaining({ rows: 24 }), expect.objectContaining({ rows: 24 })],
    }),
  )
  for (const other of all) expect(other).toEqual(all[0])
})

test("what is known is said", async () => {
  const status: unknown = await (await get(app, "/meta")).json()
  expect(StatusSchema.parse(status)).toEqual(status)
  expect(status).toMatchObject({ events: 144, conversations: 48, firstAt: "2026-03-02T00:00:00+00:00" })
})

describe("the tape of a conversation", () => {
  test.each(["conversation:5", "conversation%3A5"])("%s", async (id) => {
    const response = await get(app, `/conversations/${id}/tape?rule=bot_stops_clock=true`)
    const tape: unknown = await response.json()
    expect(TapeSchema.parse(tape)).toEqual(tape)
    expect(tape).toMatchObject({ conversation: "conversation:5", rules: ["bot_stops_clock=true"] })
  })

  test.each([
    ["of one that is none", "conversation:99999", "", 404],
    ["by a rule that is none", "conversation:5", "?rule=bots=true", 404],
    ["with a word that is none of its question", "conversation:5", "?rul=bot_stops_clock=true", 422],
  ])("%s is refused", async (_what, id, query, status) => {
    const response = await get(app, `/conversations/${id}/tape${query}`)
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ message: expect.any(String) })])
  })
})

async function rowsOf(ask: object): Promise<RowsAnswer> {
  const response = await post(app, "/rows", JSON.stringify(ask))
  expect(response.status).toBe(200)
  return (await response.json()) as RowsAnswer
}
