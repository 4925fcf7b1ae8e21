import type { Browser } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import type { Answer, Question } from "../../src/query/question.ts"
import { type Look, openBrowser, visit, type Visit } from "./chromium.ts"
import { type Server, startServer } from "./server.ts"

/** A server and a browser for the tests of one file. */
export interface Site {
  /** Opens an address of the page as a new visitor, does something there, and closes it again. */
  at(path: string, look: Look, work: (visit: Visit) => Promise<void>): Promise<void>
  ask(question: Question): Promise<Answer>
  push(lines: readonly object[]): Promise<void>
  url(): string
  welcome(): string | null
}

export function useSite(options: readonly string[]): Site {
  let server: Server | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    server = await startServer(options)
    browser = await openBrowser()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const url = (): string => server?.url ?? ""
  return {
    url,
    welcome: () => server?.welcome ?? null,
    async at(path, look, work) {
      const visited = await visit(browser!, url(), look)
      await visited.page.goto(path)
      await work(visited)
      await visited.context.close()
    },
    ask: (question) => posted<Answer>(`${url()}/api/v1/answers`, JSON.stringify(question), "application/json"),
    push: async (lines) => {
      const body = lines.map((line) => `${JSON.stringify(line)}\n`).join("")
      await posted(`${url()}/api/v1/events`, body, "application/x-ndjson")
    },
  }
}

async function posted<T>(address: string, body: string, type: string): Promise<T> {
  const response = await fetch(address, { method: "POST", headers: { "content-type": type }, body })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${text}`)
  return JSON.parse(text) as T
}
