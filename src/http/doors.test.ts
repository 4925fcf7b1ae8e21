import { beforeEach, describe, expect, test } from "vitest"
import { INVITATION_LASTS_US, invite } from "../state/invitations.ts"
import { addKey } from "../state/keys.ts"
import { SESSION_IDLE_US } from "../state/sessions.ts"
import type { App } from "./doors.ts"
import {
  addAna,
  cookieOf,
  DASHBOARD,
  HOST,
  type House,
  login,
  newHouse,
  OURS,
  PASSWORD,
  save,
  welcome,
} from "./house-for-tests.ts"
import { LOGINS_BY_ADDRESS } from "./limits.ts"

let house: House

beforeEach(() => {
  house = newHouse()
})

describe("a forged host", () => {
  test.each([
    ["127.0.0.1:4600", 200],
    ["localhost:4600", 200],
    ["[::1]:4600", 200],
    ["LOCALHOST", 200],
    ["evil.example", 421],
    ["localhost.evil.example:4600", 421],
    ["127.0.0.1.evil.example", 421],
    ["192.168.1.7:4600", 421],
    ["", 421],
  ])("%s on loopback: %d", async (host, status) => {
    expect((await demo().request("/api/v1/health", { headers: { host } })).status).toBe(status)
  })

  test("behind a public name, that name is answered too, and no other", async () => {
    const app = house.app({ publicUrl: new URL("https://support.example.com") })
    const ask = async (host: string) => (await app.request("/api/v1/health", { headers: { host } })).status
    expect([await ask("support.example.com"), await ask("evil.example")]).toEqual([200, 421])
  })
})

describe("a change from somebody else's page", () => {
  const json = { "content-type": "application/json" }
  const form = { "content-type": "application/x-www-form-urlencoded" }
  const text = { "content-type": "text/plain" }
  test.each<[string, Record<string, string>, number]>([
    ["our page", { ...OURS, ...json }, 200],
    ["a program that names no origin", { host: HOST, ...json }, 200],
    ["JSON of another site", { host: HOST, origin: "https://evil.example", ...json }, 403],
    ["a form of another site", { host: HOST, origin: "https://evil.example", ...form }, 403],
    ["text of another site", { host: HOST, origin: "https://evil.example", ...text }, 403],
    ["another port of this machine", { host: HOST, origin: "http://127.0.0.1:8080", ...json }, 403],
    ["the same machine by its other name", { host: HOST, origin: "http://localhost:4600", ...json }, 403],
    ["a page without an origin", { host: HOST, origin: "null", ...json }, 403],
    ["no origin, but a browser that says cross-site", { host: HOST, "sec-fetch-site": "cross-site", ...json }, 403],
    ["no origin, but a browser that says same-site", { host: HOST, "sec-fetch-site": "same-site", ...json }, 403],
    ["no origin, a browser that says same-origin", { host: HOST, "sec-fetch-site": "same-origin", ...json }, 200],
    ["a cookie without an origin", { host: HOST, cookie: "plumbline=pls_x", ...json }, 403],
  ])("%s", async (_who, headers, status) => {
    const body = JSON.stringify({ view: "?grain=week" })
    const response = await demo().request(DASHBOARD, { method: "PUT", headers, body })
    expect(response.status).toBe(status)
    if (status === 403) expect(await response.json()).toMatchObject({ code: "door.origin" })
  })
})

describe("without a login", () => {
  test("the demo on this machine may be read and changed", async () => {
    expect((await save(demo(), OURS)).status).toBe(200)
    expect(await (await demo().request("/api/v1/session", { headers: OURS })).json()).toEqual({
      kind: "guest",
      name: "guest",
      role: "admin",
    })
  })

  test.each(["/api/v1/dashboards", "/api/v1/answers?metric=x", "/api/v1/meta", "/api/v1/live", "/api/v1/rows.csv?ask={}"])(
    "a folder with real data keeps %s shut",
    async (path) => {
      const response = await closed().request(path, { headers: OURS })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ code: "door.closed" })
    },
  )

  test("what is not in the table of permissions is not there", async () => {
    const response = await demo().request("/api/v1/secrets", { headers: OURS })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: "route.unknown", facts: { path: "/api/v1/secrets" } })
  })
})

