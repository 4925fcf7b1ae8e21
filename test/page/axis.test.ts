import { describe, expect, test } from "vitest"
import type { Unit } from "../../src/query/question.ts"
import { axisFor, tickLabel } from "../../web/src/charts/axis.ts"

/** The labels of all ticks, from the lowest to the highest. */
function ticks(values: readonly number[], unit: Unit): string[] {
  const { min, max, step } = axisFor(values, unit)
  const count = Math.round((max - min) / step)
  return Array.from({ length: count + 1 }, (_, index) => tickLabel(min + index * step, unit))
}

describe("a tick is labelled with the very place where it stands", () => {
  test.each<[Unit, number, string[]]>([
    ["count", 10, ["0", "5", "10"]],
    ["count", 7, ["0", "2", "4", "6", "8"]],
    ["count", 100, ["0", "25", "50", "75", "100"]],
    ["share", 0.01, ["0 %", "0.5 %", "1 %"]],
    ["share", 0.002, ["0 %", "0.1 %", "0.2 %"]],
    ["share", 0.1, ["0 %", "2.5 %", "5 %", "7.5 %", "10 %"]],
    ["points", 1, ["0", "+0.5", "+1"]],
    ["per_hour", 0.9, ["0 /h", "0.5 /h", "1 /h"]],
    ["ratio", 0.1, ["0", "0.05", "0.10"]],
    ["seconds", 7200, ["0 s", "30 min", "1 h", "1 h 30 min", "2 h"]],
  ])("%s up to %d", (unit, most, labels) => {
    expect(ticks([0, most], unit)).toEqual(labels)
  })
})
