import { show } from "../../../src/format.ts"
import type { Unit } from "../../../src/query/question.ts"

export interface Axis {
  readonly min: number
  readonly max: number
  readonly step: number
}

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** Steps people count time in. */
const TIME_STEPS = [1, 5, 15, 30]
  .concat([1, 2, 5, 10, 15, 30].map((n) => n * MINUTE))
  .concat([1, 2, 3, 6, 12].map((n) => n * HOUR))
  .concat([1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => n * DAY))

const MOST_STEPS = 4

/** The smallest amount that a label tells apart: a tick between two of them would be labelled with a place where it is not. */
const SHOWN_TO: Readonly<Record<Unit, number>> = {
  count: 1,
  seconds: 1,
  share: 0.001,
  ratio: 0.01,
  points: 0.1,
  score: 0.01,
  money: 0.01,
  per_hour: 0.1,
  days: 0.1,
}

/** An axis that holds all values, begins at zero, and has round steps in the unit's own sense. */
export function axisFor(values: readonly number[], unit: Unit): Axis {
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  const span = most - least
  if (span === 0)
    return { min: 0, max: unit === "share" ? 1 : unit === "seconds" ? HOUR : 1, step: unit === "seconds" ? HOUR : 1 }
  const step = unit === "seconds" ? timeStep(span) : roundStep(span, SHOWN_TO[unit])
  const max = Math.ceil(most / step - 1e-9) * step
  return { min: Math.floor(least / step + 1e-9) * step, max: unit === "share" ? Math.min(max, 1) : max, step }
}

/** A tick stands on a round number: digits after the point that say nothing are left out. */
export const tickLabel = (value: number, unit: Unit): string => show(value, unit).replace(/\.0+(?=\D|$)/, "")

function timeStep(span: number): number {
  return TIME_STEPS.find((step) => span / step <= MOST_STEPS) ?? roundStep(span / DAY, 1) * DAY
}

/** 1, 2, 2.5 or 5 times a power of ten, of those that are a whole number of what is shown. */
function roundStep(span: number, shown: number): number {
  const raw = Math.max(span / MOST_STEPS, shown)
  const power = 10 ** Math.floor(Math.log10(raw) + 1e-9)
  const fits = (step: number): boolean => step >= raw - 1e-9 * step && Math.abs(step / shown - Math.round(step / shown)) < 1e-6
  return ([1, 2, 2.5, 5, 10].find((factor) => fits(factor * power)) ?? 10) * power
}
