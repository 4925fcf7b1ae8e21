import { createRoute, z } from "@hono/zod-openapi"
import { Problem } from "../../problem.ts"
import type { App } from "../doors.ts"
import { MOST_EVENTS_BYTES, MOST_REJECTS_LISTED } from "../limits.ts"
import type { Line } from "../line.ts"
import { push } from "../push.ts"
import { readRejects } from "../rejects.ts"
import { ImportedSchema, RejectSchema } from "../schemas/others.ts"
import { answers } from "./route.ts"

const pushing = createRoute({
  method: "post",
  path: "/events",
  summary: "Push events, one JSON object a line. The same events again change nothing.",
  request: {
    query: z.object({ source: z.string().min(1).max(100).default("push").openapi({ description: "who sends them" }) }),
    body: { required: true, content: { "application/x-ndjson": { schema: z.string() } } },
  },
  responses: answers(ImportedSchema, "What became of the lines; bad ones are kept aside and the others count."),
})

const rejects = createRoute({
  method: "get",
  path: "/imports/rejects",
  summary: "List the lines that could not be read, the latest first.",
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(MOST_REJECTS_LISTED).default(100) }) },
  responses: answers(z.object({ rejects: z.array(RejectSchema) }), "Line, field and reason."),
})

export function eventRoutes(api: App, line: Line): void {
  api.openapi(pushing, async (c) => {
    const said = Number(c.req.header("content-length") ?? 0)
    if (said > MOST_EVENTS_BYTES) throw new Problem("body.too_large", { most_bytes: MOST_EVENTS_BYTES })
    return c.json(await push(line, c.req.valid("query").source, c.req.raw.body), 200)
  })
  api.openapi(rejects, async (c) => c.json({ rejects: [...(await readRejects(line.folder, c.req.valid("query").limit))] }, 200))
}
