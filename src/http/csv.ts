import type { Context } from "hono"
import { Problem } from "../problem.ts"
import { MOST_ROWS, type RowColumn, type RowList, type RowsQuestion } from "../query/question.ts"
import type { Env } from "./doors.ts"
import { MOST_EXPORT_ROWS } from "./limits.ts"

type Paged = Pick<RowsQuestion, "offset" | "limit">

/** All rows of a list as a file, read page by page. Of the name what is no letter or digit becomes a hyphen. */
export async function csvFile<Asked extends Paged>(
  c: Context<Env>,
  name: string,
  asked: Asked,
  read: (question: Asked) => Promise<RowList>,
): Promise<Response> {
  return c.body(await csvOf(asked, read), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name.replaceAll(/[^a-z0-9_]+/gi, "-")}.csv"`,
  })
}

/** All rows of a list as CSV (RFC 4180), page by page. Too many are refused before the first byte. */
export async function csvOf<Asked extends Paged>(
  asked: Asked,
  read: (question: Asked) => Promise<RowList>,
): Promise<ReadableStream<Uint8Array>> {
  const first = await read({ ...asked, offset: 0, limit: MOST_ROWS })
  if (first.count > MOST_EXPORT_ROWS) throw new Problem("rows.too_many", { count: first.count, most: MOST_EXPORT_ROWS })
  const pages = pagesOf(asked, first, read)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}

async function* pagesOf<Asked extends Paged>(
  asked: Asked,
  first: RowList,
  read: (question: Asked) => Promise<RowList>,
): AsyncGenerator<string> {
  // With the mark Excel reads the file as UTF-8; everything else skips it.
  yield `\uFEFF${line(first.columns.map(({ name }) => text(name)))}`
  yield linesOf(first.columns, first)
  for (let offset = first.rows.length; offset < first.count; offset += MOST_ROWS) {
    const page = await read({ ...asked, offset, limit: MOST_ROWS })
    // A file that is half of before and half of after would be wrong without showing it, so it breaks off instead.
    if (page.count !== first.count)
      throw new Error("New data landed while rows were exported: the file is cut off. Export again.")
    yield linesOf(first.columns, page)
  }
}

function linesOf(columns: readonly RowColumn[], page: RowList): string {
  return page.rows.map((row) => line(columns.map(({ name }) => cell(row[name] ?? null)))).join("")
}

function line(cells: readonly string[]): string {
  return `${cells.join(",")}\r\n`
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return ""
  return typeof value === "string" ? text(value) : String(value)
}

/** A customer's subject line must not become a formula in somebody's spreadsheet. */
function text(value: string): string {
  const tame = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
