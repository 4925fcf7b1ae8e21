import type { App } from "./doors.ts"
import { API, permissions } from "./permissions.ts"

/** The description of the API, printed from the routes themselves. */
export function describeApi(api: App) {
  const described = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Plumbline",
      version: "1",
      description: "Every number that anyone sees, with its doubt and the rows behind it. The page uses this API and no other.",
    },
    servers: [{ url: API }],
    security: [{ key: [] }, { session: [] }],
  })
  const securitySchemes = {
    key: { type: "http", scheme: "bearer", description: "`plumbline keys add NAME` makes one." },
    session: { type: "apiKey", in: "cookie", name: "plumbline", description: "Set by POST /session." },
  } as const
  for (const [path, methods] of Object.entries(described.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods as Record<string, object>)) {
      const needs = permissions[`${method.toUpperCase()} ${path}`]
      Object.assign(operation, needs === "nothing" ? { security: [] } : { "x-needs": needs })
    }
  }
  return { ...described, components: { ...described.components, securitySchemes } }
}
