/** The most letters by which a name may be wrong and still be meant. */
const MOST_WRONG = 3

/** The name that was probably meant: the nearest by edit distance, if it is near at all. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const meant = name.toLowerCase()
  const begun = names.find((candidate) => meant.length > 3 && candidate.toLowerCase().startsWith(meant))
  if (begun !== undefined) return begun
  const ranked = names.map((candidate) => ({ candidate, wrong: editDistance(meant, candidate.toLowerCase()) }))
  const best = ranked.sort((a, b) => a.wrong - b.wrong)[0]
  return best && best.wrong <= Math.min(MOST_WRONG, Math.max(1, Math.floor(meant.length / 3))) ? best.candidate : undefined
}

/** Letters to change, add, drop or swap with their neighbour to get from one to the other. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = from[i - 1] === to[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const plain = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + changed)
      row.push(swapped ? Math.min(plain, rows[i - 2]![j - 2]! + 1) : plain)
    }
    rows.push(row)
  }
  return rows.at(-1)!.at(-1)!
}
