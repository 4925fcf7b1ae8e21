import * as fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  above,
  all,
  any,
  between,
  type ColumnTerm,
  type Condition,
  either,
  flag,
  is,
  known,
  minus,
  most,
  not,
  number,
  type Term,
} from "../../metrics/expression.ts"
import { type DuckWarehouse, openDuck } from "../../warehouse/duckdb.ts"
import { duckdb } from "./dialect.ts"
import { simplified, simplifiedWhere } from "./simplify.ts"
import { writeCondition, type Writer } from "./writer.ts"

let duck: DuckWarehouse
beforeAll(async () => {
  duck = await openDuck({ path: ":memory:" })
  const values = (type: string) => `(SELECT unnest([NULL, 1, 2])::${type} AS v)`
  await duck.run(`CREATE TABLE facts AS SELECT row_number() OVER () AS row, a.v AS a, b.v AS b, c.v AS c, d.v AS d, e.v = 1 AS e
    FROM ${values("BIGINT")} a, ${values("BIGINT")} b, ${values("BIGINT")} c, ${values("INTEGER")} d, ${values("BIGINT")} e`)
})
afterAll(() => duck.close())

const column = (name: string): ColumnTerm<"ms"> => ({ kind: "column", name, type: "ms" })
const columns = ["a", "b", "c"].map(column)
const term: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Term>(...columns, number(3)),
    fc.tuple(tie("term"), tie("term")).map(([left, right]) => most(left, right)),
    fc.tuple(tie("term"), tie("term")).map(([left, right]) => either(left, right)),
    fc.tuple(tie("term"), tie("term")).map(([left, right]) => minus(left, right)),
    fc.tuple(tie("term"), tie("term")).map(([from, to]) => between(from, to)),
  ),
})).term
const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    term.map(known),
    fc.constantFrom(...columns).map(known),
    fc.constantFrom(...columns).chain((left) => fc.constantFrom(...columns).map((right) => above(left, right))),
    fc.constant(flag({ kind: "column", name: "e", type: "boolean" })),
    fc.constant(is({ kind: "column", name: "d", type: "code" }, "one")),
    tie("condition").map(not),
    fc.array(tie("condition"), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie("condition"), { maxLength: 3 }).map((of) => any(...of)),
  ),
})).condition

const writer = { dialect: duckdb, params: [], codes: { words: () => 1, subjects: () => 1 } } as unknown as Writer

/** Of each condition: the rows of some sort where it is not what it was simplified to. */
async function expectSame(conditions: readonly Condition[], simple: (one: Condition) => Condition, where: string) {
  const different = conditions.map((one, i) => {
    const [before, after] = [writeCondition(one, writer), writeCondition(simple(one), writer)]
    return `count_if(((${before}) IS TRUE) <> ((${after}) IS TRUE)) AS c${i}`
  })
  const [row] = await duck.rows(`SELECT ${different.join(", ")} FROM facts WHERE ${where}`)
  for (const [i, one] of conditions.entries()) expect(Number(row![`c${i}`] ?? 0), JSON.stringify(one)).toBe(0)
}

test("it is true of the same rows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 20, maxLength: 20 }), (conditions) =>
      expectSame(conditions, simplified, "true"),
    ),
    { numRuns: 50 },
  )
})

test("and so it is among the rows of which a term is known or not", async () => {
  const code: ColumnTerm<"code"> = { kind: "column", name: "d", type: "code" }
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 20, maxLength: 20 }), fc.boolean(), (conditions, known) =>
      expectSame(conditions, (one) => simplifiedWhere(one, code, known), `d IS ${known ? "NOT " : ""}NULL`),
    ),
    { numRuns: 50 },
  )
  expect(simplifiedWhere(is(code, "one"), code, false)).toEqual(any())
})

test("what follows from the rest is not asked again", () => {
  const [a, b, c] = columns as [Term, Term, Term]
  expect(simplified(all(known(a), not(all(not(known(a)), known(b)))))).toEqual(known(a))
  expect(simplified(all(not(known(a)), not(all(not(known(a)), known(b)))))).toEqual(all(not(known(a)), not(known(b))))
  expect(simplified(all(known(a), known(between(a, number(7)))))).toEqual(known(a))
  expect(simplified(all(known(a), not(known(between(a, b)))))).toEqual(all(known(a), not(known(b))))
  expect(simplified(all(known(a), known(c), known(a)))).toEqual(all(known(a), known(c)))
  expect(simplified(all(known(a), not(known(a))))).toEqual(any())
  expect(simplified(any(known(a), all(not(known(a)), known(b))))).toEqual(any(known(a), known(b)))
})
