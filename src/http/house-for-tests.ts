import { acceptInvitation, invite } from "../state/invitations.ts"
import { openStateFile, type State } from "../state/state.ts"
import { createApp } from "./app.ts"
import type { App, Doors } from "./doors.ts"
import type { Line } from "./line.ts"

export const PASSWORD = "correct horse battery"
export const HOST = "127.0.0.1:4600"
export const OURS = { host: HOST, origin: `http://${HOST}` }
export const DASHBOARD = "/api/v1/dashboards/Morning"

/** Doors for tests: a state in memory, a clock that is set by hand, a log that is kept. */
export interface House {
  readonly state: State
  readonly logged: string[]
  at: number
  app(doors?: Partial<Doors>): App
}

export function newHouse(): House {
  const house: House = {
    state: openStateFile(":memory:"),
    logged: [],
    at: 1_700_000_000_000_000,
    app(doors) {
      const log = (line: string): void => void house.logged.push(line)
      // These doors open on what the state holds; nothing here asks for a number.
      return createApp({} as Line, { state: house.state, loopback: true, open: false, now: () => house.at, log, ...doors })
    },
  }
  return house
}

export async function addAna({ state, at }: House): Promise<void> {
  await acceptInvitation(state, invite(state, null, at), "Ana", PASSWORD, at)
}

export function login(app: App, headers: Record<string, string> = OURS, password = PASSWORD) {
  const body = JSON.stringify({ name: "Ana", password })
  return app.request("/api/v1/session", { method: "POST", headers: { ...headers, "content-type": "application/json" }, body })
}

export function welcome(app: App, link: string, password = PASSWORD) {
  const body = new URLSearchParams({ link, name: "Ana", password })
  return app.request("/welcome", { method: "POST", headers: OURS, body })
}

export function save(app: App, headers: Record<string, string>) {
  const body = JSON.stringify({ view: "?grain=week" })
  return app.request(DASHBOARD, { method: "PUT", headers: { ...headers, "content-type": "application/json" }, body })
}

export function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? ""
}
