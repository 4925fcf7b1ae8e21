import type { Asked } from "../../metrics/resolve.ts"
import { createPace } from "../statistics/index.ts"
import type { Estimate } from "./estimate.ts"
import type { Lookup, Place } from "./lookup.ts"
import { type Fits, purchasesOf } from "./purchases.ts"

/** What models foresee, by metric and place. They take their time, so they are fitted one after another, before the rows are written. */
export type Predictions = ReadonlyMap<string, Estimate>

export async function predictionsOf(
  measured: readonly Asked[],
  lookups: ReadonlyMap<string, Lookup>,
  places: readonly Place[],
): Promise<Predictions> {
  const found = new Map<string, Estimate>()
  const fits: Fits = new Map()
  const pace = createPace()
  for (const { ref, metric } of measured) {
    const lookup = lookups.get(ref)
    if (metric.value.kind !== "purchases" || !lookup) continue
    for (const place of places) {
      const key = predictionKey(ref, place)
      if (!found.has(key)) found.set(key, await purchasesOf(metric.value, lookup.valuesAt(place), fits, pace))
    }
  }
  return found
}

export function predictionKey(ref: string, { period, bucket, group }: Place): string {
  return JSON.stringify([ref, period, bucket, group])
}
