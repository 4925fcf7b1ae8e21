/** Cohen's kappa of two raters: `table[i][j]` counts items the first put in class i and the second in j. `null` where chance alone agrees fully. */
export function cohenKappa(table: readonly (readonly number[])[]): number | null {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const n = rows.reduce((sum, count) => sum + count, 0)
  if (n === 0) return null
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0))
  const agreed = table.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / n
  const byChance = rows.reduce((sum, row, i) => sum + row * columns[i]!, 0) / (n * n)
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance)
}
