import type { Unit } from "../../../src/query/question.ts"
import type { Point } from "../answers/points.ts"
import type { Colours } from "./colours.ts"

/** What a chart of one metric is drawn from. */
export interface Drawing {
  readonly points: readonly Point[]
  readonly unit: Unit
  readonly colours: Colours
  /** How many pixels a label of the time axis may count on. */
  readonly narrow: boolean
}
