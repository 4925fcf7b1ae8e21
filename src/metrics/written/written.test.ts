import { describe, expect, test } from "vitest"
import { catalog } from "../catalog/index.ts"
import { refuseUnsound } from "./check.ts"
import { parseMetric } from "./read.ts"
import { metricText } from "./write.ts"

describe("every built-in metric is sound by the rules for others", () => {
  const fail = (path: readonly PropertyKey[], says: string): never => {
    throw new Error(`${path.map(String).join(".")}: ${says}`)
  }
  test.each(catalog)("$name", (metric) => refuseUnsound(metric, catalog, fail))
})

describe("every built-in metric, written as a file and read again, is the same", () => {
  test.each(catalog)("$name", (metric) => {
    expect(parseMetric(metricText(metric), `${metric.name}.yaml`)).toEqual(metric)
  })
})
