import { readFile, stat } from "node:fs/promises"
import { readXlsx } from "hucre"
import { Problem } from "../../problem.ts"
import type { SourceRow } from "./table.ts"

/** The largest workbook that is read: it has to be in memory as a whole. */
const MOST_XLSX_BYTES = 200_000_000

/** The rows of a sheet, the names of the columns first. Its dates come as `YYYY-MM-DD HH:mm:ss`, whatever they look like on the screen. */
export async function xlsxRows(file: string, sheetName: string | undefined): Promise<readonly SourceRow[]> {
  if ((await stat(file)).size > MOST_XLSX_BYTES) throw new Problem("table.large", { file, most: "200 MB" })
  const { sheets } = await readXlsx(await readFile(file)).catch((error: unknown) => {
    throw new Problem(
      "file.unreadable",
      { file, detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    )
  })
  const sheet = sheetName === undefined ? sheets[0] : sheets.find(({ name }) => name === sheetName)
  if (!sheet) throw new Problem("table.sheet", { file, sheet: sheetName ?? "", sheets: sheets.map(({ name }) => name) })
  return sheet.rows
    .map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (cell instanceof Date) return cell.toISOString().replace("T", " ").slice(0, 19)
  return typeof cell === "string" ? cell.trim() : JSON.stringify(cell)
}
