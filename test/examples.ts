import { expect, test } from "vitest"
import { ask } from "../src/query/ask.ts"
import type { Question } from "../src/query/question.ts"
import { type FactRow, factsOf } from "./facts.ts"

/** A worked example of the book of definitions: these facts, this metric, this cell. */
export interface Example {
  readonly of: string
  readonly asked: string
  readonly rows: Readonly<Record<string, readonly FactRow[]>>
  readonly knownUntil?: string
  readonly question?: Partial<Question>
  readonly is: Readonly<Record<string, unknown>>
}

export const MAY: Omit<Question, "metrics"> = { from: "2024-05-01", to: "2024-06-01" }

export const times = (count: number, row: FactRow): readonly FactRow[] => Array.from({ length: count }, () => row)

/** Equal to what three decimals say. */
export const near = (value: number): unknown => expect.closeTo(value, 3)

/** Each example as a test of its own. The data are known until the end of May where it does not say otherwise. */
export function checkExamples(examples: readonly Example[]): void {
  test.each(examples)("$of: $asked", async ({ asked, rows, knownUntil = "2024-06-01", question = {}, is }) => {
    const facts = await factsOf(rows, { knownUntil })
    const answer = await ask({ ...MAY, ...question, metrics: [asked] }, facts)
    expect(answer.rows[0]!.cells[asked]).toMatchObject(is)
  })
}
