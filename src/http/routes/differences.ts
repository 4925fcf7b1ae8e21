import { createRoute } from "@hono/zod-openapi"
import type { Context } from "hono"
import { DifferenceQuestion } from "../../query/lens/difference-question.ts"
import { csvFile } from "../csv.ts"
import type { App, Env } from "../doors.ts"
import type { Line } from "../line.ts"
import { DifferenceQuestionSchema, DifferenceSchema } from "../schemas/difference.ts"
import type { Turns } from "../turns.ts"
import { answers, answersCsv, inAddress, json, readAsked } from "./route.ts"

const post = createRoute({
  method: "post",
  path: "/differences",
  summary: "See why a product shows another number, and which conversations make it so.",
  request: { body: json(DifferenceQuestionSchema) },
  responses: answers(DifferenceSchema, "The steps from our number to the product's, and one page of the rows that differ."),
})

const getCsv = createRoute({
  method: "get",
  path: "/differences.csv",
  summary: "Export all rows that make a product's number another, by a link.",
  request: { query: inAddress("DifferenceQuestion") },
  responses: answersCsv,
})

const postCsv = createRoute({
  method: "post",
  path: "/differences.csv",
  summary: "Export all rows that make a product's number another.",
  request: { body: json(DifferenceQuestionSchema) },
  responses: answersCsv,
})

export function differenceRoutes(api: App, line: Line, turn: Turns): void {
  api.openapi(post, async (c) => {
    const asked = c.req.valid("json")
    return c.json(await turn((signal) => line.difference(asked, signal), c.req.raw.signal), 200)
  })
  api.openapi(getCsv, (c) => exported(c, readAsked(DifferenceQuestion, c.req.valid("query"))))
  api.openapi(postCsv, (c) => exported(c, c.req.valid("json")))

  function exported(c: Context<Env>, asked: DifferenceQuestion): Promise<Response> {
    const gone = c.req.raw.signal
    return csvFile(c, `${asked.metric}-difference`, asked, (page) => turn((signal) => line.difference(page, signal), gone))
  }
}
