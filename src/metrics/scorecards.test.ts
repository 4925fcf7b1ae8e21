import { expect, test } from "vitest"
import { catalog } from "./catalog/index.ts"
import { askedMetric } from "./resolve.ts"
import { findScorecard, scorecards } from "./scorecards.ts"

test.each(scorecards)("$name names metrics that there are, each once", ({ metrics }) => {
  expect(metrics.map((ref) => askedMetric(ref, catalog).ref)).toEqual(metrics)
  expect(new Set(metrics).size).toBe(metrics.length)
  // A part of a ratio can be asked for too, but is no number for a page.
  const parts = metrics.filter((ref) => askedVariant(ref)?.means.endsWith(" alone."))
  expect(parts).toEqual([])
})

function askedVariant(ref: string) {
  const { metric, variants } = askedMetric(ref, catalog)
  return metric.variants?.[variants[0] ?? ""]
}

test("one that is misspelt is asked back", () => {
  expect(() => findScorecard("call_center")).toThrow(/There is no scorecard "call_center"\. Did you mean call_centre\?/)
})
