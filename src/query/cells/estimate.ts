import type { Cell } from "../question.ts"

/** The value and its doubt: all of a cell but the counts beside it. */
export type Estimate = Pick<Cell, "value" | "low" | "high" | "method"> & Partial<Cell>
