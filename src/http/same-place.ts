import type { Context, MiddlewareHandler } from "hono"
import { Problem } from "../problem.ts"
import type { Doors, Env } from "./doors.ts"

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])
const SAFE = new Set(["GET", "HEAD", "OPTIONS"])

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/**
 * A name of somebody else's that leads to this machine would let his page read what is here as if it were his own (DNS rebinding), so on
 * loopback only the names of loopback are answered, and behind a public name that name too.
 */
export function onlyOurHost(doors: Doors): MiddlewareHandler<Env> {
  return async (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host
    const known = !doors.loopback || isLoopback(nameOf(host)) || host === doors.publicUrl?.host
    if (!known) throw new Problem("door.host", { host })
    await next()
  }
}

/**
 * What changes something has to come from our own pages or from no page at all. The cookie alone does not say so: another port of this
 * machine is "the same site". Every content type is held to it, for a form can be sent as text and JSON can be sent by a form.
 */
export function onlyOurPages(doors: Doors): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!SAFE.has(c.req.method)) {
      const foreign = foreignOrigin(c, doors)
      if (foreign !== null) throw new Problem("door.origin", { origin: foreign })
    }
    await next()
  }
}

function foreignOrigin(c: Context<Env>, doors: Doors): string | null {
  const origin = c.req.header("origin")
  const site = c.req.header("sec-fetch-site")
  if (origin !== undefined) return isOurs(origin, c, doors) ? null : origin
  if (site !== undefined) return site === "same-origin" || site === "none" ? null : `a ${site} origin`
  // Every browser says where a change comes from. Who holds a browser's cookie and does not say it is not a browser of ours.
  return c.req.header("cookie") === undefined ? null : "an unknown origin"
}

function isOurs(origin: string, c: Context<Env>, doors: Doors): boolean {
  if (doors.publicUrl && origin === doors.publicUrl.origin) return true
  const host = c.req.header("host") ?? new URL(c.req.url).host
  return origin === `http://${host}`
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, "").toLowerCase()
}
