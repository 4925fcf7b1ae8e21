import type { MiddlewareHandler } from "hono"
import { Problem } from "../problem.ts"
import type { Env } from "./doors.ts"

/** Refuses a body of more bytes: at once where it says how long it is, else as soon as more has come. */
export function limitBodies(most_bytes: number): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { raw } = c.req
    const said = c.req.header("content-length")
    if (Number(said ?? 0) > most_bytes) throw new Problem("body.too_large", { most_bytes })
    if (raw.body !== null && said === undefined) {
      const body = await readUpTo(raw.body, most_bytes)
      const { method, headers, signal } = raw
      // Made of its parts: what stands for a request that came over the wire cannot itself be copied.
      c.req.raw = new Request(raw.url, { method, headers, signal, ...(body.length > 0 && { body }) })
    }
    await next()
  }
}

async function readUpTo(body: ReadableStream<Uint8Array>, most_bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > most_bytes) throw new Problem("body.too_large", { most_bytes })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
