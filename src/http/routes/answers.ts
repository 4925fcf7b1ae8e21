import { createRoute } from "@hono/zod-openapi"
import type { App } from "../doors.ts"
import type { Line } from "../line.ts"
import { AnswerSchema, QuestionSchema } from "../schemas/answer.ts"
import { QuestionQuery, questionOf } from "../schemas/ask.ts"
import type { Turns } from "../turns.ts"
import { answers, json } from "./route.ts"

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

export function answerRoutes(api: App, line: Line, turn: Turns): void {
  api.openapi(get, async (c) => {
    const question = questionOf(c.req.valid("query"))
    return c.json(await turn((signal) => line.ask(question, signal), c.req.raw.signal), 200)
  })
  api.openapi(post, async (c) => {
    const question = c.req.valid("json")
    return c.json(await turn((signal) => line.ask(question, signal), c.req.raw.signal), 200)
  })
}
