import { expect, test } from "vitest"
import { type DuckWarehouse, openDuck } from "../../duckdb.ts"
import { customerSlices, EVERYONE } from "./customer-slices.ts"

const HAPPENED = 9_000
const CONVERSATIONS = 6_000

/** Rows of customers 0 … 99,999, some of them of nobody. */
async function withRows(work: (duck: DuckWarehouse) => Promise<void>): Promise<void> {
  const duck = await openDuck({ path: ":memory:" })
  await duck.run("CREATE SCHEMA facts")
  await duck.run(`CREATE TEMP TABLE happened AS SELECT range AS row, CASE WHEN range % 50 > 0 THEN (range * 7919 % 100000)::INTEGER END AS customer
FROM range(${HAPPENED})`)
  await duck.run(
    `CREATE TABLE facts.conversations AS SELECT range AS row, (range * 104729 % 100000)::INTEGER AS customer FROM range(${CONVERSATIONS})`,
  )
  await work(duck)
  duck.close()
}

const idsIn = async (duck: DuckWarehouse, table: string) =>
  (await duck.rows(`SELECT row FROM ${table} ORDER BY row`)).map(({ row }) => Number(row))

test("each row is in one slice, also that of nobody, and no slice has many more than it may", () =>
  withRows(async (duck) => {
    const slices = await customerSlices(duck, "facts", 1_000)
    expect(slices.length).toBeGreaterThan(10)
    const found = []
    for (const slice of slices) {
      const own = await idsIn(duck, slice.of("temp.happened"))
      // A block of customers is not cut; those of nobody come besides.
      expect(own.length).toBeLessThan(1_800)
      found.push(...own)
    }
    expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: HAPPENED }, (_, row) => row))
  }))

test("few rows are one slice, in which nothing is left out", () =>
  withRows(async (duck) => {
    expect(await customerSlices(duck, "facts")).toEqual([EVERYONE])
    expect(EVERYONE.of("temp.happened")).toBe("temp.happened")
  }))
