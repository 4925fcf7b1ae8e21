import { statSync } from "node:fs"
import { request, type RequestOptions } from "node:http"
import { createServer } from "node:net"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { Problem } from "../problem.ts"
import { writeSetting } from "../state/settings.ts"
import { openState } from "../state/state.ts"
import { MOST_BODY_BYTES, MOST_LISTENERS } from "./limits.ts"
import { newPremises, type Premises } from "./premises-for-tests.ts"

let premises: Premises

beforeEach(() => {
  premises = newPremises()
})

afterEach(() => premises.close())

describe("listening", () => {
  test("a taken port is named, with who holds it, and nothing else is tried", async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
    )
    const refused = await premises.start({ port }).catch((error: unknown) => error)
    other.close()
    expect(refused).toMatchObject({ code: "port.taken", status: 409 })
    expect((refused as Problem).message).toMatch(
      new RegExp(`^Port ${port} of 127.0.0.1 is in use by process ${process.pid} \\(.*--port\\.$`),
    )
    expect(() => statSync(join(premises.folder, "server.json"))).toThrow("ENOENT")
  })

  test("an address this machine does not have is refused in one sentence", async () => {
    await expect(premises.start({ host: "203.0.113.9" }, true)).rejects.toThrow(/cannot listen on port 0 of 203.0.113.9/)
  })

  test.each([
    ["another address", { host: "0.0.0.0" }],
    ["a public name", { publicUrl: new URL("https://support.example.com") }],
  ])("%s without any account is refused", async (_what, options) => {
    await expect(premises.start(options)).rejects.toMatchObject({ code: "door.no_account" })
  })

  test("another address with an account is served, and asks for a login even for the demo", async () => {
    setDemo()
    const { url, welcome } = await premises.start({ host: "0.0.0.0" }, true)
    expect(welcome).toBeNull()
    expect((await get(`http://127.0.0.1:${new URL(url).port}/api/v1/dashboards`)).status).toBe(401)
  })
})

describe("the first start", () => {
  test("prints a link where the data are real, and the link works", async () => {
    const { url, welcome } = await premises.start()
    expect(welcome).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/welcome\?link=plw_[\w-]{43}$/)
    expect(await (await get(welcome ?? "")).text()).toContain("Make the first account")
    const page = await get(`${url}/rows?metric=csat`, { headers: { accept: "text/html" }, redirect: "manual" })
    expect([page.status, page.headers.get("location")]).toEqual([302, "/login?next=%2Frows%3Fmetric%3Dcsat"])
  })

  test("prints none for the demo, and lets in", async () => {
    setDemo()
    const { url, welcome } = await premises.start()
    expect(welcome).toBeNull()
    expect((await get(`${url}/api/v1/dashboards`)).status).toBe(200)
  })
})

describe("the page", () => {
  beforeEach(setDemo)

  test.each([
    ["/", 200, "no-cache", "the page"],
    ["/metrics/csat?from=2026-01-01", 200, "no-cache", "the page"],
    ["/conversations/conversation:mail.1@example.org", 200, "no-cache", "the page"],
    ["/assets/main-AbCd1234.js", 200, "public, max-age=31536000, immutable", "export"],
    ["/assets/gone-AbCd1234.js", 404, null, "route.unknown"],
    ["/api/v1/nothing", 404, null, "route.unknown"],
    ["/..%2Fsecret.txt", 404, null, "route.unknown"],
    ["/%2e%2e/secret.txt", 404, null, "route.unknown"],
  ])("%s", async (path, status, caching, text) => {
    const { url } = await premises.start()
    const response = await get(url + path, { headers: { accept: "text/html" } })
    expect([response.status, response.headers.get("cache-control")]).toEqual([status, caching])
    expect(await response.text()).toContain(text)
  })

  test("is not sent again to who has it", async () => {
    const { url } = await premises.start()
    const etag = (await get(url, { headers: { accept: "text/html" } })).headers.get("etag") ?? ""
    expect((await get(url, { headers: { accept: "text/html", "if-none-match": etag } })).status).toBe(304)
  })

  test("that was never built says how to build it", async () => {
    const { url } = await premises.start({ dist: join(premises.folder, "nowhere") })
    const response = await get(url, { headers: { accept: "text/html" } })
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("npm run build")])
  })
})

test("news of new data reaches who listens, at once, and nobody stays listed after hanging up", async () => {
  setDemo()
  const { url } = await premises.start()
  const stop = new AbortController()
  const response = await get(`${url}/api/v1/live`, { signal: stop.signal })
  expect(response.headers.get("content-type")).toBe("text/event-stream")
  const reader = response.body?.getReader()
  await until(() => premises.listeners.size === 1)
  for (const tell of premises.listeners) tell({ events: 7, knownUntil: "2026-01-01T00:00:00Z" })
  let heard = ""
  while (!heard.includes("landed")) heard += new TextDecoder().decode((await reader?.read())?.value)
  expect(heard).toContain('event: landed\ndata: {"events":7,"knownUntil":"2026-01-01T00:00:00Z"}\n\n')
  stop.abort()
  await until(() => premises.listeners.size === 0)
})

test("whoever only asks for the head of the news takes nobody's place among those who listen", async () => {
  setDemo()
  const { url } = await premises.start()
  for (let i = 0; i <= MOST_LISTENERS; i++) {
    const { status, headers } = await get(`${url}/api/v1/live`, { method: "HEAD" })
    expect([status, headers.get("content-type")]).toEqual([200, "text/event-stream"])
  }
  expect(premises.listeners.size).toBe(0)
})

describe("a body that does not say how long it is", () => {
  const NAMED = "/api/v1/dashboards/Morning"
  const change = async (method: string, body?: string) => {
    const { url } = await premises.start()
    const headers = { ...(body !== undefined && { "content-type": "application/json" }), "transfer-encoding": "chunked" }
    return sent(`${url}${NAMED}`, { method, headers }, body)
  }

  test.each<[string, string, string | undefined, number, object]>([
    ["is read", "PUT", '{"view":"?grain=week"}', 200, { dashboards: [{ name: "Morning", view: "?grain=week" }] }],
    ["that is none is none", "DELETE", undefined, 404, { code: "name.unknown" }],
    ["and is too long is refused", "PUT", `{"view":"${"x".repeat(MOST_BODY_BYTES)}"}`, 413, { code: "body.too_large" }],
  ])("%s", async (_what, method, body, status, says) => {
    setDemo()
    const answer = await change(method, body)
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, says])
  })

  test("is what browsers and most programs send to remove something", async () => {
    setDemo()
    const { url } = await premises.start()
    const headers = { "content-type": "application/json" }
    await get(`${url}${NAMED}`, { method: "PUT", headers, body: '{"view":"?grain=week"}' })
    const removed = await get(`${url}${NAMED}`, { method: "DELETE" })
    expect([removed.status, await removed.json()]).toEqual([200, { dashboards: [] }])
  })
})

function setDemo(): void {
  const state = openState(premises.folder)
  writeSetting(state, "demo", "true")
  state.close()
}

/** As it goes over the wire: `fetch` says how long its bodies are. */
function sent(url: string, options: RequestOptions, body = ""): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      text(response).then((said) => resolve({ status: response.statusCode, text: said }), reject)
    })
    asked.once("error", reject)
    asked.end(body)
  })
}

const get = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init)

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}
