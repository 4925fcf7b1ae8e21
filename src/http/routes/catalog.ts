import { createRoute, z } from "@hono/zod-openapi"
import { scorecards } from "../../metrics/scorecards.ts"
import { closed } from "../../query/closed.ts"
import type { App } from "../doors.ts"
import { allEntries, entryOf } from "../entries.ts"
import type { Line } from "../line.ts"
import { DefinitionSchema } from "../schemas/answer.ts"
import { rulesOf, several } from "../schemas/ask.ts"
import { DimensionSchema, ScorecardSchema, StatusSchema } from "../schemas/others.ts"
import { TapeSchema } from "../schemas/tape.ts"
import type { Turns } from "../turns.ts"
import { answers } from "./route.ts"

const metrics = createRoute({
  method: "get",
  path: "/metrics",
  summary: "List the metrics.",
  responses: answers(z.object({ metrics: z.array(DefinitionSchema) }), "What can be asked."),
})

const metric = createRoute({
  method: "get",
  path: "/metrics/{name}",
  summary: "Look up one metric, `first_response_time` or with variants as a question names it.",
  request: { params: z.object({ name: z.string() }) },
  responses: answers(DefinitionSchema, "What it is."),
})

const boards = createRoute({
  method: "get",
  path: "/scorecards",
  summary: "List the scorecards: metrics that belong on one page.",
  responses: answers(z.object({ scorecards: z.array(ScorecardSchema) }), "Each with its metrics, as a question names them."),
})

const dimensions = createRoute({
  method: "get",
  path: "/dimensions",
  summary: "List what numbers can be split and filtered by.",
  responses: answers(z.object({ dimensions: z.array(DimensionSchema) }), "The fields, with their commonest values."),
})

const meta = createRoute({
  method: "get",
  path: "/meta",
  summary: "See what is known here: the period, the zone, the calendars, the company.",
  responses: answers(StatusSchema, "What is known."),
})

const tape = createRoute({
  method: "get",
  path: "/conversations/{id}/tape",
  summary: "See where the numbers of one conversation come from.",
  request: {
    params: z.object({ id: z.string().openapi({ description: "`conversation:917`" }) }),
    query: closed({ rule: several("a rule of the fold other than its default"), asOf: z.string().optional() }),
  },
  responses: answers(TapeSchema, "The tape."),
})

export function catalogRoutes(api: App, line: Line, turn: Turns): void {
  api.openapi(metrics, async (c) => c.json({ metrics: allEntries(await line.metrics(), await line.eventCounts()) }, 200))
  api.openapi(metric, async (c) =>
    c.json(entryOf(c.req.valid("param").name, await line.metrics(), await line.eventCounts()), 200),
  )
  api.openapi(boards, (c) => c.json({ scorecards: scorecards.map((one) => ({ ...one, metrics: [...one.metrics] })) }, 200))
  api.openapi(dimensions, async (c) =>
    c.json({ dimensions: [...(await turn((signal) => line.dimensions(signal), c.req.raw.signal))] }, 200),
  )
  api.openapi(meta, async (c) => c.json(await turn((signal) => line.status(signal), c.req.raw.signal), 200))
  api.openapi(tape, async (c) => {
    const { rule = [], asOf } = c.req.valid("query")
    const asked = { conversation: c.req.valid("param").id, rules: rulesOf(rule), asOf }
    return c.json(await turn((signal) => line.tape(asked, signal), c.req.raw.signal), 200)
  })
}
