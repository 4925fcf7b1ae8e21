import { GRID, LEVELS } from "../plan/aggregates.ts"
import { rankAt } from "../statistics/index.ts"
import { endsAt } from "./interval-ends.ts"

/** What is read of so many values in order: those that the quantiles lie between, and those that are the ends of their intervals. */
export interface Reading {
  readonly places: readonly number[]
  /** Where among them each of the others stands. */
  readonly levels: readonly { readonly below: number; readonly above: number; readonly steps: number }[]
  readonly ends: readonly (readonly [placeInGrid: number, at: number])[]
}

/** Many cells have equally many values. */
export function readingsBySize(): (size: number, independent: readonly number[]) => Reading {
  const known = new Map<string, Reading>()
  return (size, independent) => {
    const key = [size, ...independent].join()
    const kept = known.get(key)
    if (kept) return kept
    const found = readingOf(size, independent)
    known.set(key, found)
    return found
  }
}

function readingOf(size: number, independent: readonly number[]): Reading {
  if (size === 0) return { places: [], levels: [], ends: [] }
  const levels = LEVELS.map((level) => {
    const steps = (size - 1) * Math.round(level * 10)
    const below = Math.floor(steps / 10)
    return { below, above: Math.min(below + 1, size - 1), steps: steps % 10 }
  })
  const ends = new Set(
    LEVELS.flatMap((level) =>
      independent.flatMap((worth) => {
        const found = endsAt(size, level, worth)
        return found ? [found.lower, found.upper] : []
      }),
    ),
  )
  const placeOf = (end: number) => rankAt(size, GRID[end]!) - 1
  const wanted = [...levels.flatMap(({ below, above }) => [below, above]), ...Array.from(ends, placeOf)]
  const places = [...new Set(wanted)].sort((a, b) => a - b)
  const at = new Map(places.map((place, i) => [place, i]))
  return {
    places,
    levels: levels.map(({ below, above, steps }) => ({ below: at.get(below)!, above: at.get(above)!, steps })),
    ends: Array.from(ends, (end) => [end, at.get(placeOf(end))!]),
  }
}

/** Type 7 times ten, as the engines say it. */
export function tenfoldOf(values: Float64Array, { levels }: Reading): readonly number[] {
  return levels.map(({ below, above, steps }) => 10 * values[below]! + steps * (values[above]! - values[below]!))
}

/** By place in the grid. */
export function orderOf(values: Float64Array, { ends }: Reading): ReadonlyMap<number, number> {
  return new Map(ends.map(([end, at]) => [end, values[at]!]))
}
