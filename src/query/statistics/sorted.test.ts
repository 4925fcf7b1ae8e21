import * as fc from "fast-check"
import { expect, test } from "vitest"
import { picker } from "./sorted.ts"

const number = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 }),
  fc.integer({ min: 0, max: 4_000_000_000 }),
)

const everyOther = (size: number) => Array.from({ length: Math.ceil(size / 2) }, (_, i) => 2 * i)

test("of every group the numbers of its lists are picked in order, whatever the grouping", () => {
  const world = fc
    .array(fc.array(number, { maxLength: 30 }), { maxLength: 12 })
    .chain((lists) =>
      fc.tuple(
        fc.constant(lists),
        fc.array(fc.array(fc.nat(4), { minLength: lists.length, maxLength: lists.length }), { maxLength: 3 }),
      ),
    )
  // One after another in the same tables.
  const pickByGroup = picker()
  fc.assert(
    fc.property(world, ([lists, groupings]) => {
      const picked = pickByGroup(
        lists,
        groupings.map((groups) => Uint32Array.from(groups)),
        everyOther,
      )
      const obvious = groupings.map((groups) =>
        Array.from({ length: Math.max(0, ...groups.map((group) => group + 1)) }, (_, group) =>
          lists
            .filter((_, list) => groups[list] === group)
            .flat()
            .toSorted((a, b) => a - b)
            .filter((_, place) => place % 2 === 0),
        ),
      )
      // What is -0 or 0 is one number.
      expect(picked.map((groups) => groups.map(({ values }) => Array.from(values, (value) => value + 0)))).toEqual(
        obvious.map((groups) => groups.map((one) => one.map((value) => value + 0))),
      )
    }),
    { numRuns: 500 },
  )
})

test("the ends of what a number holds exactly", () => {
  const [most, least] = [Number.MAX_SAFE_INTEGER, 0]
  expect(
    picker()(
      [
        [most, 1],
        [least, most - 1],
      ],
      [Uint32Array.of(0, 0)],
      () => [0, 1, 1, 2, 3],
    ),
  ).toMatchObject([[{ size: 4, values: Float64Array.of(0, 1, 1, most - 1, most) }]])
})
