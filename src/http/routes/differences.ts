import { createRoute } from "@hono/zod-openapi"
import { csvFile } from "../csv.ts"
import type { App } from "../doors.ts"
import type { Line } from "../line.ts"
import { DifferenceQuestionSchema, DifferenceSchema } from "../schemas/difference.ts"
import type { Turns } from "../turns.ts"
import { answers, answersCsv, json } from "./route.ts"

const post = createRoute({
  method: "post",
  path: "/differences",
  summary: "See why a product shows another number, and which conversations make it so.",
  request: { body: json(DifferenceQuestionSchema) },
  responses: answers(DifferenceSchema, "The steps from our number to the product's, and one page of the rows that differ."),
})

const csv = createRoute({
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
  api.openapi(csv, (c) => {
    const asked = c.req.valid("json")
    const gone = c.req.raw.signal
    return csvFile(c, `${asked.metric}-difference`, asked, (page) => turn((signal) => line.difference(page, signal), gone))
  })
}
