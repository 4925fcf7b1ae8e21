import { openText, type Encoding } from "./open-text.ts"
import { PAGE_ROWS } from "./table.ts"

/** One JSON object a line, flattened: `requester.email` is the e-mail of the requester; a list is its items joined by commas. */
export interface JsonRow {
  readonly row: number
  /** Undefined where the line is no JSON object. */
  readonly values: ReadonlyMap<string, string> | undefined
}

const MOST_DEPTH = 8

export async function* jsonlPages(file: string, encoding: Encoding): AsyncGenerator<readonly JsonRow[]> {
  let [row, rest] = [0, ""]
  let page: JsonRow[] = []
  for await (const chunk of openText(file, encoding, () => row)) {
    const lines = (rest + chunk).split("\n")
    rest = lines.pop()!
    for (const line of lines) {
      row++
      if (line.trim() !== "") page.push(rowOf(row, line))
    }
    if (page.length >= PAGE_ROWS) {
      yield page
      page = []
    }
  }
  if (rest.trim() !== "") page.push(rowOf(row + 1, rest))
  if (page.length > 0) yield page
}

function rowOf(row: number, line: string): JsonRow {
  const value = parsed(row === 1 ? line.replace(/^\uFEFF/, "") : line)
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { row, values: undefined }
  const values = new Map<string, string>()
  flatten(value as Readonly<Record<string, unknown>>, "", values, MOST_DEPTH)
  return { row, values }
}

/** Strangers write the lines; what is no JSON is no row. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function flatten(value: Readonly<Record<string, unknown>>, path: string, into: Map<string, string>, depth: number): void {
  for (const [name, item] of Object.entries(value)) {
    if (item === null || item === undefined) continue
    if (Array.isArray(item)) into.set(path + name, item.map(textOf).join(","))
    else if (typeof item !== "object") into.set(path + name, textOf(item))
    else if (depth > 0) flatten(item as Readonly<Record<string, unknown>>, `${path}${name}.`, into, depth - 1)
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value)
}
