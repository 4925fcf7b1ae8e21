import { expect, test } from "vitest"
import { at, factsOf } from "../../test/facts.ts"
import { randomFacts } from "../../test/random-facts.ts"
import { catalog } from "../metrics/catalog/index.ts"
import { ask } from "./ask.ts"
import type { AnswerRow, Cell, Question, RowsQuestion } from "./question.ts"
import { rowsBehind } from "./rows.ts"

const calendars = { calendars: [{ name: "office", zone: "Europe/Berlin", hours: { mon: ["09:00-17:00"] } }], rules: [] }
void calendars
const refs = catalog
  .filter(({ value }) => value.kind !== "quotient")
  .flatMap(({ name, variants }) => [name, ...Object.keys(variants ?? {}).map((variant) => `${name}:${variant}`)])
const facts = factsOf(randomFacts(7, at("2024-02-20"), 60, 400), { knownUntil: "2024-04-10T12:00:00Z" })

test.each(refs)("the rows behind %s are as many as its cells say", async (metric) => {
  const source = await facts
  const question: Question = {
    metrics: [metric],
    from: "2024-03-01",
    to: "2024-05-01",
    zone: "Europe/Berlin",
    grain: "month",
    by: ["channel"],
    where: [{ field: "attributes.country", in: ["DE", "FR"] }],
  }
  const { rows } = await ask(question, source)
  for (const row of [rows.find(isWhole)!, ...rows.filter((row) => row.bucket !== 1 && !isWhole(row)).slice(0, 2)]) {
    const cell = row.cells[metric]!
    for (const [part, count] of partsOf(cell)) {
      const behind = await rowsBehind({ question, metric, bucket: row.bucket, by: row.by, part, offset: 0, limit: 5 }, source)
      expect({ part, bucket: row.bucket, by: row.by, count: behind.count }).toEqual({
        part,
        bucket: row.bucket,
        by: row.by,
        count,
      })
      expect(behind.rows.length).toBe(Math.min(5, count))
    }
  }
})

function isWhole({ bucket, by }: AnswerRow): boolean {
  return bucket === null && Object.keys(by).length === 0
}

function partsOf(cell: Cell): readonly (readonly [RowsQuestion["part"], number])[] {
  const counted = ["share", "wilson", "wilson_odds", "adjusted_wald"].includes(cell.method)
  return [
    ["counted", cell.n],
    ["excluded", Object.values(cell.excluded).reduce((sum, count) => sum + count, 0)],
    ...(cell.censored > 0 ? [["censored", cell.censored] as const] : []),
    ...(cell.pending > 0 ? [["pending", cell.pending] as const] : []),
    ...(counted && cell.numerator !== cell.n ? [["numerator", cell.numerator ?? 0] as const] : []),
  ]
}
