import { expect, test } from "vitest"
import { allowances } from "./allowance.ts"
import { createTurns } from "./turns.ts"

const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("interrupted"))))

test("never more at once than may be, and all get their turn in order", async () => {
  const turn = createTurns({ atOnce: 2, waiting: 100, most_s: 10 })
  let running = 0
  let most = 0
  const work = (i: number) => async () => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running -= 1
    return i
  }
  const done = await Promise.all(Array.from({ length: 50 }, (_, i) => turn(work(i))))
  expect(done).toEqual(Array.from({ length: 50 }, (_, i) => i))
  expect(most).toBe(2)
})

test("a queue that is full refuses the next and serves those in it", async () => {
  const turn = createTurns({ atOnce: 1, waiting: 1, most_s: 10 })
  let finish = (): void => {}
  const first = turn(() => new Promise<string>((resolve) => (finish = () => resolve("first"))))
  const second = turn(async () => "second")
  await expect(turn(async () => "third")).rejects.toMatchObject({ code: "server.busy", facts: { waiting: 1 } })
  finish()
  expect(await Promise.all([first, second])).toEqual(["first", "second"])
})

test("what takes too long is told to stop and said to be too slow; the next has its turn", async () => {
  const turn = createTurns({ atOnce: 1, waiting: 5, most_s: 0.05 })
  await expect(turn(forever)).rejects.toMatchObject({ code: "question.too_slow", status: 504, facts: { most_s: 0.05 } })
  expect(await turn(async () => "next")).toBe("next")
})

test("work that does not stop when told keeps its place until it does", async () => {
  const turn = createTurns({ atOnce: 1, waiting: 5, most_s: 0.05 })
  let stop = (): void => {}
  const deaf = turn(() => new Promise<void>((resolve) => (stop = resolve)))
  await expect(deaf).rejects.toMatchObject({ code: "question.too_slow" })
  let began = false
  const next = turn(async () => {
    began = true
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(began).toBe(false)
  stop()
  await next
  expect(began).toBe(true)
})

test("who hangs up is not answered, and leaves the place to others", async () => {
  const turn = createTurns({ atOnce: 1, waiting: 5, most_s: 10 })
  const hangUp = new AbortController()
  const asked = turn(forever, hangUp.signal)
  hangUp.abort(new Error("gone"))
  await expect(asked).rejects.toThrow()
  expect(await turn(async () => "next")).toBe("next")
})

test("a failure is passed on as it is", async () => {
  const turn = createTurns({ atOnce: 1, waiting: 5, most_s: 10 })
  await expect(turn(() => Promise.reject(new Error("no such table")))).rejects.toThrow("no such table")
  expect(await turn(async () => "next")).toBe("next")
})

test.each([
  ["three at once, then half a second each", [0, 0, 0, 0, 0.5, 0.5], [0, 0, 0, 1, 0, 1]],
  ["unused time is saved up to three", [0, 100, 100, 100, 100], [0, 0, 0, 0, 1]],
  ["a clock that goes back gives nothing", [10, 10, 10, 5, 10], [0, 0, 0, 1, 1]],
])("an allowance: %s", (_how, seconds, waits) => {
  const take = allowances({ atOnce: 3, perSecond: 2 })
  expect(seconds.map((second) => take("ana", second * 1e6))).toEqual(waits)
})

test("one caller's allowance is not another's", () => {
  const take = allowances({ atOnce: 1, perSecond: 1 })
  expect(["a", "b", "a", "b"].map((caller) => take(caller, 0))).toEqual([0, 0, 1, 1])
})
