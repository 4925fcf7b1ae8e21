import * as fc from "fast-check"
import { expect, test } from "vitest"
import { hashList, hashNumber, hashText } from "./hash.ts"

test("never changes: ledgers hold these", () => {
  expect([hashText(""), hashText("conversation:917"), hashText("日本😀"), hashNumber(0), hashNumber(4.5)]).toMatchInlineSnapshot(`
    [
      {
        "high": 1390726527,
        "low": -1970400936,
      },
      {
        "high": -546387413,
        "low": -449955622,
      },
      {
        "high": 2093088698,
        "low": -1864149362,
      },
      {
        "high": 0,
        "low": 0,
      },
      {
        "high": 132220614,
        "low": -1957669772,
      },
    ]
  `)
})

test("ids that differ in one letter do not meet", () => {
  const seen = new Set<string>()
  for (let i = 0; i < 300_000; i++) seen.add(JSON.stringify(hashText(`zendesk:audit:${i}:3`)))
  expect(seen.size).toBe(300_000)
})

test("each half spreads alone", () => {
  const counts = new Uint32Array(256)
  for (let i = 0; i < 256_000; i++) counts[hashText(`conversation:${i}`).low & 255]!++
  expect(Math.min(...counts)).toBeGreaterThan(800)
  expect(Math.max(...counts)).toBeLessThan(1200)
})

test("the order of a list matters", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a !== b)
      expect(hashList([hashText(a), hashText(b)])).not.toEqual(hashList([hashText(b), hashText(a)]))
    }),
  )
})
