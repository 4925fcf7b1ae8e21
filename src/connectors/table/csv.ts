import { csvReader } from "./csv-reader.ts"
import { openText } from "./open-text.ts"
import { PAGE_ROWS, type SourceRow, type TableFormat } from "./table.ts"

/** The rows of delimited text, the names of the columns first. A quoted cell may hold line breaks. */
export async function* csvPages(file: string, { delimiter, encoding, quote }: TableFormat): AsyncGenerator<readonly SourceRow[]> {
  let count = 0
  const reader = csvReader(file, delimiter, quote === "none" ? undefined : quote)
  let page: SourceRow[] = []
  for await (const text of withEnd(openText(file, encoding, () => count))) {
    for (const row of text === undefined ? reader.end() : reader.read(text)) {
      count++
      page.push(row)
    }
    if (page.length >= PAGE_ROWS || (text === undefined && page.length > 0)) {
      yield page
      page = []
    }
  }
}

async function* withEnd(texts: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  yield* texts
  yield undefined
}
