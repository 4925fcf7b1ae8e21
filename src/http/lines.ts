import { Problem } from "../problem.ts"
import { MOST_EVENTS_BYTES, MOST_LINE_BYTES } from "./limits.ts"

export interface LineLimits {
  readonly body: number
  readonly line: number
}

const DEFAULTS: LineLimits = { body: MOST_EVENTS_BYTES, line: MOST_LINE_BYTES }
const NEWLINE = 10

/** The lines of a body as they arrive. Of a body without an end no more than the limits is ever held. */
export async function* linesOf(body: ReadableStream<Uint8Array> | null, limits: LineLimits = DEFAULTS): AsyncGenerator<string> {
  if (body === null) return
  const decoder = new TextDecoder()
  let read = 0
  let line = 1
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of body) {
    read += chunk.length
    if (read > limits.body) throw new Problem("body.too_large", { most_bytes: limits.body })
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield decoder.decode(joined(rest, chunk.subarray(from, end)))
      rest = new Uint8Array()
      from = end + 1
      line += 1
    }
    rest = joined(rest, chunk.subarray(from))
    if (rest.length > limits.line) throw new Problem("line.too_large", { line, most_bytes: limits.line })
  }
  if (rest.length > 0) yield decoder.decode(rest)
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after.slice()
  const both = new Uint8Array(before.length + after.length)
  both.set(before)
  both.set(after, before.length)
  return both
}
