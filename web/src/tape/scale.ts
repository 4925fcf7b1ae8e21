import type { Tape } from "../../../src/warehouse/fold/tape.ts"

/** Where a moment stands on the line, in hundredths of its length. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly at: (moment: number) => number
  readonly ticks: readonly number[]
  /** How finely the ticks are told. */
  readonly fineness: "minute" | "second"
}

const SECOND_US = 1_000_000
const MINUTE_US = 60 * SECOND_US
const STEPS_US = [1, 5, 15, 30]
  .map((seconds) => seconds * SECOND_US)
  .concat([1, 5, 15, 30, 60, 180, 360, 720, 1440, 2880, 10_080, 43_200, 129_600, 525_600].map((minutes) => minutes * MINUTE_US))
/** What happened all at once still has a line. */
const LEAST_US = 10 * SECOND_US

/** A little air at both ends, and about so many ticks as fit. */
export function scaleOf({ from, to }: Pick<Tape, "from" | "to">, mostTicks: number): Scale {
  const length = Math.max(to - from, LEAST_US)
  const start = from - length * 0.015
  const end = from + length * 1.015
  const step = STEPS_US.find((one) => (end - start) / one <= mostTicks) ?? length
  const first = Math.ceil(start / step) * step
  const ticks = Array.from({ length: Math.floor((end - first) / step) + 1 }, (_, index) => first + index * step)
  const at = (moment: number): number => Math.min(100, Math.max(0, ((moment - start) / (end - start)) * 100))
  return { from: start, to: end, at, ticks, fineness: step < MINUTE_US ? "second" : "minute" }
}
