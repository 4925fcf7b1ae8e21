import { expect, test } from "vitest"
import { linked, mergedInto } from "./identities.ts"

const links = (...pairs: readonly (readonly [a: number, b: number, linked?: boolean])[]) =>
  pairs.map(([a, b, linked = true]) => ({ kind: 0, a, b, linked }))

test.each([
  [
    "a chain",
    links([1, 2], [2, 3]),
    [
      [1, 2],
      [2, 3],
    ],
  ],
  ["a circle of two: the second merge is none", links([1, 2], [2, 1]), [[1, 2]]],
  [
    "a circle of three: the last merge is none",
    links([1, 2], [2, 3], [3, 1]),
    [
      [1, 2],
      [2, 3],
    ],
  ],
  ["into itself", links([1, 1]), []],
  ["into one and then another: the last holds", links([1, 2], [1, 3]), [[1, 3]]],
  [
    "a merge that would close a circle leaves the one before",
    links([2, 3], [1, 2], [2, 1]),
    [
      [1, 2],
      [2, 3],
    ],
  ],
])("merges: %s", (_name, merges, expected) => {
  expect([...mergedInto(merges)].toSorted(([a], [b]) => a - b)).toEqual(expected)
})

test.each([
  [
    "all that hang together are the first of them",
    links([5, 3], [3, 1], [7, 8]),
    [
      [3, 1],
      [5, 1],
      [8, 7],
    ],
  ],
  ["a link taken back is none, whichever way it is written", links([1, 2], [2, 1, false]), []],
  ["of contradictions the later holds", links([1, 2, false], [1, 2]), [[2, 1]]],
  [
    "what another link still joins stays one",
    links([1, 2], [2, 3], [1, 3], [1, 2, false]),
    [
      [2, 1],
      [3, 1],
    ],
  ],
])("links: %s", (_name, given, expected) => {
  expect([...linked(given)].toSorted(([a], [b]) => a - b)).toEqual(expected)
})
