import { createWriteStream } from "node:fs"
import { pipeline } from "node:stream/promises"
import { demo } from "../src/demo/demo.ts"
import { printEvent } from "../src/events/print.ts"
import type { Size } from "./sizes.ts"

const BORDER = "\u0001"
const LINES_A_PIECE = 2000

/**
 * The demo company's conversations, calls, surveys, subscriptions and orders as NDJSON, as many times over as the size wants: each copy has its own ids, customers
 * and conversations, and the same agents, teams and words.
 */
export async function writeEvents(file: string, { scale, copies }: Size): Promise<void> {
  const pieces = await piecesOf(scale)
  async function* lines(): AsyncIterable<string> {
    for (let copy = 0; copy < copies; copy++) for (const piece of pieces) yield piece.join(copy === 0 ? "" : `${copy}.`)
  }
  await pipeline(lines, createWriteStream(file, { highWaterMark: 4 * 1024 * 1024 }))
}

/** The text of the year, cut wherever a copy writes its number. */
async function piecesOf(scale: number): Promise<readonly (readonly string[])[]> {
  const pieces: string[][] = []
  let lines: string[] = []
  const cut = () => {
    if (lines.length > 0) pieces.push(lines.join("").split(BORDER))
    lines = []
  }
  for await (const chunk of demo({ scale }).events()) {
    for (const event of chunk) {
      if (!/^(conversation|message|survey|call|subscription|order|customer|team|agent\.(known|hired|left))/.test(event.kind))
        continue
      const line = `${printEvent(event)}\n`.replace('{"id":"', `{"id":"${BORDER}`)
      lines.push(line.replaceAll(/"(conversation|customer|survey|call|subscription|order):/g, `"$1:${BORDER}`))
      if (lines.length === LINES_A_PIECE) cut()
    }
  }
  cut()
  return pieces
}
