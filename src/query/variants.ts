import { familyOf } from "../metrics/resolve.ts"
import type { Metric } from "../metrics/metric.ts"
import type { Answer, AnswerRow, Band, Definition, Question } from "./question.ts"

/** Each metric that was asked for, and all refs of its family: itself as asked, as usual, and by each of its variants. */
export type Families = Readonly<Record<string, readonly string[]>>

/** The question with every variant of its metrics named, so that they are counted in the same scan. */
export function widened(
  question: Question,
  metrics: readonly Metric[],
): { readonly question: Question; readonly families: Families } {
  const { variants, ...same } = question
  if (variants !== true) return { question: same, families: {} }
  const families = Object.fromEntries(question.metrics.map((ref) => [ref, familyOf(ref, metrics)]))
  const asked = new Set(question.metrics)
  const named = new Set<string>()
  // What was asked for stays as often as it was, for asking twice is refused; two families may share members.
  const isNew = (ref: string): boolean => !asked.has(ref) && !named.has(ref) && named.add(ref).size > 0
  const widen = (ref: string): readonly string[] => [ref, ...families[ref]!.filter(isNew)]
  return { question: { ...same, metrics: question.metrics.flatMap(widen) }, families }
}

/** How far the definitions differ, row by row. */
export function withBands(
  rows: readonly AnswerRow[],
  families: Families,
  definitions: Answer["definitions"],
): readonly AnswerRow[] {
  const asked = Object.entries(families)
  if (asked.length === 0) return rows
  return rows.map((row) => ({
    ...row,
    bands: Object.fromEntries(asked.map(([ref, family]) => [ref, bandOf(row, comparable(ref, family, definitions))])),
  }))
}

/** A variant in another unit is another number, not another opinion of the same one. */
function comparable(
  ref: string,
  family: readonly string[],
  definitions: Readonly<Record<string, Definition>>,
): readonly string[] {
  return family.filter((one) => definitions[one]!.unit === definitions[ref]!.unit)
}

function bandOf({ cells }: AnswerRow, family: readonly string[]): Band {
  const values = family.flatMap((ref) => cells[ref]!.value ?? [])
  if (values.length === 0) return { least: null, most: null, of: family }
  return { least: Math.min(...values), most: Math.max(...values), of: family }
}
