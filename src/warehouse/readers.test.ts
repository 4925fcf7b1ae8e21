import { afterAll, beforeAll, expect, test } from "vitest"
import { type DuckWarehouse, openDuck } from "./duckdb.ts"
import { openReaders, type Readers } from "./readers.ts"

/** Takes the engine minutes: a product of two hundred thousand with two hundred thousand. */
const ENDLESS = "SELECT max(a.range * 31 % (b.range + 7)) AS x FROM range(200000) a, range(200000) b"

let warehouse: DuckWarehouse
let readers: Readers

beforeAll(async () => {
  warehouse = await openDuck({ path: ":memory:", threads: 2 })
  await warehouse.run("CREATE TABLE t AS SELECT range AS i FROM range(1000)")
  readers = await openReaders(warehouse)
})

afterAll(() => {
  readers.close()
  warehouse.close()
})

test("many at once each get their own answer", async () => {
  const asked = Array.from({ length: 40 }, (_, i) => readers.read((reader) => reader.rows("SELECT sum(i + $1) AS s FROM t", [i])))
  const sums = (await Promise.all(asked)).map((rows) => rows[0]?.["s"])
  expect(sums).toEqual(Array.from({ length: 40 }, (_, i) => 499_500 + i * 1000))
})

test("all statements of one question see the same data, whatever is written meanwhile; the next sees it", async () => {
  const counts = await readers.read(async (reader) => {
    const before = await reader.rows("SELECT count(*) AS n FROM t")
    await warehouse.run("INSERT INTO t VALUES (-1)")
    return [before, await reader.rows("SELECT count(*) AS n FROM t")].map((rows) => rows[0]?.["n"])
  })
  expect(counts).toEqual([1000, 1000])
  expect(await readers.read((reader) => reader.rows("SELECT count(*) AS n FROM t"))).toEqual([{ n: 1001 }])
  await warehouse.run("DELETE FROM t WHERE i = -1")
})

test("a reader cannot write", async () => {
  await expect(readers.read((reader) => reader.run("DELETE FROM t"))).rejects.toThrow(/read-only/i)
})

test("an aborted question stops in the engine at once, and its connection goes on", async () => {
  const stop = new AbortController()
  const asked = readers.read((reader) => reader.rows(ENDLESS), stop.signal)
  setTimeout(() => stop.abort(new Error("enough")), 100)
  const from = process.hrtime.bigint()
  await expect(asked).rejects.toThrow(/interrupt/i)
  expect(Number(process.hrtime.bigint() - from) / 1e9).toBeLessThan(5)
  const after = await Promise.all([1, 2, 3].map((i) => readers.read((reader) => reader.rows("SELECT $1 + 0 AS i", [i]))))
  expect(after).toEqual([[{ i: 1 }], [{ i: 2 }], [{ i: 3 }]])
})

test("no further statement starts after the signal", async () => {
  const stop = new AbortController()
  const asked = readers.read(async (reader) => {
    await reader.rows("SELECT 1 AS one")
    stop.abort(new Error("enough"))
    return reader.rows("SELECT 2 AS two")
  }, stop.signal)
  await expect(asked).rejects.toThrow("enough")
})

test("who gives up waiting for a connection leaves the queue, and the others get theirs", async () => {
  let finish = (): void => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  const holding = [1, 2].map(() => readers.read(() => held))
  const stop = new AbortController()
  const impatient = readers.read((reader) => reader.rows("SELECT 1 AS one"), stop.signal)
  const patient = readers.read((reader) => reader.rows("SELECT 2 AS two"))
  stop.abort(new Error("enough"))
  await expect(impatient).rejects.toThrow("enough")
  finish()
  await Promise.all(holding)
  expect(await patient).toEqual([{ two: 2 }])
})
