import type { Metric } from "../metrics/metric.ts"
import { type Asked, familyOf } from "../metrics/resolve.ts"
import { partsOf } from "./plan/plan.ts"
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
  asked: readonly Asked[],
): readonly AnswerRow[] {
  const compared = Object.entries(families).map(([ref, family]) => [ref, comparable(ref, family, definitions, asked)] as const)
  if (compared.length === 0) return rows
  return rows.map((row) => ({ ...row, bands: Object.fromEntries(compared.map(([ref, family]) => [ref, bandOf(row, family)])) }))
}

/** A variant in another unit, one that is divided to make another, or one that says so, is another number, not another opinion. */
function comparable(
  ref: string,
  family: readonly string[],
  definitions: Readonly<Record<string, Definition>>,
  asked: readonly Asked[],
): readonly string[] {
  const own = asked.filter((one) => family.includes(one.ref))
  const parts = new Set(own.flatMap(({ metric }) => partsOf(metric)))
  const others = new Set(own.filter(isAnother).map((one) => one.ref))
  const isOpinion = (one: string) =>
    definitions[one]!.unit === definitions[ref]!.unit && !parts.has(bare(one)) && !others.has(one)
  return family.filter((one) => one === ref || (isOpinion(ref) && isOpinion(one)))
}

function isAnother({ metric, variants }: Asked): boolean {
  return variants.some((variant) => metric.variants?.[variant]?.another === true)
}

/** Without its parameters. */
const bare = (ref: string): string => ref.replace(/\(.*$/, "")

function bandOf({ cells }: AnswerRow, family: readonly string[]): Band {
  const values = family.flatMap((ref) => cells[ref]!.value ?? [])
  if (values.length === 0) return { least: null, most: null, of: family }
  return { least: Math.min(...values), most: Math.max(...values), of: family }
}
