import { createRoute } from "@hono/zod-openapi"
import type { Context } from "hono"
import { withNames } from "../../query/named-rows.ts"
import { RowsQuestion } from "../../query/question.ts"
import { csvFile } from "../csv.ts"
import type { App, Env } from "../doors.ts"
import type { Line } from "../line.ts"
import { RowsAnswerSchema, RowsQuestionSchema } from "../schemas/answer.ts"
import type { Turns } from "../turns.ts"
import { answers, answersCsv, inAddress, json, readAsked } from "./route.ts"

const post = createRoute({
  method: "post",
  path: "/rows",
  summary: "See the rows behind one number.",
  request: { body: json(RowsQuestionSchema) },
  responses: answers(RowsAnswerSchema, "One page of the rows."),
})

const getCsv = createRoute({
  method: "get",
  path: "/rows.csv",
  summary: "Export all rows behind one number.",
  request: { query: inAddress("RowsQuestion") },
  responses: answersCsv,
})

const postCsv = createRoute({
  method: "post",
  path: "/rows.csv",
  summary: "Export all rows behind one number; for a question too long for an address.",
  request: { body: json(RowsQuestionSchema) },
  responses: answersCsv,
})

export function rowRoutes(api: App, line: Line, turn: Turns): void {
  api.openapi(post, async (c) => {
    const asked = c.req.valid("json")
    return c.json(await turn((signal) => line.rowsBehind(asked, signal), c.req.raw.signal), 200)
  })
  api.openapi(getCsv, (c) => exported(c, readAsked(RowsQuestion, c.req.valid("query"))))
  api.openapi(postCsv, (c) => exported(c, c.req.valid("json")))

  // Each page takes its own turn, so that a long export lets others ask in between.
  function exported(c: Context<Env>, asked: RowsQuestion): Promise<Response> {
    const gone = c.req.raw.signal
    return csvFile(c, asked.metric, asked, async (page) => withNames(await turn((signal) => line.rowsBehind(page, signal), gone)))
  }
}
