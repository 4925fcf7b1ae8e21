import { describe, expect, test } from "vitest"
import type { Cell, Question } from "../../src/query/question.ts"
import { type Floor, worldOf } from "../worlds/world.ts"
import type { Expected } from "./estimates.ts"
import { answers, cellOf, momentsOf } from "./floor.ts"
import { businessOracle, oracle } from "./metrics.ts"
import { conversationsIn } from "./plain.ts"

const FLOORS = 400
const SEEDS = [1, 2, 3, 4, 5]

/** Everything, and a week in the middle whose ends cut conversations in two. */
const PERIODS = [
  ["2024-01-01", "2025-01-01"],
  ["2024-03-25", "2024-04-01"],
  ["2024-10-25", "2024-11-06"],
] as const

describe.each(SEEDS)("world %i: asked and computed in the obvious way", (seed) => {
  test("all metrics of conversations agree on every floor", async () => {
    const world = worldOf(seed, FLOORS)
    const metrics = [...Object.keys(oracle), ...Object.keys(businessOracle)]
    const questions = PERIODS.map(([from, to]): Question => ({ metrics, from, to, zone: world.zone, by: ["brand"] }))
    const found = await answers(world, questions)
    const asOf = world.events.reduce((last, { at }) => Math.max(last, at), 0)
    const wrong: string[] = []
    for (const floor of world.floors) {
      const all = conversationsIn(floor.events)
      for (const [i, question] of questions.entries()) {
        const asked = { all, hours: floor.hours, ...momentsOf(question), asOf }
        for (const [metric, expect] of expectations(floor))
          wrong.push(
            ...differences(
              `${question.from} ${floor.brand} ${metric}`,
              expect(asked),
              cellOf(found[i]!, "brand", floor.brand, metric),
            ),
          )
      }
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })
})

function expectations({
  hours,
}: Floor): readonly (readonly [string, (asked: Parameters<(typeof oracle)[string]>[0]) => Expected])[] {
  const business = hours === null ? [] : Object.entries(businessOracle)
  return [
    ...Object.entries(oracle),
    ...business.map(([name, expect]) => [name, (asked: object) => expect({ ...asked, hours } as never)] as const),
  ]
}

/** Nothing where both say the same. Values may differ in the last bits of a division. */
function differences(what: string, expected: Expected, cell: Cell | undefined): readonly string[] {
  const plain = { value: expected.value, n: expected.n, pending: expected.pending ?? 0, censored: expected.censored ?? 0 }
  const actual = {
    value: cell?.value ?? (expected.value === 0 ? 0 : null),
    n: cell?.n ?? 0,
    pending: cell?.pending ?? 0,
    censored: cell?.censored ?? 0,
  }
  const same =
    plain.n === actual.n &&
    plain.pending === actual.pending &&
    plain.censored === actual.censored &&
    near(plain.value, actual.value)
  const excluded = expected.excluded === undefined || sameCounts(expected.excluded, cell?.excluded ?? {})
  if (same && excluded) return []
  return [
    `${what}: expected ${JSON.stringify({ ...plain, excluded: expected.excluded })}, asked ${JSON.stringify({ ...actual, excluded: cell?.excluded })}`,
  ]
}

function near(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))
}

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? 0) === (b[name] ?? 0))
}
