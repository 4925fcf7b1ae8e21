import { describe, expect, test } from "vitest"
import { effectiveSize, momentsOf, wilson } from "./index.ts"
import { random } from "./random.ts"

const size = (clusters: readonly { readonly x: number; readonly y: number }[]) => effectiveSize(momentsOf(clusters))
const many = (count: number, x: number, y: number) => Array.from({ length: count }, () => ({ x, y }))

describe("what rows that share a cluster are worth", () => {
  test("each alone: nearly themselves", () => {
    const alone = size([...many(300, 1, 1), ...many(700, 0, 1)])
    expect(alone).toBeGreaterThan(985)
    expect(alone).toBeLessThanOrEqual(1000)
  })

  test("five of each customer that all say the same: a fifth, and a little less for so few customers", () => {
    const worth = size([...many(60, 5, 5), ...many(140, 0, 5)])
    expect(worth).toBeGreaterThan(190)
    expect(worth).toBeLessThan(200)
  })

  test.each([
    ["all", many(4, 5, 5), 4],
    ["none", many(4, 0, 5), 4],
    ["one customer", many(1, 2, 5), 1],
    ["nobody", [], 0],
  ])("%s: nothing tells how alike they are, so as alike as can be", (_what, clusters, worth) => {
    expect(size(clusters)).toBeCloseTo(worth, 9)
  })

  test("never more than the rows", () => {
    expect(size(many(40, 1, 2))).toBeLessThanOrEqual(80)
  })
})

/** Customers of whom each has an own chance around 0.3, and one to eight contacts. */
function world(next: () => number, customers: number) {
  return Array.from({ length: customers }, () => {
    // The mean of two is near the middle more often than at the ends.
    const chance = 0.3 * (next() + next())
    const contacts = 1 + Math.floor(8 * next())
    return { x: Array.from({ length: contacts }, () => next() < chance).filter(Boolean).length, y: contacts }
  })
}

function coverage(customers: number, worth: (clusters: readonly { readonly x: number; readonly y: number }[]) => number): number {
  const next = random(99)
  const worlds = 2_000
  const hits = Array.from({ length: worlds }, () => {
    const clusters = world(next, customers)
    const { x, y } = momentsOf(clusters)
    const n = worth(clusters)
    const { low, high } = wilson((x / y) * n, n)!
    return low <= 0.3 && 0.3 <= high
  })
  return hits.filter(Boolean).length / worlds
}

test("of customers with their own chances the interval encloses the truth 95 times in 100; of rows taken alone, it does not", () => {
  expect(coverage(150, size)).toBeGreaterThan(0.94)
  expect(coverage(150, size)).toBeLessThan(0.965)
  expect(coverage(12, size)).toBeGreaterThan(0.94)
  expect(coverage(150, (clusters) => momentsOf(clusters).y)).toBeLessThan(0.925)
})
