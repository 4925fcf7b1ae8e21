import { afterAll, beforeAll, expect, test } from "vitest"
import type { Plumbline } from "../plumbline.ts"
import { createApp } from "./app.ts"
import { appOn, asked, get, MARCH, post, push } from "./asking-for-tests.ts"
import type { App } from "./doors.ts"
import { newHouse, OURS } from "./house-for-tests.ts"
import { openLine } from "./line-for-tests.ts"
import type { Definition } from "../query/question.ts"
import { AnswerSchema } from "./schemas/answer.ts"
import { DifferenceSchema } from "./schemas/difference.ts"

let line: Plumbline
let app: App

const FRT = { ...MARCH, metrics: ["first_response_time"], as: "zendesk" }

beforeAll(async () => {
  line = await openLine()
  app = appOn(line)
  // Two that customers began, answered after 10 and 30 minutes; one that we began: the customer at 40 min, we again at 60; one unanswered.
  await push(
    app,
    [inbound(1, 10), inbound(2, 30), outbound(3), unanswered(4)]
      .flat()
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(""),
  )
})

afterAll(() => line.close())

test("a question with `as` has the product's number beside ours", async () => {
  const answer = await asked(app, FRT)
  expect(AnswerSchema.parse(answer)).toEqual(answer)
  expect(answer.rows[0]!.cells["first_response_time"]).toMatchObject({ value: 1200, n: 3, censored: 1 })
  expect(answer.rows[0]!.theirs!["first_response_time"]).toMatchObject({ value: 1800, n: 3, censored: 0 })
  expect(answer.lens).toMatchObject({
    title: "Zendesk",
    metrics: { first_response_time: { called: "First reply time", ref: "first_response_time:completed" } },
  })
})

test("in the address, by bucket and split, it is the same", async () => {
  const query = "metric=first_response_time&from=2026-03-01&to=2026-04-01&zone=UTC&grain=day&by=channel&as=zendesk"
  const response = await get(app, `/answers?${query}`)
  expect(await response.json()).toEqual(await asked(app, { ...FRT, grain: "day", by: ["channel"] }))
})

test("what the product has nothing near to is said, and the rest is answered", async () => {
  const { rows, lens } = await asked(app, { ...FRT, metrics: ["nps", "first_response_time"] })
  expect(lens!.metrics["nps"]).toMatchObject({ called: null, differs: "Zendesk has nothing that comes near to nps." })
  expect(Object.keys(rows[0]!.theirs!)).toEqual(["first_response_time"])
})

test("rows asked with `as` are those behind the product's number", async () => {
  const question = { question: FRT, metric: "first_response_time", bucket: null, by: {} }
  const response = await post(app, "/rows", JSON.stringify(question))
  expect(await response.json()).toMatchObject({ count: 3 })
})

test("the difference says which conversations make it, by reason, and the reasons add up", async () => {
  const response = await post(app, "/differences", JSON.stringify({ question: FRT, metric: "first_response_time" }))
  const difference = DifferenceSchema.parse(await response.json())
  expect(difference).toMatchObject({ differing: 2, count: 2, cell: { value: 1200 } })
  expect(difference.steps.map(({ count, cell }) => [count, cell.value])).toEqual([
    [1, 1800],
    [0, 1800],
    [1, 1800],
  ])
  expect(difference.rows).toMatchObject([
    { conversation: "conversation:3", step: 1, change: "both", ours: 1200, theirs: 3600 },
    { conversation: "conversation:4", step: 3, change: "only_ours", ours: null, theirs: null, running_ours: 1 },
  ])
})