describe("the one-time link", () => {
  test("sets name and password, lets in, and is used up", async () => {
    const app = closed()
    const link = invite(house.state, null, house.at)
    const page = await app.request(`/welcome?link=${link}`, { headers: OURS })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain("Make the first account")
    const done = await welcome(app, link)
    expect([done.status, done.headers.get("location")]).toEqual([303, "/"])
    expect((await save(app, { ...OURS, cookie: cookieOf(done) })).status).toBe(200)
    const again = await welcome(app, link)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain("used already")
  })

  test.each([
    ["wrong", () => "plw_wrong", 0],
    ["expired", () => invite(house.state, null, house.at), INVITATION_LASTS_US],
  ])("%s is refused before and after the form", async (_how, linkOf, later) => {
    const app = closed()
    const link = linkOf()
    house.at += later
    expect((await app.request(`/welcome?link=${link}`, { headers: OURS })).status).toBe(410)
    expect((await welcome(app, link)).status).toBe(410)
  })

  test("a short password is said on the form, and the link still works", async () => {
    const app = closed()
    const link = invite(house.state, null, house.at)
    const refused = await welcome(app, link, "short")
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/12 to 200 characters[\s\S]*<form/)
    expect((await welcome(app, link)).status).toBe(303)
  })

  test("what was typed never becomes markup", async () => {
    const app = closed()
    const page = await welcome(app, `"><script>alert(1)</script>`)
    expect(await page.text()).not.toContain("<script>alert")
  })
})

describe("a session", () => {
  test("its cookie is for the server alone; behind https it never goes over plain http", async () => {
    const plain = await login(await withAna())
    expect(plain.headers.get("set-cookie")).toMatch(/^plumbline=pls_[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const app = house.app({ publicUrl: new URL("https://support.example.com") })
    const secure = await login(app, { host: "support.example.com", origin: "https://support.example.com" })
    expect(secure.headers.get("set-cookie")).toMatch(/^__Host-plumbline=.*; HttpOnly; Secure; SameSite=Lax$/)
  })

  test.each([
    ["after an hour", 3_600_000_000, 200],
    ["after a week unused", SESSION_IDLE_US, 401],
  ])("%s", async (_when, later, status) => {
    const app = await withAna()
    const cookie = cookieOf(await login(app))
    house.at += later
    expect((await app.request("/api/v1/dashboards", { headers: { ...OURS, cookie } })).status).toBe(status)
  })

  test("logged out it is over, also for a copy of the cookie", async () => {
    const app = await withAna()
    const cookie = cookieOf(await login(app))
    await app.request("/api/v1/session", { method: "DELETE", headers: { ...OURS, cookie } })
    expect((await app.request("/api/v1/dashboards", { headers: { ...OURS, cookie } })).status).toBe(401)
  })

  test("the form leads on to a path of ours only", async () => {
    const app = await withAna()
    const leads = async (next: string) => {
      const body = new URLSearchParams({ name: "Ana", password: PASSWORD, next })
      return (await app.request("/login", { method: "POST", headers: OURS, body })).headers.get("location")
    }
    expect(await leads("/rows?metric=csat")).toBe("/rows?metric=csat")
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", ""]) expect(await leads(next)).toBe("/")
  })
})

describe("guessing a password", () => {
  test("is stopped after some attempts, says for how long, and goes on after that", async () => {
    const app = await withAna()
    for (let i = 0; i < LOGINS_BY_ADDRESS.atOnce; i++) expect((await login(app, OURS, "a wrong password")).status).toBe(401)
    const refused = await login(app)
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"])
    expect(await refused.json()).toMatchObject({ code: "login.too_often", facts: { wait_s: 30 } })
    house.at += 30_000_000
    expect((await login(app)).status).toBe(200)
  })
})

describe("a key", () => {
  test.each<[string, () => string, number]>([
    ["of an administrator", () => `Bearer ${addKey(house.state, "a", "admin", house.at)}`, 200],
    ["of a viewer", () => `Bearer ${addKey(house.state, "v", "viewer", house.at)}`, 403],
    ["made up", () => "Bearer plk_made_up", 401],
    ["of another scheme", () => `Basic ${btoa("ana:secret")}`, 401],
  ])("%s", async (_whose, authorization, status) => {
    expect((await save(closed(), { host: HOST, authorization: authorization() })).status).toBe(status)
  })

  test("a wrong one is told so even where none is needed", async () => {
    const response = await demo().request("/api/v1/health", { headers: { host: HOST, authorization: "Bearer plk_old" } })
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="plumbline"'])
  })
})

const demo = (): App => house.app({ open: true })
const closed = (): App => house.app()

async function withAna(): Promise<App> {
  await addAna(house)
  return closed()
}
