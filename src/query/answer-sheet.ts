import { withNames } from "./named-rows.ts"
import type { Answer, AnswerRow, RowColumn, RowList } from "./question.ts"

const NUMBERS = ["value", "low", "high", "n", "numerator", "denominator", "pending", "censored"] as const

/** What a product would show, beside ours. */
const THEIR = { theirs: "value", theirs_low: "low", theirs_high: "high", theirs_n: "n" } as const
const THEIR_NAMES = Object.keys(THEIR) as (keyof typeof THEIR)[]

/** An answer as a list: one row a number, unrounded. With variants each says what it means and how far its family differs. */
export function sheetOf(answer: Answer): RowList {
  const { question, rows } = answer
  const list = question.metrics.flatMap((ref) => rows.map((row) => lineOf(answer, row, ref)))
  return withNames({ count: list.length, columns: columnsOf(answer), rows: list, names: answer.names })
}

/** Only an answer with all variants says how far they differ. */
const isBanded = ({ rows }: Answer): boolean => rows.some(({ bands }) => bands !== undefined)

function columnsOf(answer: Answer): readonly RowColumn[] {
  const { question, lens } = answer
  const { by = [] } = question
  const variants = isBanded(answer)
  return [
    ...["metric", ...(variants ? ["means"] : []), "bucket", "from", ...by].map(columnFor("text")),
    ...NUMBERS.map(columnFor("score")),
    ...["method", "unit", "because"].map(columnFor("text")),
    ...["before", "change", ...(lens ? THEIR_NAMES : [])].map(columnFor("score")),
    ...(variants ? ["band_least", "band_most"].map(columnFor("score")) : []),
    ...(variants ? ["in_band"].map(columnFor("boolean")) : []),
  ]
}

const columnFor =
  (unit: RowColumn["unit"]) =>
  (name: string): RowColumn => ({ name, title: name.replaceAll("_", " "), unit })

function lineOf(answer: Answer, row: AnswerRow, ref: string): RowList["rows"][number] {
  const { question, buckets, definitions, lens } = answer
  const { unit, differs, means } = definitions[ref]!
  const variants = isBanded(answer)
  const bucket = row.bucket === null ? undefined : buckets[row.bucket]
  const cell = row.cells[ref]!
  const change = row.changes?.[ref]
  const theirs = row.theirs?.[ref]
  return {
    metric: ref,
    ...(variants && { means: differs ?? means }),
    bucket: bucket?.label ?? null,
    from: bucket?.from ?? null,
    ...Object.fromEntries((question.by ?? []).map((name) => [name, row.by[name] ?? null])),
    ...Object.fromEntries(NUMBERS.map((name) => [name, cell[name] ?? null])),
    method: cell.method,
    unit,
    because: cell.because ?? null,
    before: change?.before.value ?? null,
    change: change?.amount ?? null,
    ...(lens && Object.fromEntries(THEIR_NAMES.map((name) => [name, theirs?.[THEIR[name]] ?? null]))),
    ...(variants && bandOf(row, ref)),
  }
}

/** The band of the family that the definition is of, and whether it counts into it: parts and other numbers do not. */
function bandOf({ bands = {} }: AnswerRow, ref: string): RowList["rows"][number] {
  const name = (of: string) => of.split(/[:(]/)[0]
  const band = Object.entries(bands).find(([asked, { of }]) => of.includes(ref) || name(asked) === name(ref))?.[1]
  return { band_least: band?.least ?? null, band_most: band?.most ?? null, in_band: band?.of.includes(ref) ?? null }
}
