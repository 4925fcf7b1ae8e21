import { closeSync, openSync, writeSync } from "node:fs"

const LINES_AT_ONCE = 10_000
const WRONG_EVERY = 9973
const AGAIN_EVERY = 997
const CORRECTED_EVERY = 499

/** What is in the file that was written. */
export interface Written {
  readonly lines: number
  readonly rows: number
  readonly rejected: number
}

/**
 * Writes lines until the ledger must have so many rows of them: mostly new events, here and there a wrong line, one said before, and a
 * correction of one said long before.
 */
export function writeEvents(path: string, rows: number): Written {
  const handle = openSync(path, "w")
  let [lines, written, rejected] = [0, 0, 0]
  while (written < rows) {
    const some: string[] = []
    for (let i = 0; i < LINES_AT_ONCE && written < rows; i++, lines++) {
      if (lines % WRONG_EVERY === 1) {
        some.push(`{"wrong": ${lines}`)
        rejected++
      } else if (lines % AGAIN_EVERY === 3) some.push(event(2, "new"))
      else {
        some.push(lines % CORRECTED_EVERY === 450 ? event(lines - 200, `corrected ${lines}`) : event(lines, "new"))
        written++
      }
    }
    writeSync(handle, `${some.join("\n")}\n`)
  }
  closeSync(handle)
  return { lines, rows, rejected }
}

const BEGIN_MS = Date.UTC(2026, 0, 1)

function event(n: number, topic: string): string {
  const at = new Date(BEGIN_MS + n * 1000).toISOString()
  const about = `"at":"${at}","subject":"conversation:${Math.floor(n / 7)}"`
  return `{"id":"e:${n}",${about},"kind":"conversation.changed","topic":"${topic}","team":"team ${n % 50}"}`
}
