import { explained, openBytes, type Encoding } from "../table/open-text.ts"
import type { Format, TableFormat } from "../table/table.ts"

/** How much of a file is looked at to tell how it is written. */
const SNIFF_BYTES = 4_000_000
const DELIMITERS = [",", ";", "\t", "|"]
const SNIFF_LINES = 200

/** How a file is written, and what about that a person should hear. */
export interface Sniffed {
  readonly file: TableFormat
  readonly notes: readonly string[]
}

export async function sniff(file: string): Promise<Sniffed> {
  const bytes = await start(file)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { file: format("xlsx", "utf-8", ","), notes: [] }
  const { encoding, notes } = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, "")
  if (text.trimStart().startsWith("{")) return { file: format("jsonl", encoding, ","), notes }
  const delimiter = delimiterOf(text)
  return { file: format(delimiter === "\t" ? "tsv" : "csv", encoding, delimiter), notes }
}

function format(kind: Format, encoding: Encoding, delimiter: string): TableFormat {
  return { format: kind, encoding, delimiter, quote: '"', sheet: undefined }
}

async function start(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of await openBytes(file)) {
      pieces.push(piece as Uint8Array)
      length += pieces.at(-1)!.length
      if (length >= SNIFF_BYTES) break
    }
  } catch (error) {
    throw explained(error, file, "utf-8", 0)
  }
  return Buffer.concat(pieces)
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; notes: string[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", notes: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", notes: [] }
  const wrong = firstNotUtf8(bytes)
  if (wrong === undefined) return { encoding: "utf-8", notes: [] }
  const line = bytes.subarray(0, wrong).filter((byte) => byte === 10).length + 1
  return {
    encoding: "latin1",
    notes: [`not UTF-8 (line ${line} has a byte it cannot have), so it is read as latin1; check names with accents`],
  }
}

/** Where the first byte stands that UTF-8 cannot have; a character cut at the end is none. */
function firstNotUtf8(bytes: Uint8Array): number | undefined {
  const isFine = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
  }
  if (isFine(bytes.length)) return undefined
  let [fine, wrong] = [0, bytes.length]
  while (wrong - fine > 1) {
    const middle = (fine + wrong) >> 1
    if (isFine(middle)) fine = middle
    else wrong = middle
  }
  return fine
}

/** The mark that cuts most lines into the same number of cells, more than one. Quoted cells are left out of the count. */
function delimiterOf(text: string): string {
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, SNIFF_LINES)
  const scored = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length)
    const alike = counts.filter((count) => count === counts[0]).length
    return { delimiter, score: (counts[0] ?? 1) > 1 ? alike / counts.length : 0, width: counts[0] ?? 1 }
  })
  return scored.sort((a, b) => b.score - a.score || b.width - a.width)[0]!.delimiter
}
