import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Plumbline } from "../plumbline.ts"
import { appOn, asked, get, MARCH, post, push, whole } from "./asking-for-tests.ts"
import type { App } from "./doors.ts"
import { openLine, someConversations } from "./line-for-tests.ts"
import { AnswerSchema } from "./schemas/answer.ts"
import { createTurns } from "./turns.ts"

let line: Plumbline
let app: App

beforeAll(async () => {
  line = await openLine()
  app = appOn(line)
  await push(app, someConversations(48))
})

afterAll(() => line.close())

describe("a question", () => {
  test("in JSON is answered as the description says", async () => {
    const answer = await asked(app, { ...MARCH, grain: "day", by: ["channel"], compare: "previous", explain: true })
    expect(AnswerSchema.parse(answer)).toEqual(answer)
    expect(whole(answer)).toMatchObject({ value: 48, n: 48 })
    expect(answer.rows.filter(({ bucket }) => bucket === null).map(({ by }) => by["channel"])).toEqual(
      expect.arrayContaining(["email", "chat"]),
    )
  })

  test("by the hours of a week is too, also where the data end inside an hour", async () => {
    const answer = await asked(app, { ...MARCH, grain: "hour_of_week" })
    expect(AnswerSchema.parse(answer)).toEqual(answer)
    expect(answer.buckets.some(({ occurrences }) => !Number.isInteger(occurrences))).toBe(true)
  })

  test("in the address gets the same answer", async () => {
    const query = "metric=ticket_volume&from=2026-03-01&to=2026-04-01&zone=UTC&grain=day&by=channel&where=channel=email"
    const response = await get(app, `/answers?${query}`)
    const where = [{ field: "channel", in: ["email"] }]
    expect(await response.json()).toEqual(await asked(app, { ...MARCH, grain: "day", by: ["channel"], where }))
  })

  test("asked forty times at once is answered forty times the same", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => asked(app, { ...MARCH, grain: "day" })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test.each<[string, object, number, string, RegExp]>([
    ["for an unknown metric", { ...MARCH, metrics: ["ticket_volum"] }, 404, "metric.unknown", /ticket_volume/],
    ["by what the metric has not", { ...MARCH, by: ["chanel"] }, 422, "dimension.unknown", /channel, .*team/],
    [
      "by what is known of the customer",
      { ...MARCH, by: ["customer.plan"] },
      422,
      "dimension.unknown",
      /Did you mean attributes\.customer\.plan\?/,
    ],
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
    ["by what every object has", { ...MARCH, by: ["constructor"] }, 422, "dimension.unknown", /channel/],
    [
      "with a misspelt field",
      { ...MARCH, compre: "previous" },
      422,
      "request.invalid",
      /"compre" is no field of it; "compare" is probably meant/,
    ],
    ["as of a day too far ahead", { ...MARCH, asOf: "9999-01-01" }, 422, "question.as_of_too_late", /before 2200/],
    ["by a word of the language it runs in", { ...MARCH, by: ["__proto__"] }, 422, "dimension.unknown", /channel/],
    ["filtered by one", { ...MARCH, where: [{ field: "constructor", in: ["x"] }] }, 422, "dimension.unknown", /channel/],
    ["by a variant that is one", { ...MARCH, metrics: ["ticket_volume:constructor"] }, 422, "variant.unknown", /constructor/],
    ["that tries to be SQL", { ...MARCH, by: ["channel; DROP TABLE ledger"] }, 422, "dimension.unknown", /channel/],
  ])("%s is refused with a reason", async (_what, question, status, code, says) => {
    const response = await post(app, "/answers", JSON.stringify(question))
    const failure = (await response.json()) as { message: string }
    expect([response.status, failure]).toEqual([status, expect.objectContaining({ code, facts: expect.any(Object) })])
    expect(failure.message).toMatch(says)
  })

  test("a word that tries to be SQL is only a word", async () => {
    const where = [{ field: "channel", in: ["email' OR 1=1 --"] }]
    expect(whole(await asked(app, { ...MARCH, where }))).toMatchObject({ value: 0, n: 0 })
  })

  test("that takes too long is given up", async () => {
    const slow = createTurns({ atOnce: 1, waiting: 10, most_s: 0.001 })
    const response = await post(appOn(line, slow), "/answers", JSON.stringify(MARCH))
    expect([response.status, await response.json()]).toEqual([504, expect.objectContaining({ code: "question.too_slow" })])
    expect(whole(await asked(app, MARCH))).toMatchObject({ value: 48 })
  })
})
