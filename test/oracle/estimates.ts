/** What a metric must say, computed the obvious way. */
export interface Expected {
  readonly value: number | null
  readonly n: number
  readonly pending?: number
  readonly censored?: number
  readonly excluded?: Readonly<Record<string, number>>
}

/** Type 7 from the definition. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const h = (sorted.length - 1) / 2
  return (sorted[Math.floor(h)]! + sorted[Math.ceil(h)]!) / 2
}

/** The first duration by which at most half still run, from the product over each completed one. */
export function survivalMedian(completed: readonly number[], running: readonly number[]): number | null {
  for (const t of [...new Set(completed)].sort((a, b) => a - b)) {
    let share = 1
    for (const u of new Set(completed.filter((x) => x <= t))) {
      const atRisk = [...completed, ...running].filter((x) => x >= u).length
      share *= 1 - completed.filter((x) => x === u).length / atRisk
    }
    if (share <= 0.5 + 1e-9) return t
  }
  return null
}

/** The headline of a duration: of the completed, or by survival where more than one in twenty still runs. */
export function duration(completed_ms: readonly number[], running_ms: readonly number[]): Expected {
  const all = completed_ms.length + running_ms.length
  const ms = running_ms.length > 0.05 * all ? survivalMedian(completed_ms, running_ms) : median(completed_ms)
  return { value: ms === null ? null : ms / 1000, n: completed_ms.length, censored: running_ms.length }
}

export function share(of: number, n: number): Expected {
  return { value: n === 0 ? null : of / n, n }
}

export function tally(words: readonly (string | null)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) if (word !== null) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
