import { createRoute, z } from "@hono/zod-openapi"
import type { App } from "../doors.ts"
import { answers } from "./route.ts"

const health = createRoute({
  method: "get",
  path: "/health",
  summary: "See that the server is up.",
  responses: answers(z.object({ ok: z.literal(true), product: z.literal("plumbline") }), "It is."),
})

export function healthRoutes(api: App): void {
  api.openapi(health, (c) => c.json({ ok: true as const, product: "plumbline" as const }, 200))
}
