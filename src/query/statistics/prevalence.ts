import type { Interval } from "./interval.ts"
import { Z95 } from "./normal.ts"

/** The true share behind an imperfect classifier's (Rogan and Gladen), kept within 0…1; `null` where it tells no better than chance. */
export function roganGladen(apparent: number, sensitivity: number, specificity: number): number | null {
  const power = sensitivity + specificity - 1
  if (power <= 0) return null
  return Math.min(1, Math.max(0, (apparent + specificity - 1) / power))
}

/** How labels did: `labelled` of `n`; of those whose truth is known, `found` of the `isTrue`, and `denied` of the `isFalse`. */
export interface Labels {
  readonly labelled: number
  readonly n: number
  readonly found: number
  readonly isTrue: number
  readonly denied: number
  readonly isFalse: number
}

/**
 * The true share with the interval of Lang and Reiczigel, which doubts the classifier's quality too. Where those whose truth is known are
 * among the labelled, as usual, it errs on the wide side. `null` where nobody checked, or the labels tell no better than chance.
 */
export function prevalence(labels: Labels): (Interval & { readonly value: number }) | null {
  const { labelled, n, found, isTrue, denied, isFalse } = labels
  if (n === 0 || isTrue === 0 || isFalse === 0) return null
  const value = roganGladen(labelled / n, found / isTrue, denied / isFalse)
  if (value === null) return null
  const zz = Z95 * Z95
  const [apparent, sensitivity, specificity] = [
    (labelled + zz / 2) / (n + zz),
    (found + 1) / (isTrue + 2),
    (denied + 1) / (isFalse + 2),
  ]
  const power = sensitivity + specificity - 1
  if (power <= 0) return { value, low: null, high: null }
  const centre = (apparent + specificity - 1) / power
  const misses = (sensitivity * (1 - sensitivity)) / (isTrue + 2)
  const alarms = (specificity * (1 - specificity)) / (isFalse + 2)
  const shift = 2 * zz * (centre * misses - (1 - centre) * alarms)
  const variance = (apparent * (1 - apparent)) / (n + zz) + centre * centre * misses + (1 - centre) * (1 - centre) * alarms
  const half = (Z95 * Math.sqrt(variance)) / power
  const inside = (share: number) => Math.min(1, Math.max(0, share))
  return { value, low: Math.min(value, inside(centre + shift - half)), high: Math.max(value, inside(centre + shift + half)) }
}
