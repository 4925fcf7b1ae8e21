import { assert } from "../../assert.ts"

/** A double has 53 bits; halving more often changes nothing. */
const MOST_HALVINGS = 200

/** Where a function that rises through zero between `least` and `most` crosses it. */
export function bisect(f: (x: number) => number, least: number, most: number): number {
  assert(f(least) <= 0 && f(most) >= 0, "the root is not between these")
  let low = least
  let high = most
  for (let i = 0; i < MOST_HALVINGS; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
