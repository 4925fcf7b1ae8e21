import { expect } from "vitest"
import type { Plumbline } from "../plumbline.ts"
import type { Answer, Cell } from "../query/question.ts"
import { createApp } from "./app.ts"
import type { App } from "./doors.ts"
import { newHouse, OURS } from "./house-for-tests.ts"
import { createTurns } from "./turns.ts"

export const MARCH = { metrics: ["ticket_volume"], from: "2026-03-01", to: "2026-04-01", zone: "UTC" }

/** The door of the demo company on a real folder. */
export function appOn(on: Plumbline, turn = createTurns()): App {
  const { state } = newHouse()
  return createApp(on, { state, loopback: true, open: true, now: () => 0, log: () => {} }, turn)
}

export function get(on: App, path: string) {
  return on.request(`/api/v1${path}`, { headers: OURS })
}

export function post(on: App, path: string, body: string) {
  return on.request(`/api/v1${path}`, { method: "POST", headers: { ...OURS, "content-type": "application/json" }, body })
}

export async function asked(on: App, question: object): Promise<Answer> {
  const response = await post(on, "/answers", JSON.stringify(question))
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

export async function push(on: App, lines: string): Promise<unknown> {
  const response = await post(on, "/events?source=shop", lines)
  expect(response.status).toBe(200)
  return response.json()
}

export function whole(answer: Answer): Cell | undefined {
  return answer.rows.find(({ bucket, by }) => bucket === null && Object.keys(by).length === 0)?.cells["ticket_volume"]
}
