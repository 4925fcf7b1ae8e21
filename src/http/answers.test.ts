import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Answer } from "../query/question.ts"
import { createApp } from "./app.ts"
import type { App } from "./doors.ts"
import { newHouse, OURS } from "./house-for-tests.ts"
import { openLine, type OpenLine, someConversations } from "./line-for-tests.ts"
import { AnswerSchema } from "./schemas/answer.ts"
import { createTurns } from "./turns.ts"

const MARCH = { metrics: ["ticket_volume"], from: "2026-03-01", to: "2026-04-01", zone: "UTC" }

let line: OpenLine
let app: App

beforeAll(async () => {
  line = await openLine()
  app = appOn(line)
  await push(someConversations(48))
})

afterAll(() => line.close())

describe("a question", () => {
  test("in JSON is answered as the description says", async () => {
    const answer = await asked({ ...MARCH, grain: "day", by: ["channel"], compare: "previous", explain: true })
    expect(AnswerSchema.parse(answer)).toEqual(answer)
    expect(whole(answer)).toMatchObject({ value: 48, n: 48 })
    expect(answer.rows.filter(({ bucket }) => bucket === null).map(({ by }) => by["channel"])).toEqual(
      expect.arrayContaining(["email", "chat"]),
    )
  })

  test("in the address gets the same answer", async () => {
    const query = "metric=ticket_volume&from=2026-03-01&to=2026-04-01&zone=UTC&grain=day&by=channel&where=channel=email"
    const response = await app.request(`/api/v1/answers?${query}`, { headers: OURS })
    const where = [{ field: "channel", in: ["email"] }]
    expect(await response.json()).toEqual(await asked({ ...MARCH, grain: "day", by: ["channel"], where }))
  })

  test("asked forty times at once is answered forty times the same", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => asked({ ...MARCH, grain: "day" })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test.each<[string, object, number, string, RegExp]>([
    ["for an unknown metric", { ...MARCH, metrics: ["ticket_volum"] }, 404, "metric.unknown", /ticket_volume/],
    ["by what the metric has not", { ...MARCH, by: ["chanel"] }, 422, "dimension.unknown", /channel, .*team/],
    [
      "filtered by what nothing has",
      { ...MARCH, where: [{ field: "colour", in: ["red"] }] },
      422,
      "dimension.unknown",
      /channel/,
    ],
    ["without a metric", { ...MARCH, metrics: [] }, 422, "request.invalid", /metrics/],
    ["of an unknown shape", { metrics: "x" }, 422, "request.invalid", /metrics: .*; from: .*; to: /],
    ["of a period that is none", { ...MARCH, to: "2026-02-01" }, 422, "question.empty_period", /empty/],
    ["in a zone that is none", { ...MARCH, zone: "Mars/Olympus" }, 422, "question.zone", /Mars/],
    ["with too many points", { ...MARCH, from: "1970-01-01", grain: "hour" }, 422, "question.too_wide", /coarser/],
    ["that tries to be SQL", { ...MARCH, by: ["channel; DROP TABLE ledger"] }, 422, "dimension.unknown", /channel/],
  ])("%s is refused with a reason", async (_what, question, status, code, says) => {
    const response = await post("/answers", JSON.stringify(question))
    const failure = (await response.json()) as { message: string }
    expect([response.status, failure]).toEqual([status, expect.objectContaining({ code, facts: expect.any(Object) })])
    expect(failure.message).toMatch(says)
  })

  test("a word that tries to be SQL is only a word", async () => {
    const where = [{ field: "channel", in: ["email' OR 1=1 --"] }]
    expect(whole(await asked({ ...MARCH, where }))).toMatchObject({ value: 0, n: 0 })
  })

  test("that takes too long is given up", async () => {
    const slow = createTurns({ atOnce: 1, waiting: 10, most_s: 0.001 })
    const response = await post("/answers", JSON.stringify(MARCH), appOn(line, slow))
    expect([response.status, await response.json()]).toEqual([504, expect.objectContaining({ code: "question.too_slow" })])
    expect(whole(await asked(MARCH))).toMatchObject({ value: 48 })
  })
})

describe("pushed events", () => {
  test("count once, however often they come, and a bad line does not keep out the others", async () => {
    const own = await openLine()
    const on = appOn(own)
    const good = someConversations(3)
    const lines = `${good}{"id":"bad","at":"yesterday"}\nnot json\n`
    const first = await push(lines, on)
    expect(first).toMatchObject({ lines: 5, appended: 3, duplicates: 0, rejected: 2 })
    expect(first).toMatchObject({
      rejects: [
        { file: "shop", line: 4 },
        { file: "shop", line: 5, field: null },
      ],
    })
    expect(await push(lines, on)).toMatchObject({ appended: 0, duplicates: 3, rejected: 2 })
    expect(whole(await asked(MARCH, on))).toMatchObject({ value: 3 })
    const kept = await (await on.request("/api/v1/imports/rejects?limit=3", { headers: OURS })).json()
    expect(kept).toMatchObject({ rejects: [{ line: 4 }, { line: 5 }, { line: 4 }] })
    own.close()
  })

  test("with other content are a new version", async () => {
    const own = await openLine()
    const on = appOn(own)
    await push(someConversations(2), on)
    const corrected = someConversations(2).replaceAll("chat", "phone")
    expect(await push(corrected, on)).toMatchObject({ appended: 1, versions: 1, duplicates: 1 })
    const answer = await asked({ ...MARCH, by: ["channel"] }, on)
    expect(answer.rows.map(({ by }) => by["channel"]).filter(Boolean)).toEqual(expect.arrayContaining(["email", "phone"]))
    own.close()
  })

  test.each([
    ["wholly wrong", "nothing\nhere\nis\nan\nevent\n", 422, "import.all_wrong"],
    ["with a wrong sender", "", 422, "request.invalid", "?source="],
  ])("%s are refused in one sentence", async (_what, body, status, code, query = "?source=shop") => {
    const response = await post(`/events${query}`, body)
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })])
  })

  test("none are none", async () => {
    expect(await push("")).toMatchObject({ lines: 0, appended: 0, rejected: 0 })
  })

  test("that break off in the middle of a line count up to it, and the answer says where", async () => {
    const own = await openLine()
    const on = appOn(own)
    const whole_lines = someConversations(3)
    const response = await on.request("/api/v1/events?source=shop", {
      method: "POST",
      headers: OURS,
      ...cut(`${whole_lines}{"id":"ha`),
    })
    expect([response.status, await response.json()]).toEqual([422, expect.objectContaining({ code: "import.cut" })])
    expect(whole(await asked(MARCH, on))).toMatchObject({ value: 3 })
    expect(await push(whole_lines, on)).toMatchObject({ appended: 0, duplicates: 3 })
    own.close()
  })

  test("more than the most are refused before they are read", async () => {
    const response = await app.request("/api/v1/events", {
      method: "POST",
      headers: { ...OURS, "content-length": String(2 ** 40) },
      body: "{}",
    })
    expect(response.status).toBe(413)
  })
})

function appOn(on: OpenLine, turn = createTurns()): App {
  const { state } = newHouse()
  return createApp(on, { state, loopback: true, open: true, now: () => 0, log: () => {} }, turn)
}

function post(path: string, body: string, on = app) {
  return on.request(`/api/v1${path}`, { method: "POST", headers: { ...OURS, "content-type": "application/json" }, body })
}

/** A body whose sender goes away. */
function cut(text: string) {
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new Error("the sender went away"))
      controller.enqueue(Buffer.from(text))
      sent = true
    },
  })
  return { body, duplex: "half" } as const
}

async function asked(question: object, on = app): Promise<Answer> {
  const response = await post("/answers", JSON.stringify(question), on)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

async function push(lines: string, on = app): Promise<unknown> {
  const response = await post("/events?source=shop", lines, on)
  expect(response.status).toBe(200)
  return response.json()
}

function whole(answer: Answer) {
  return answer.rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)?.cells["ticket_volume"]
}
