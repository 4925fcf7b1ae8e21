import { describe, expect, test } from "vitest"
import { cohenKappa, newcombe, poissonCount, poissonRate, prevalence, roganGladen, wilson } from "./index.ts"
import type { Labels } from "./prevalence.ts"
import { random } from "./random.ts"

/** In per cent with one digit, as the definitions print it. */
const percent = (x: number) => Math.round(x * 1000) / 10

describe("Wilson's interval of a share", () => {
  test.each<[string, number, number, number, number]>([
    ["abandoned, 18 of 400", 18, 400, 2.9, 7.0],
    ["answered, 90 of 100", 90, 100, 82.6, 94.5],
    ["first contact, 17 of 20", 17, 20, 64.0, 94.8],
    ["no critical error, 24 of 30", 24, 30, 62.7, 90.5],
    ["satisfied, 85 of 100", 85, 100, 76.7, 90.7],
    ["satisfied, 4 of 5", 4, 5, 37.6, 96.4],
    ["answered surveys, 50 of 200", 50, 200, 19.5, 31.4],
    ["returned, 30 of 40", 30, 40, 59.8, 85.8],
    ["upsold, 5 of 40", 5, 40, 5.5, 26.1],
    ["won back, 2 of 5", 2, 5, 11.8, 76.9],
  ])("%s", (_, successes, n, low, high) => {
    const interval = wilson(successes, n)!
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high])
  })
  test("nobody asked, nothing to say", () => expect(wilson(0, 0)).toBeNull())
  test("none and all reach the very end", () => {
    expect(wilson(0, 7)!.low).toBe(0)
    expect(wilson(7, 7)!.high).toBe(1)
  })
})

describe("Newcombe's interval of a difference", () => {
  test.each<[string, [number, number], [number, number], number, number, number]>([
    ["an experiment", [56, 70], [48, 80], 20, 5.2, 33.4],
    // √(0.1519² + 0.0666²) = 0.1659, so −21.6 and not the −21.5 that has been printed for it.
    ["return after an issue", [30, 40], [80, 100], -5, -21.6, 9.0],
  ])("%s", (_, [a, n], [b, m], value, low, high) => {
    const difference = newcombe({ successes: a, n }, { successes: b, n: m })!
    expect([difference.value, difference.low, difference.high].map(percent)).toEqual([value, low, high])
  })
  test("a side without rows has no difference", () => {
    expect(newcombe({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull()
  })
})

describe("Garwood's interval of a count", () => {
  test.each<[number, number, number]>([
    [0, 0, 3.6888794541],
    [4, 1.0898656, 10.2415886],
    [10, 4.7953887, 18.390356],
    [100, 81.363975, 121.6269],
  ])("%i", (count, low, high) => {
    const interval = poissonCount(count)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 3)
  })
  test("contacts per hundred orders: 4 for 200", () => {
    const rate = poissonRate(4, 2)!
    expect([rate.value, rate.low, rate.high].map((x) => Math.round(x * 100) / 100)).toEqual([2, 0.54, 5.12])
  })
  test("no customers, no rate", () => expect(poissonRate(3, 0)).toBeNull())
})

test("the true share behind a classifier", () => {
  expect(percent(roganGladen(0.25, 0.8, 0.9)!)).toBe(21.4)
  expect(roganGladen(0.01, 0.8, 0.9)).toBe(0)
  expect(roganGladen(0.5, 0.5, 0.5)).toBeNull()
})

describe("the true share behind a classifier's, with what is known of its quality", () => {
  test.each<[string, Labels, number | null, number | null, number | null]>([
    ["as printed", { labelled: 15, n: 60, found: 8, isTrue: 10, denied: 9, isFalse: 10 }, 21.4, 0, 47.5],
    ["perfect on all", { labelled: 25, n: 100, found: 25, isTrue: 25, denied: 75, isFalse: 75 }, 25, 16.8, 35.4],
    ["nobody checked", { labelled: 15, n: 60, found: 0, isTrue: 0, denied: 0, isFalse: 0 }, null, null, null],
    ["it tells nothing", { labelled: 15, n: 60, found: 1, isTrue: 4, denied: 3, isFalse: 4 }, null, null, null],
  ])("%s", (_what, labels, value, low, high) => {
    const found = prevalence(labels)
    expect([found?.value, found?.low, found?.high].map((share) => (share == null ? null : percent(share)))).toEqual([
      value,
      low,
      high,
    ])
  })

  test("its interval encloses the truth at least 95 times in 100", () => {
    const next = random(7)
    const [worlds, comments, checked, truth] = [800, 200, 60, 0.25]
    const hits = Array.from({ length: worlds }, () => {
      const labels = { labelled: 0, n: comments, found: 0, isTrue: 0, denied: 0, isFalse: 0 }
      for (let i = 0; i < comments; i++) {
        const bad = next() < truth
        const said = next() < (bad ? 0.8 : 0.1)
        if (said) labels.labelled++
        if (i >= checked) continue
        if (bad) labels.isTrue++
        else labels.isFalse++
        if (bad && said) labels.found++
        if (!bad && !said) labels.denied++
      }
      const { low, high } = prevalence(labels)!
      return low! <= truth && truth <= high!
    })
    expect(hits.filter(Boolean).length / worlds).toBeGreaterThan(0.95)
  })
})

test("agreement of two raters beyond chance", () => {
  expect(
    cohenKappa([
      [20, 5],
      [10, 15],
    ]),
  ).toBeCloseTo(0.4, 12)
  expect(
    cohenKappa([
      [7, 0],
      [0, 0],
    ]),
  ).toBeNull()
  expect(cohenKappa([])).toBeNull()
})
