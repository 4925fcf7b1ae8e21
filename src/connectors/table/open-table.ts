import { Problem } from "../../problem.ts"
import { csvPages } from "./csv.ts"
import { jsonlPages, type JsonRow } from "./jsonl.ts"
import type { SourceRow, SourceTable, TableFormat } from "./table.ts"
import { xlsxRows } from "./xlsx.ts"

/** Opens a file of rows. JSON lines have no names of their own: their columns are those of the first page. */
export async function openTable(file: string, format: TableFormat): Promise<SourceTable> {
  if (format.format === "jsonl") return openJsonl(file, format)
  const pages = format.format === "xlsx" ? single(await xlsxRows(file, format.sheet)) : csvPages(file, format)
  const first = await pages.next()
  const names = first.done ? undefined : first.value[0]
  if (!names) throw new Problem("table.empty", { file })
  return { columns: unique(names.cells.map((name) => name.trim())), pages: resume(first.value!.slice(1), pages) }
}

async function openJsonl(file: string, { encoding }: TableFormat): Promise<SourceTable> {
  const pages = jsonlPages(file, encoding)
  const first = await pages.next()
  if (first.done) throw new Problem("table.empty", { file })
  const columns = [...new Set(first.value.flatMap(({ values }) => [...(values?.keys() ?? [])]))]
  return { columns, pages: aligned(columns, resume(first.value, pages)) }
}

async function* aligned(
  columns: readonly string[],
  pages: AsyncIterable<readonly JsonRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const page of pages)
    yield page.map(({ row, values }) => ({ row, cells: values ? columns.map((column) => values.get(column) ?? "") : [] }))
}

async function* single(rows: readonly SourceRow[]): AsyncGenerator<readonly SourceRow[]> {
  if (rows.length > 0) yield rows
}

async function* resume<Page>(first: Page, rest: AsyncIterable<Page>): AsyncGenerator<Page> {
  yield first
  yield* rest
}

/** A name that stands twice gets its place behind it, so that each can be named. */
function unique(names: readonly string[]): string[] {
  return names.map((name, index) =>
    name === "" ? `column ${index + 1}` : names.indexOf(name) < index ? `${name} (${index + 1})` : name,
  )
}
