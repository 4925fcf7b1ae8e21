import { OpenAPIHono } from "@hono/zod-openapi"
import { describeApi } from "./description.ts"
import type { App, Doors, Env } from "./doors.ts"
import { invalid } from "./failures.ts"
import type { Line } from "./line.ts"
import { answerRoutes } from "./routes/answers.ts"
import { catalogRoutes } from "./routes/catalog.ts"
import { dashboardRoutes } from "./routes/dashboards.ts"
import { differenceRoutes } from "./routes/differences.ts"
import { eventRoutes } from "./routes/events.ts"
import { healthRoutes } from "./routes/health.ts"
import { liveRoutes } from "./routes/live.ts"
import { rowRoutes } from "./routes/rows.ts"
import { sessionRoutes } from "./routes/session.ts"
import type { MayTry } from "./throttle.ts"
import type { Turns } from "./turns.ts"

/** The routes below /api/v1, and their description. */
export function createApi(line: Line, doors: Doors, turn: Turns, mayTry: MayTry): App {
  const api = newApp()
  answerRoutes(api, line, turn)
  rowRoutes(api, line, turn)
  differenceRoutes(api, line, turn)
  catalogRoutes(api, line, turn)
  eventRoutes(api, line)
  liveRoutes(api, line)
  dashboardRoutes(api, doors)
  sessionRoutes(api, doors, mayTry)
  healthRoutes(api)
  const description = describeApi(api)
  api.get("/openapi.json", (c) => c.json(description))
  return api
}

/** Routes that refuse what they cannot read in the one shape of all failures. */
export function newApp(): App {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error, result.target)
    },
  })
}
