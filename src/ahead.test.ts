import { expect, test } from "vitest"
import { farAhead } from "./ahead.ts"

test("all are asked one after another while the first is worked on, and whoever stops asks no more", async () => {
  const asked: number[] = []
  let asking = 0
  const ask = async (item: number) => {
    expect(++asking).toBe(1)
    asked.push(item)
    await new Promise((done) => setTimeout(done, 5))
    asking--
    return item * 10
  }
  const found: number[] = []
  for await (const one of farAhead([1, 2, 3, 4], ask)) {
    if (one === 10) await new Promise((done) => setTimeout(done, 60))
    found.push(one)
  }
  expect([asked, found]).toEqual([
    [1, 2, 3, 4],
    [10, 20, 30, 40],
  ])
  asked.length = 0
  for await (const one of farAhead([1, 2, 3, 4], ask)) if (one === 10) break
  expect(asking).toBe(0)
  expect(asked.length).toBeLessThan(4)
})

test("after a failure none is asked, and it is heard where it would have been worked on", async () => {
  const asked: number[] = []
  const ask = (item: number) => {
    asked.push(item)
    return item === 2 ? Promise.reject(new Error("two")) : Promise.resolve(item)
  }
  const found: number[] = []
  const all = async () => {
    for await (const one of farAhead([1, 2, 3], ask)) found.push(one)
  }
  await expect(all()).rejects.toThrow("two")
  expect([asked, found]).toEqual([[1, 2], [1]])
})
