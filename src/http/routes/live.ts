import { createRoute, z } from "@hono/zod-openapi"
import { streamSSE } from "hono/streaming"
import { Problem } from "../../problem.ts"
import type { App } from "../doors.ts"
import { MOST_LISTENERS } from "../limits.ts"
import type { Landed } from "../../plumbline.ts"
import type { Line } from "../line.ts"
import { LandedSchema } from "../schemas/others.ts"
import { failing } from "./route.ts"

/** A line that means nothing, so that nothing between the two ends takes the silence for the end. */
const HEARTBEAT_MS = 20_000
/** How soon a browser comes back when the stream broke. */
const RETRY_MS = 3_000

const live = createRoute({
  method: "get",
  path: "/live",
  summary: "Hear when new data has landed.",
  responses: {
    200: {
      description: "Server-sent events: `landed`, with a Landed as its data, each time.",
      content: { "text/event-stream": { schema: z.string() } },
    },
    ...failing,
  },
})

export function liveRoutes(api: App, line: Line): void {
  let listeners = 0
  api.openAPIRegistry.register("Landed", LandedSchema)
  api.openapi(live, (c) => {
    // Nobody reads what follows a head, so nobody would ever be heard to hang up.
    if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": "text/event-stream" })
    if (listeners >= MOST_LISTENERS) throw new Problem("live.too_many", { most: MOST_LISTENERS, wait_s: 30 })
    listeners += 1
    return streamSSE(c, async (stream) => {
      const news = mailbox()
      const end = line.onLanded((landed) => news.put(landed))
      stream.onAbort(() => news.close())
      await stream.write(`retry: ${RETRY_MS}\n\n`)
      for (;;) {
        const landed = await news.take(HEARTBEAT_MS)
        if (landed === "closed") break
        if (landed === null) await stream.write(": still here\n\n")
        else await stream.writeSSE({ event: "landed", data: JSON.stringify(landed) })
      }
      end()
      listeners -= 1
    })
  })
}

/** Holds the latest news only: whoever is slow hears the last, not all. */
function mailbox() {
  let latest: Landed | null = null
  let closed = false
  let wake = (): void => {}
  const arrival = (within_ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, within_ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    put(landed: Landed) {
      latest = landed
      wake()
    },
    close() {
      closed = true
      wake()
    },
    /** The news, or null after a while without any. */
    async take(within_ms: number): Promise<Landed | "closed" | null> {
      if (latest === null && !closed) await arrival(within_ms)
      const news = latest
      latest = null
      return closed ? "closed" : news
    },
  }
}
