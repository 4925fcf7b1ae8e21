import type { Metric } from "../src/metrics/metric.ts"
import { parseMetric } from "../src/metrics/written/read.ts"

/** A metric as somebody would write it; what tests are about is given. */
export interface Written {
  readonly name?: string
  readonly table?: string
  readonly at?: string
  readonly value: string
  /** Further lines of the file. */
  readonly more?: string
}

export const CREATED = "{ basis: created, column: counted_at }"
export const INSTANT = "{ basis: instant, from: from_at, to: to_at }"
export const WINDOW = "{ basis: window, from: from_at, to: to_at }"

export function ownMetric({ name = "own", table = "conversations", at = CREATED, value, more = "" }: Written): Metric {
  return parseMetric(
    `
name: ${name}
title: Own
asks: How many?
means: Those.
formula: those
table: ${table}
at: ${at}
unit: count
better: neutral
statistic: a test
value: ${value}
${more}`,
    `${name}.yaml`,
  )
}
