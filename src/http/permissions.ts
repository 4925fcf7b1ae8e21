import type { MiddlewareHandler } from "hono"
import { Problem } from "../problem.ts"
import type { Role } from "../state/roles.ts"
import type { Env } from "./doors.ts"

/** What a route needs of whoever calls it. */
export type Need = "nothing" | "read" | "write"

/** Every route of the API. One that is not here is answered to nobody. */
export const permissions: Readonly<Record<string, Need>> = {
  "GET /health": "nothing",
  "GET /openapi.json": "nothing",
  "GET /session": "nothing",
  "POST /session": "nothing",
  "DELETE /session": "nothing",
  "GET /answers": "read",
  "POST /answers": "read",
  "POST /rows": "read",
  "GET /answers.csv": "read",
  "POST /answers.csv": "read",
  "GET /rows.csv": "read",
  "POST /rows.csv": "read",
  "POST /differences": "read",
  "GET /differences.csv": "read",
  "POST /differences.csv": "read",
  "GET /conversations/{id}/tape": "read",
  "GET /metrics": "read",
  "GET /scorecards": "read",
  "GET /metrics/{name}": "read",
  "GET /dimensions": "read",
  "GET /meta": "read",
  "GET /live": "read",
  "GET /imports/rejects": "read",
  "POST /events": "write",
  "GET /dashboards": "read",
  "PUT /dashboards/{name}": "write",
  "DELETE /dashboards/{name}": "write",
}

const MAY: Readonly<Record<Role, readonly Need[]>> = {
  admin: ["nothing", "read", "write"],
  viewer: ["nothing", "read"],
}

export const API = "/api/v1"

/** The one place that says no. */
export function permit(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const needs = needOf(c.req.method, c.req.path)
    const { kind, role } = c.get("caller")
    if (kind === "stranger") throw new Problem("door.wrong_key", {})
    if (needs === undefined) throw new Problem("route.unknown", { method: c.req.method, path: c.req.path })
    if (needs !== "nothing" && role === null) throw new Problem("door.closed", {})
    if (role !== null && !MAY[role].includes(needs)) throw new Problem("door.forbidden", { role, needs })
    await next()
  }
}

const patterns = Object.entries(permissions).map(([route, need]) => {
  const [method, path] = route.split(" ") as [string, string]
  return { method, path: new RegExp(`^${API}${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`), need }
})

function needOf(method: string, path: string): Need | undefined {
  const asked = method === "HEAD" ? "GET" : method
  return patterns.find((pattern) => pattern.method === asked && pattern.path.test(path))?.need
}
