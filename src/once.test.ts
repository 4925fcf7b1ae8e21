import { describe, expect, it } from "vitest"
import { oncePer, oncePerKey } from "./once.ts"

describe("what is found once", () => {
  it("is found once for each thing, also where nothing was found", () => {
    const asked: object[] = []
    const find = oncePer((thing: { size?: number }) => {
      asked.push(thing)
      return thing.size
    })
    const [some, none] = [{ size: 3 }, {}]
    expect([find(some), find(none), find(some), find(none)]).toEqual([3, undefined, 3, undefined])
    expect(asked).toEqual([some, none])
  })

  it("is found again for a key only once there were too many", () => {
    const find = oncePerKey<number>(2)
    let times = 0
    const length = (key: string) =>
      find(key, () => {
        times++
        return key.length
      })
    expect(["a", "bb", "a", "bb"].map(length)).toEqual([1, 2, 1, 2])
    expect(times).toBe(2)
    expect(["ccc", "a"].map(length)).toEqual([3, 1])
    expect(times).toBe(4)
  })

  it("keeps nothing where finding it failed", () => {
    const find = oncePerKey<number>(2)
    expect(() =>
      find("a", () => {
        throw new Error("no")
      }),
    ).toThrow("no")
    expect(find("a", () => 1)).toBe(1)
  })
})
