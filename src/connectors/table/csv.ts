import { Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import { Problem } from "../../problem.ts"
import { openText } from "./open-text.ts"
import { MOST_ROW_CHARACTERS, PAGE_ROWS, type SourceRow, type TableFormat } from "./table.ts"

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The rows of delimited text, the names of the columns first. A quoted cell may hold line breaks. */
export async function* csvPages(file: string, { delimiter, encoding, quote }: TableFormat): AsyncGenerator<readonly SourceRow[]> {
  let [count, line] = [0, 1]
  const text = Readable.from(openText(file, encoding, () => count))
  const parser = text.compose(
    parse({
      delimiter,
      quote: quote === "none" ? false : quote,
      bom: true,
      info: true,
      relax_column_count: true,
      // A mark inside a word is a mark: `19" rack`.
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: MOST_ROW_CHARACTERS,
    }),
  ) as AsyncIterable<Parsed>
  let page: SourceRow[] = []
  try {
    for await (const { record, info } of parser) {
      count++
      page.push({ row: line, cells: record })
      line = info.lines + 1
      if (page.length === PAGE_ROWS) {
        yield page
        page = []
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Problem("table.quote", { file, detail: `${error.message}.` }, { cause: error })
    throw error
  }
  if (page.length > 0) yield page
}
