import { afterEach, beforeEach, expect, test } from "vitest"
import { type DuckWarehouse, openDuck } from "../duckdb.ts"
import { writeRows } from "../vectors.ts"
import { type HashMemory, hashMemory } from "./hash-memory.ts"

let duck: DuckWarehouse
let memory: HashMemory
let rows: number
beforeEach(async () => {
  duck = await openDuck({ path: ":memory:" })
  await duck.run("CREATE TABLE numbered (number BIGINT, hash BIGINT)")
  memory = hashMemory(duck, { table: "numbered", number: "number", hash: "hash" })
  rows = 0
})
afterEach(() => duck.close())

/** Always the same, and different for each seed. */
function hashes(count: number, seed: number): Int32Array {
  let state = seed
  return Int32Array.from({ length: 2 * count }, () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return Math.imul(mixed ^ (mixed >>> 7), 61 | mixed) ^ (mixed >>> 14)
  })
}

async function append(halves: Int32Array): Promise<void> {
  const before = rows
  rows += halves.length / 2
  await writeRows(
    duck.connection,
    { name: "numbered" },
    [
      { type: "bigint", value: (row) => before + row + 1 },
      { type: "halves", halves },
    ],
    halves.length / 2,
  )
}

/** How many of the rows with these hashes the engine finds where it is told to look. */
async function foundIn(halves: Int32Array, where: string): Promise<number> {
  await duck.run("CREATE OR REPLACE TEMP TABLE wanted (hash BIGINT)")
  await writeRows(duck.connection, { name: "wanted", catalog: "temp" }, [{ type: "halves", halves }], halves.length / 2)
  const [row] = await duck.rows(`SELECT count(*) AS n FROM numbered WHERE ${where} AND hash IN (SELECT hash FROM temp.wanted)`)
  return Number(row!["n"])
}

test("what is there is found, from the first time on, and what is not there nearly never", async () => {
  const batches = [100, 1, 70_000, 5_000, 140_000, 3_000].map((count, i) => hashes(count, 1000 * i))
  let taken = 0
  for (const [i, batch] of batches.entries()) {
    await append(batch)
    for (const known of batches.slice(0, i + 1)) {
      const { places, where } = await memory.find(known, rows)
      expect(places).toEqual(Array.from({ length: known.length / 2 }, (_, place) => place))
      expect(await foundIn(known, where)).toBe(known.length / 2)
    }
    const others = hashes(50_000, 77_000 + i)
    const { places, where } = await memory.find(others, rows)
    if (i >= 2) taken += places.length
    expect(await foundIn(others, where)).toBe(0)
  }
  expect(taken).toBeLessThan(10)
})

test("it says where: not in all rows, only near what is looked for", async () => {
  await memory.find(hashes(1, 5), 1)
  await memory.find(hashes(1, 5), 1)
  const first = hashes(1_000, 1)
  await append(first)
  await memory.find(first, rows)
  for (let i = 0; i < 3; i++) await append(hashes(60_000, 10 + i))
  const { where } = await memory.find(first, rows)
  const [row] = await duck.rows(`SELECT count(*) AS n FROM numbered WHERE ${where}`)
  expect(Number(row!["n"])).toBeLessThan(70_000)
})

test("rows that were taken back and others that took their numbers", async () => {
  for (let i = 0; i < 3; i++) await memory.find(hashes(1, 5), 0)
  await duck.run("BEGIN TRANSACTION")
  const given = hashes(500, 1)
  await append(given)
  expect((await memory.find(given, rows)).places.length).toBe(500)
  await duck.run("ROLLBACK")
  rows = 0
  memory.forget()
  const others = hashes(500, 2)
  await append(others)
  expect((await memory.find(others, rows)).places.length).toBe(500)
  expect((await memory.find(given, rows)).places).toEqual([])
})

test("what it takes is taken from the engine's own memory, and once only", async () => {
  const limit = async () => String((await duck.rows("SELECT current_setting('memory_limit') AS it"))[0]!["it"])
  duck.close()
  duck = await openDuck({ path: ":memory:", memory: "100MiB" })
  await duck.run("CREATE TABLE numbered AS SELECT (range + 1)::BIGINT AS number, range::BIGINT AS hash FROM range(1_000_000)")
  const remembering = hashMemory(duck, { table: "numbered", number: "number", hash: "hash" })
  expect(await limit()).toBe("100.0 MiB")
  for (let i = 0; i < 3; i++) await remembering.find(hashes(10, i), 1_000_000)
  expect(await limit()).toBe("96.0 MiB")
  remembering.forget()
  await remembering.find(hashes(10, 7), 1_000_000)
  expect(await limit(), "what was forgotten and learned again").toBe("96.0 MiB")
  await duck.setAside(90 * 2 ** 20)
  expect(await limit(), "half of it stays").toBe("50.0 MiB")
})