test("one step's conversations are exported as CSV", async () => {
  const response = await post(app, "/differences.csv", JSON.stringify({ question: FRT, metric: "first_response_time", step: 1 }))
  const text = await response.text()
  const link = JSON.stringify({ question: FRT, metric: "first_response_time", step: 1 })
  expect(await (await get(app, `/differences.csv?ask=${encodeURIComponent(link)}`)).text()).toBe(text)
  expect(text.trim().split("\r\n")).toEqual([
    "conversation,step,because,change,ours,theirs,running_ours,running_theirs",
    expect.stringMatching(/^conversation:3,1,"?tickets that agents began.*,both,1200,3600,0,0$/),
  ])
})

test("every definition with its interval and the band is exported as CSV, by a link and by a body", async () => {
  const question = JSON.stringify({ ...MARCH, metrics: ["first_response_time"], variants: true })
  const file = await get(app, `/answers.csv?ask=${encodeURIComponent(question)}`)
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="first_response_time.csv"')
  const text = await file.text()
  expect(await (await post(app, "/answers.csv", question)).text()).toBe(text)
  const answer = await asked(app, JSON.parse(question) as typeof FRT)
  const lines = text.trim().split("\r\n")
  expect(lines[0]).toMatch(/metric,means,bucket,from,value,low,high,n,.*,band_least,band_most,in_band$/)
  expect(lines).toHaveLength(answer.question.metrics.length + 1)
  const band = answer.rows[0]!.bands!["first_response_time"]!
  const business = lines.find((line) => line.startsWith("first_response_time:completed,"))
  expect(business).toMatch(new RegExp(`,1200,.*,${band.least},${band.most},true$`))
})

test("the entry of a metric names the products that show something of the kind", async () => {
  const { more } = (await (await get(app, "/metrics/bot_containment_rate")).json()) as Definition
  expect(more!.products.map(({ name, called }) => [name, called !== null])).toEqual([
    ["intercom", true],
    ["chatwoot", false],
  ])
})

test.each<[string, string, object, number, string]>([
  ["as nobody", "/answers", { ...FRT, as: "zendsk" }, 404, "lens.unknown"],
  [
    "of a difference with nobody",
    "/differences",
    { question: { ...FRT, as: undefined }, metric: "first_response_time" },
    422,
    "difference.as_what",
  ],
  [
    "of a difference with nothing",
    "/differences",
    { question: { ...FRT, metrics: ["nps"] }, metric: "nps" },
    422,
    "lens.nothing",
  ],
  ["of a metric that was not asked", "/differences", { question: FRT, metric: "nps" }, 422, "rows.not_in_question"],
  [
    "of a step beyond the last",
    "/differences",
    { question: FRT, metric: "first_response_time", step: 9 },
    422,
    "difference.no_such_step",
  ],
  ["of too many rows", "/differences", { question: FRT, metric: "first_response_time", limit: 1e9 }, 422, "request.invalid"],
])("a question %s is refused with a reason", async (_what, path, question, status, code) => {
  const response = await post(app, path, JSON.stringify(question))
  expect([response.status, await response.json()]).toMatchObject([status, { code }])
})

test.each(["/differences", "/differences.csv", "/answers"])("a stranger gets nothing from %s", async (path) => {
  const { state } = newHouse()
  const closed = createApp(line, { state, loopback: true, open: false, now: () => 0, log: () => {} })
  const body = JSON.stringify({ question: FRT, metric: "first_response_time" })
  const response = await closed.request(`/api/v1${path}`, {
    method: "POST",
    headers: { ...OURS, "content-type": "application/json" },
    body,
  })
  expect(response.status).toBe(401)
})

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()
const said = (i: number, minute: number, author: "customer" | "agent") => ({
  id: `m${i}-${minute}`,
  at: at(minute),
  kind: "message.sent",
  subject: `conversation:${i}`,
  author,
  public: true,
  ...(author === "agent" && { agent: "ana" }),
})
const opened = (i: number, direction: string) => ({
  id: `o${i}`,
  at: at(0),
  kind: "conversation.opened",
  subject: `conversation:${i}`,
  channel: "email",
  direction,
})
const inbound = (i: number, minute: number) => [opened(i, "inbound"), said(i, 0, "customer"), said(i, minute, "agent")]
const outbound = (i: number) => [opened(i, "outbound"), said(i, 0, "agent"), said(i, 40, "customer"), said(i, 60, "agent")]
const unanswered = (i: number) => [opened(i, "inbound"), said(i, 0, "customer"), { ...said(i, 90, "customer") }]
