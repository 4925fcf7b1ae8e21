/** Rows as aligned columns; the first `texts` of them to the left, numbers to the right, the last one to the left. */
export function tableLines(rows: readonly (readonly string[])[], texts: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ""))))
  return rows.map((row) =>
    row
      .map((text, i) => aligned(text, widths[i]!, i < texts || i === row.length - 1))
      .join("  ")
      .trimEnd(),
  )
}

/** One line of CSV (RFC 4180). */
export function csvLine(values: readonly (string | number | boolean | null)[]): string {
  return values.map((value) => (value === null ? "" : typeof value === "string" ? quoted(value) : String(value))).join(",")
}

function aligned(text: string, width: number, left: boolean): string {
  const rest = " ".repeat(width - widthOf(text))
  return left ? text + rest : rest + text
}

/** Chinese, Japanese and Korean letters are two columns wide on a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿＀-｠]/u.test(letter) ? 2 : 1), 0)
}

/** A text from outside must not become a formula in somebody's spreadsheet. */
function quoted(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
