import { NOTHING, show, showInterval } from "../format.ts"
import type { Answer, AnswerRow, Unit } from "../query/question.ts"

/** The product's columns, beside ours. */
export function lensHead({ lens }: Answer): readonly string[] {
  return lens ? [lens.title, "95 %", "n"] : []
}

export function lensCells({ lens }: Answer, row: AnswerRow, ref: string, unit: Unit): readonly string[] {
  if (!lens) return []
  const cell = row.theirs?.[ref]
  return cell ? [show(cell.value, unit), showInterval(cell.low, cell.high, unit), show(cell.n, "count")] : Array(3).fill(NOTHING)
}

/** What the product's numbers are, in our words, and what they do not show. */
export function lensLines({ lens, question }: Answer): readonly string[] {
  if (!lens) return []
  const { metrics, title, name } = lens
  const seen = Object.entries(metrics)
  const differing = seen.filter(([, { because }]) => because.length > 0)
  return [
    "",
    ...seen.flatMap(([ref, { called, differs, lacks }]) => [
      called === null ? differs : `${ref} in ${title}: ${called}. ${differs}`,
      ...lacks.map((lack) => `  Not shown: ${lack}`),
    ]),
    ...lens.lacks,
    ...(differing.length > 0 && !question.asOf
      ? [`What makes the difference: plumbline difference ${differing[0]![0]} --as ${name}`]
      : []),
  ]
}
