import type { Bounds } from "./interval.ts"
import { xmr } from "./xmr.ts"

/** What a point would be, and between what it would lie, by chance alone. */
export interface ChartLimits extends Bounds {
  readonly centre: number
}

const SIGMAS = 3

/** The p-chart: shares of different sizes about the share of all together. */
export function shareLimits(points: readonly { readonly of: number; readonly n: number }[]): readonly ChartLimits[] {
  const [of, n] = [sum(points.map((point) => point.of)), sum(points.map((point) => point.n))]
  const centre = n === 0 ? 0 : of / n
  return points.map((point) => {
    const half = SIGMAS * Math.sqrt((centre * (1 - centre)) / point.n)
    return { centre, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
  })
}

/** The u-chart: counts about what their exposure lets expect. */
export function countLimits(points: readonly { readonly count: number; readonly exposure: number }[]): readonly ChartLimits[] {
  const rate = sum(points.map(({ count }) => count)) / sum(points.map(({ exposure }) => exposure))
  return points.map(({ exposure }) => {
    const centre = rate * exposure
    return { centre, low: Math.max(0, centre - SIGMAS * Math.sqrt(centre)), high: centre + SIGMAS * Math.sqrt(centre) }
  })
}

/** The XmR chart of values with a season each: limits of the adjusted values, put back into season. */
export function valueLimits(points: readonly { readonly value: number; readonly index: number }[]): readonly ChartLimits[] {
  const limits = xmr(points.map(({ value, index }) => value / index))
  if (!limits) return []
  return points.map(({ index }) => ({ centre: limits.mean * index, low: limits.low * index, high: limits.high * index }))
}

/** How much each season lies above or below the mean of all: Mondays of 140 where all are 100 on average have 1.4. */
export function seasonalIndexes(
  values: readonly { readonly season: string; readonly value: number }[],
): ReadonlyMap<string, number> {
  const all = sum(values.map(({ value }) => value)) / values.length
  const seasons = new Map<string, number[]>()
  for (const { season, value } of values) seasons.set(season, [...(seasons.get(season) ?? []), value])
  return new Map([...seasons].map(([season, own]) => [season, sum(own) / own.length / all]))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
