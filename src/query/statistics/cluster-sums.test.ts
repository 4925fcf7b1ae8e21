import * as fc from "fast-check"
import { expect, test } from "vitest"
import { momentsOf } from "./abc.ts"
import { momentsByGroup } from "./cluster-sums.ts"

const row = fc.record({
  by: fc.oneof(fc.integer({ min: -1, max: 8 }), fc.constantFrom(-1, 2 ** 31, 2 ** 52)),
  of: fc.nat(1000),
})

test("they are the moments of the sums of each cluster, however the lists are grouped", () => {
  const world = fc
    .array(fc.array(row, { maxLength: 40 }), { maxLength: 8 })
    .chain((lists) =>
      fc.tuple(
        fc.constant(lists),
        fc.array(fc.array(fc.nat(3), { minLength: lists.length, maxLength: lists.length }), { maxLength: 3 }),
      ),
    )
  fc.assert(
    fc.property(world, ([lists, groupings]) => {
      const found = momentsByGroup(
        lists.map((rows) => ({ of: Float64Array.from(rows, ({ of }) => of), by: Float64Array.from(rows, ({ by }) => by) })),
        groupings.map((groups) => Uint32Array.from(groups)),
      )
      const obvious = groupings.map((groups) =>
        Array.from({ length: Math.max(0, ...groups.map((group) => group + 1)) }, (_, group) => {
          const sums = new Map<number, { x: number; y: number }>()
          for (const { by, of } of lists.filter((_, list) => groups[list] === group).flat()) {
            const { x, y } = sums.get(by) ?? { x: 0, y: 0 }
            sums.set(by, { x: x + of, y: y + 1 })
          }
          return momentsOf([...sums.values()])
        }),
      )
      expect(found).toEqual(obvious)
    }),
    { numRuns: 300 },
  )
})
