import { afterAll, beforeAll, expect, test } from "vitest"
import { type DuckWarehouse, openDuck } from "./duckdb.ts"

let warehouse: DuckWarehouse

beforeAll(async () => {
  warehouse = await openDuck({ path: ":memory:" })
})

afterAll(() => warehouse.close())

const only = async (select: string): Promise<unknown> => (await warehouse.rows(`SELECT ${select} AS x`))[0]!["x"]

test.each<[sql: string, value: unknown]>([
  ["1::INTEGER", 1],
  ["-9007199254740991::BIGINT", -9007199254740991],
  ["4294967296::BIGINT", 4294967296],
  ["-1::BIGINT", -1],
  ["(SELECT sum(x) FROM (VALUES (-5::BIGINT), (2)) v(x))", -3],
  ["(4294967296::HUGEINT * 2000000)", 8589934592000000],
  ["-4294967297::HUGEINT", -4294967297],
  ["0::HUGEINT", 0],
  ["3::TINYINT", 3],
  ["7::UBIGINT", 7],
  ["1.5::DOUBLE", 1.5],
  ["true", true],
  [
    "'a text that is longer than what fits into the vector itself'",
    "a text that is longer than what fits into the vector itself",
  ],
  ["[1, -2, 4294967299]::BIGINT[]", [1, -2, 4294967299]],
  ["[]::BIGINT[]", []],
  ["[1, NULL]::BIGINT[]", [1, null]],
  ["[1, 2]::INTEGER[]", [1, 2]],
  ["[[1, 2], [3]]::BIGINT[][]", [[1, 2], [3]]],
  ["MAP {'a': 1::BIGINT}", { a: 1 }],
  ["NULL::BIGINT", null],
  ["NULL::BIGINT[]", null],
  ["NULL::VARCHAR", null],
])("%s is read as %j", async (sql, value) => {
  expect(await only(sql)).toEqual(value)
})

test.each(["9007199254740992::BIGINT", "-9007199254740993::BIGINT", "(9007199254740993::HUGEINT * 16)"])(
  "%s is refused: no number holds it exactly",
  async (sql) => {
    await expect(only(sql)).rejects.toThrow(/does not fit a number/)
  },
)

test("more rows than a vector holds, with gaps, in their order", async () => {
  const rows = await warehouse.rows(
    "SELECT CASE WHEN i % 3 > 0 THEN i END AS a, CASE WHEN i % 5 > 0 THEN [i, i * i] END AS b FROM range(5000) r(i)",
  )
  expect(rows).toEqual(Array.from({ length: 5000 }, (_, i) => ({ a: i % 3 > 0 ? i : null, b: i % 5 > 0 ? [i, i * i] : null })))
})
