import * as fc from "fast-check"
import { expect, test } from "vitest"
import { picker } from "./selection.ts"

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
  // One after another in the same room.
  const pickByGroup = picker()
  fc.assert(
    fc.property(world, ([lists, groupings]) => {
      const picked = pickByGroup(
        lists.map((list) => Float64Array.from(list)),
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
    picker()([Float64Array.of(most, 1), Float64Array.of(least, most - 1)], [Uint32Array.of(0, 0)], () => [0, 1, 1, 2, 3]),
  ).toMatchObject([[{ size: 4, values: Float64Array.of(0, 1, 1, most - 1, most) }]])
})

/** Each a sort of values of its own: small ones, durations, all the same, wide ones around 0. */
const sorts: Readonly<Record<string, (random: () => number) => number>> = {
  "few different": (random) => Math.floor(random() * 12),
  durations: (random) => Math.floor(Math.exp(22 * random())),
  equal: () => 7_200_000,
  "close together, far away": (random) => 1_700_000_000_000 + Math.floor(random() * 1000),
  "wide, below 0 as well": (random) => Math.floor((random() - 0.5) * 2 ** 53),
  "mostly nothing": (random) => (random() < 0.9 ? 0 : Math.floor(random() * 1e9)),
}

test.each(Object.entries(sorts))("of thousands of values, %s, a few places and all of them", (_, one) => {
  const random = lcg(20_000)
  for (let run = 0; run < 20; run++) {
    const lists = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      Float64Array.from({ length: Math.floor(random() * 3000) }, () => one(random)),
    )
    const all = Float64Array.from(lists.flatMap((list) => [...list])).sort()
    const places =
      run === 0 ? all.map((_, place) => place) : Float64Array.from({ length: 8 }, () => Math.floor(random() * all.length)).sort()
    const [groups] = picker()(lists, [new Uint32Array(lists.length)], () => (all.length === 0 ? [] : [...places]))
    expect([...groups![0]!.values]).toEqual(all.length === 0 ? [] : Array.from(places, (place) => all[place]!))
  }
})

/** Numbers from 0 to 1, the same each time. */
function lcg(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32
}
