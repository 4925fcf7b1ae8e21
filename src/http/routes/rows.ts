import { createRoute, z } from "@hono/zod-openapi"
import type { Context } from "hono"
import { Problem } from "../../problem.ts"
import { RowsQuestion } from "../../query/question.ts"
import { csvFile } from "../csv.ts"
import type { App, Env } from "../doors.ts"
import { readValue } from "../failures.ts"
import type { Line } from "../line.ts"
import { RowsAnswerSchema, RowsQuestionSchema } from "../schemas/answer.ts"
import type { Turns } from "../turns.ts"
import { answers, answersCsv, json } from "./route.ts"

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
  request: { query: z.object({ ask: z.string().openapi({ description: "a RowsQuestion, as JSON" }) }) },
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
  api.openapi(getCsv, (c) => exported(c, parsed(c.req.valid("query").ask)))
  api.openapi(postCsv, (c) => exported(c, c.req.valid("json")))

  // Each page takes its own turn, so that a long export lets others ask in between.
  function exported(c: Context<Env>, asked: RowsQuestion): Promise<Response> {
    const gone = c.req.raw.signal
    return csvFile(c, asked.metric, asked, (page) => turn((signal) => line.rowsBehind(page, signal), gone))
  }
}

function parsed(text: string): RowsQuestion {
  try {
    return readValue(RowsQuestion, JSON.parse(text), "query")
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Problem("request.not_json", { where: "query", detail: error.message }, { cause: error })
    throw error
  }
}
