import { createRoute } from "@hono/zod-openapi"
import type { Context } from "hono"
import { sheetOf } from "../../query/answer-sheet.ts"
import { MOST_ROWS, Question, type RowsQuestion } from "../../query/question.ts"
import { csvFile } from "../csv.ts"
import type { App, Env } from "../doors.ts"
import type { Line } from "../line.ts"
import { AnswerSchema, QuestionSchema } from "../schemas/answer.ts"
import { QuestionQuery, questionOf } from "../schemas/ask.ts"
import type { Turns } from "../turns.ts"
import { answers, answersCsv, inAddress, json, readAsked } from "./route.ts"

const get = createRoute({
  method: "get",
  path: "/answers",
  summary: "Ask a question that fits an address.",
  request: { query: QuestionQuery },
  responses: answers(AnswerSchema, "The answer."),
})

const post = createRoute({
  method: "post",
  path: "/answers",
  summary: "Ask a question.",
  request: { body: json(QuestionSchema) },
  responses: answers(AnswerSchema, "The answer."),
})

const getCsv = createRoute({
  method: "get",
  path: "/answers.csv",
  summary: "Export the numbers of an answer, one a line, by a link.",
  request: { query: inAddress("Question") },
  responses: answersCsv,
})

const postCsv = createRoute({
  method: "post",
  path: "/answers.csv",
  summary: "Export the numbers of an answer, one a line.",
  request: { body: json(QuestionSchema) },
  responses: answersCsv,
})

export function answerRoutes(api: App, line: Line, turn: Turns): void {
  api.openapi(get, async (c) => {
    const question = questionOf(c.req.valid("query"))
    return c.json(await turn((signal) => line.ask(question, signal), c.req.raw.signal), 200)
  })
  api.openapi(post, async (c) => {
    const question = c.req.valid("json")
    return c.json(await turn((signal) => line.ask(question, signal), c.req.raw.signal), 200)
  })
  api.openapi(getCsv, (c) => exported(c, readAsked(Question, c.req.valid("query"))))
  api.openapi(postCsv, (c) => exported(c, c.req.valid("json")))

  async function exported(c: Context<Env>, question: Question): Promise<Response> {
    const sheet = sheetOf(await turn((signal) => line.ask(question, signal), c.req.raw.signal))
    const page = ({ offset, limit }: Page) => Promise.resolve({ ...sheet, rows: sheet.rows.slice(offset, offset + limit) })
    return csvFile(c, question.metrics[0]!, ALL, page)
  }
}

type Page = Pick<RowsQuestion, "offset" | "limit">
const ALL: Page = { offset: 0, limit: MOST_ROWS }
