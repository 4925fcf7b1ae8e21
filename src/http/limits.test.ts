import { beforeEach, describe, expect, test } from "vitest"
import { addKey } from "../state/keys.ts"
import type { App } from "./doors.ts"
import { DASHBOARD, HOST, type House, newHouse, OURS } from "./house-for-tests.ts"
import { MOST_BODY_BYTES, REQUESTS } from "./limits.ts"

let house: House

beforeEach(() => {
  house = newHouse()
})

describe("too much", () => {
  test("requests: the next hears how long to wait, another caller does not wait, and time heals", async () => {
    const app = demo()
    const key = { host: HOST, authorization: `Bearer ${addKey(house.state, "k", "viewer", house.at)}` }
    const ask = (headers: Record<string, string>) => app.request("/api/v1/health", { headers })
    for (let i = 0; i < REQUESTS.atOnce; i++) await ask(OURS)
    const refused = await ask(OURS)
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"])
    expect((await ask(key)).status).toBe(200)
    house.at += 1_000_000
    expect((await ask(OURS)).status).toBe(200)
  })

  test.each([
    ["behind a server of ours, the last address it names", { publicUrl: new URL("http://127.0.0.1:4600") }, [200, 200, 429]],
    ["on the wire itself, no address a header claims", {}, [200, 429, 429]],
  ])("addresses are told apart: %s", async (_where, doors, statuses) => {
    const app = house.app({ open: true, ...doors })
    const ask = async (last: string) => {
      const headers = { ...OURS, "x-forwarded-for": `198.51.100.1, ${last}` }
      const wire = { incoming: { socket: { remoteAddress: "::ffff:127.0.0.1" } } }
      return (await app.request("/api/v1/health", { headers }, wire)).status
    }
    for (let i = 1; i < REQUESTS.atOnce; i++) await ask("203.0.113.1")
    expect([await ask("203.0.113.1"), await ask("203.0.113.2"), await ask("203.0.113.1")]).toEqual(statuses)
  })

  test.each([
    ["said in advance", { "content-length": String(MOST_BODY_BYTES + 1) }],
    ["found on the way", { "transfer-encoding": "chunked" }],
  ])("a body too large, %s", async (_how, headers) => {
    const body = JSON.stringify({ view: "x".repeat(MOST_BODY_BYTES) })
    const response = await demo().request(DASHBOARD, {
      method: "PUT",
      headers: { ...OURS, "content-type": "application/json", ...headers },
      body,
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: "body.too_large", facts: { most_bytes: MOST_BODY_BYTES } })
  })
})

describe("what goes wrong is one shape", () => {
  test.each<[string, string, unknown, number, string]>([
    ["not JSON", "PUT", "{", 400, "request.refused"],
    ["a field too long", "PUT", JSON.stringify({ view: "x".repeat(8001) }), 422, "request.invalid"],
    ["a field missing", "PUT", "{}", 422, "request.invalid"],
    ["not there", "DELETE", undefined, 404, "name.unknown"],
  ])("%s", async (_what, method, body, status, code) => {
    const headers = { ...OURS, "content-type": "application/json" }
    const response = await demo().request(DASHBOARD, { method, headers, ...(typeof body === "string" && { body }) })
    const failure: unknown = await response.json()
    expect(response.status).toBe(status)
    expect(failure).toMatchObject({ code, message: expect.any(String), facts: expect.any(Object) })
  })

  test.each([["text/plain"], ["application/x-www-form-urlencoded"]])("JSON sent as %s is told how to be sent", async (type) => {
    const headers = { ...OURS, "content-type": type }
    const response = await demo().request(DASHBOARD, { method: "PUT", headers, body: '{"view":"?grain=week"}' })
    const message = expect.stringMatching(new RegExp(`${type}.*content-type: application/json`))
    expect([response.status, await response.json()]).toMatchObject([415, { code: "request.not_as_json", message }])
  })

  test("a defect has a number; the log has the rest, and no secret", async () => {
    const app = demo()
    house.state.close()
    const response = await app.request("/api/v1/dashboards?password=hunter2", { headers: OURS })
    const { code, facts } = (await response.json()) as { code: string; facts: { id: string } }
    expect([response.status, code]).toEqual([500, "defect"])
    expect(house.logged.join()).toContain(facts.id)
    expect(house.logged.join()).toContain("/api/v1/dashboards")
    expect(house.logged.join()).not.toContain("hunter2")
  })
})

test("headers that keep others out of our pages", async () => {
  const { headers } = await demo().request("/login", { headers: OURS })
  expect(headers.get("content-security-policy")).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';/,
  )
  expect(headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/)
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("referrer-policy")).toBe("same-origin")
  expect(headers.get("strict-transport-security")).toBeNull()
})

const demo = (): App => house.app({ open: true })
