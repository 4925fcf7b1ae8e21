import { createRoute, z } from "@hono/zod-openapi"
import { listDashboards, removeDashboard, saveDashboard } from "../../state/dashboards.ts"
import type { App, Doors } from "../doors.ts"
import { DashboardSchema } from "../schemas/others.ts"
import { answers, json } from "./route.ts"

const all = answers(z.object({ dashboards: z.array(DashboardSchema) }), "All dashboards.")
const params = z.object({ name: z.string() })

const list = createRoute({ method: "get", path: "/dashboards", summary: "List the dashboards.", responses: all })

const save = createRoute({
  method: "put",
  path: "/dashboards/{name}",
  summary: "Name a view, or give a name another view.",
  request: {
    params,
    body: json(
      z.object({ view: z.string().max(8_000).openapi({ description: "the address within the page: period, filters, splits" }) }),
    ),
  },
  responses: all,
})

const remove = createRoute({
  method: "delete",
  path: "/dashboards/{name}",
  summary: "Remove a dashboard.",
  request: { params },
  responses: all,
})

export function dashboardRoutes(api: App, { state, now }: Doors): void {
  const listed = () => ({
    dashboards: listDashboards(state).map(({ changed_at, ...same }) => ({
      ...same,
      changedAt: new Date(changed_at / 1000).toISOString(),
    })),
  })
  api.openapi(list, (c) => c.json(listed(), 200))
  api.openapi(save, (c) => {
    saveDashboard(state, c.req.valid("param").name, c.get("caller").name, c.req.valid("json").view, now())
    return c.json(listed(), 200)
  })
  api.openapi(remove, (c) => {
    removeDashboard(state, c.req.valid("param").name)
    return c.json(listed(), 200)
  })
}
