import type { MiddlewareHandler } from "hono"
import { secureHeaders } from "hono/secure-headers"
import { Problem } from "../problem.ts"
import { createApi, newApp } from "./api.ts"
import { limitBodies } from "./bodies.ts"
import { type App, type Doors, type Env, isSecure } from "./doors.ts"
import { answerFailure } from "./failures.ts"
import { identify } from "./identify.ts"
import { MOST_BODY_BYTES } from "./limits.ts"
import type { Line } from "./line.ts"
import { loginPages } from "./login-pages.ts"
import { API, permit } from "./permissions.ts"
import { onlyOurHost, onlyOurPages } from "./same-place.ts"
import { loginThrottle, throttle } from "./throttle.ts"
import { createTurns, type Turns } from "./turns.ts"

/** Everything the server answers but the page itself, without a port. */
export function createApp(line: Line, doors: Doors, turn: Turns = createTurns()): App {
  const app = newApp()
  const mayTry = loginThrottle(doors)
  app.onError(answerFailure(doors))
  app.notFound((c) => {
    throw new Problem("route.unknown", { method: c.req.method, path: c.req.path })
  })
  app.use(headers(doors), onlyOurHost(doors), onlyOurPages(doors), identify(doors), throttle(doors))
  app.use(`${API}/*`, permit())
  app.use(limitAllButEvents())
  app.route(API, createApi(line, doors, turn, mayTry))
  loginPages(app, doors, mayTry)
  return app
}

/** Events are read as they come and have their own limit. */
function limitAllButEvents(): MiddlewareHandler<Env> {
  const limit = limitBodies(MOST_BODY_BYTES)
  return (c, next) => (c.req.path === `${API}/events` ? next() : limit(c, next))
}

/** Scripts only from here and none inline. Styles may be inline: the page's components set theirs that way. */
function headers(doors: Doors): ReturnType<typeof secureHeaders> {
  const self = ["'self'"]
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'", "data:"],
      connectSrc: self,
      manifestSrc: self,
      formAction: self,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
    // With "no-referrer" a browser would send `Origin: null` for our own forms, and the one-time link is for nobody else's log.
    referrerPolicy: "same-origin",
    strictTransportSecurity: isSecure(doors) && "max-age=15552000",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
}
