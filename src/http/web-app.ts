import { createHash } from "node:crypto"
import { existsSync, readdirSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { extname, join, relative, sep } from "node:path"
import type { Context } from "hono"
import type { App, Env } from "./doors.ts"
import { plainPage } from "./html.ts"

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
}

/** Named by their content: what is at such an address never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/
const PAGE = "/index.html"

/** Serves the built page. Only what the folder held at the start can be asked for, so no address leads out of it. */
export function webApp(app: App, dist: string): void {
  const files = new Map(filesIn(dist).map((path) => [`/${relative(dist, path).split(sep).join("/")}`, path]))
  app.get("*", async (c, next) => {
    const path = c.req.path === "/" ? PAGE : c.req.path
    const file = files.get(path)
    if (file !== undefined && path !== PAGE) return send(c, file, HASHED.test(path))
    if (path !== PAGE && !isView(c)) return next()
    if (c.get("caller").role === null) return c.redirect(`/login?next=${encodeURIComponent(viewOf(c))}`)
    const page = files.get(PAGE)
    return page === undefined ? c.html(NOT_BUILT, 503) : send(c, page, false)
  })
}

async function send(c: Context<Env>, file: string, unchanging: boolean): Promise<Response> {
  const content = await readFile(file)
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`
  c.header("Cache-Control", unchanging ? "public, max-age=31536000, immutable" : "no-cache")
  c.header("ETag", etag)
  if (c.req.header("if-none-match") === etag) return c.body(null, 304)
  return c.body(content, 200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" })
}

/** What a source calls its conversations may look like the name of a file: `mail.1@example.org`. */
const OF_A_CONVERSATION = /^\/conversations\/[^/]+$/

/** An address that the page itself understands: no file, no API, asked for by somebody who reads HTML. */
function isView(c: Context<Env>): boolean {
  const { path } = c.req
  if (path.startsWith("/api/") || (extname(path) !== "" && !OF_A_CONVERSATION.test(path))) return false
  return (c.req.header("accept") ?? "").includes("text/html")
}

function viewOf(c: Context<Env>): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const NOT_BUILT = plainPage(
  "The page is not built yet",
  '<p>Run <code>npm run build</code> in Plumbline\'s folder and start it again. The API at <a href="/api/v1/openapi.json">/api/v1</a> answers already.</p>',
)
