export interface Minimum {
  readonly at: readonly number[]
  readonly value: number
}

const MOST_STEPS = 5_000
const SPREAD = 1e-10

interface Corner {
  readonly at: readonly number[]
  readonly value: number
}

/** The least value of a function near `start`, by Nelder and Mead's simplex. `null` where it did not settle. */
export function minimize(f: (at: readonly number[]) => number, start: readonly number[], step = 0.5): Minimum | null {
  const corner = (at: readonly number[]): Corner => ({ at, value: f(at) })
  let simplex = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x))))]
  for (let i = 0; i < MOST_STEPS; i++) {
    simplex.sort((a, b) => a.value - b.value)
    if (settled(simplex)) return simplex[0]!
    simplex = moved(simplex, corner)
  }
  return null
}

function settled(simplex: readonly Corner[]): boolean {
  const best = simplex[0]!
  const worst = simplex.at(-1)!
  const width = Math.max(...worst.at.map((x, i) => Math.abs(x - best.at[i]!)))
  return worst.value - best.value <= SPREAD * (1 + Math.abs(best.value)) && width < 1e-7
}

/** The worst corner goes through the middle of the others: as far, twice as far, half way, or all close in on the best. */
function moved(sorted: readonly Corner[], corner: (at: readonly number[]) => Corner): Corner[] {
  const kept = sorted.slice(0, -1)
  const worst = sorted.at(-1)!
  const middle = worst.at.map((_, i) => kept.reduce((sum, { at }) => sum + at[i]!, 0) / kept.length)
  const towards = (far: number) => corner(middle.map((x, i) => x + far * (x - worst.at[i]!)))

  const reflected = towards(1)
  if (reflected.value < kept[0]!.value) {
    const expanded = towards(2)
    return [...kept, expanded.value < reflected.value ? expanded : reflected]
  }
  if (reflected.value < kept.at(-1)!.value) return [...kept, reflected]
  const contracted = towards(reflected.value < worst.value ? 0.5 : -0.5)
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...kept, contracted]
  const best = sorted[0]!
  return [best, ...sorted.slice(1).map(({ at }) => corner(at.map((x, i) => (x + best.at[i]!) / 2)))]
}
