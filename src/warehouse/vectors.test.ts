import { expect, test } from "vitest"
import { openDuck } from "./duckdb.ts"
import { writeRows } from "./vectors.ts"

test("of rows that fail in the middle none is written, then or later", async () => {
  const duck = await openDuck({ path: ":memory:" })
  await duck.run("CREATE TABLE numbers (number INTEGER)")
  const value = (row: number) => {
    if (row === 5_000) throw new Error("no more")
    return row
  }
  await expect(writeRows(duck.connection, { name: "numbers" }, [{ type: "int", value }], 10_000)).rejects.toThrow("no more")
  await writeRows(duck.connection, { name: "numbers" }, [{ type: "int", value: (row) => row }], 3)
  expect(await duck.rows("SELECT count(*)::INTEGER AS n FROM numbers")).toEqual([{ n: 3 }])
  duck.close()
})
