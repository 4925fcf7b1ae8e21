import type { Answer, AnswerRow, Cell, Change, Definition, Judgement, Limits } from "../../../src/query/question.ts"

import { fullName, shortName } from "./bucket-words.ts"
import { type Cut, cutOf, isAhead } from "./complete.ts"

/** One bucket of one metric, as a chart, a table and a trend draw it. */
export interface Point {
  readonly bucket: number
  readonly label: string
  /** The label in full, where it stands alone. */
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  readonly cell: Cell | null
  readonly change: Change | null
  /** What is usual there, where it was asked for and can be said. */
  readonly limits: Limits | null
  /** How it stands to its target, where one was given. */
  readonly judged: Judgement | null
  /** Why it is not complete; null where it is. */
  readonly cut: Cut | null
  /** It begins after the data end: nothing can be said yet. */
  readonly ahead: boolean
}

/** The row over the whole period, all together. */
export const wholeOf = (answer: Answer): AnswerRow | undefined =>
  answer.rows.find((row) => row.bucket === null && Object.keys(row.by).length === 0)

/** The totals of each split. */
export const splitsOf = (answer: Answer): readonly AnswerRow[] =>
  answer.rows.filter((row) => row.bucket === null && Object.keys(row.by).length > 0)

/** The points of a metric, one for each bucket, in order; a bucket without a row has none to show. */
export function pointsOf(answer: Answer, metric: string): readonly Point[] {
  const rows = new Map(answer.rows.filter((row) => Object.keys(row.by).length === 0).map((row) => [row.bucket, row]))
  const grain = answer.question.grain ?? "day"
  return answer.buckets.map((bucket, index) => {
    const row = rows.get(index)
    const ahead = isAhead(bucket, answer)
    return {
      bucket: index,
      label: shortName(bucket, grain),
      name: fullName(bucket, grain),
      from: bucket.from,
      to: bucket.to,
      cell: ahead ? null : (row?.cells[metric] ?? null),
      change: ahead ? null : (row?.changes?.[metric] ?? null),
      limits: row?.limits?.[metric] ?? null,
      judged: row?.judged?.[metric] ?? null,
      cut: cutOf(bucket, answer),
      ahead,
    }
  })
}

export function definitionOf(answer: Answer, metric: string): Definition {
  const found = answer.definitions[metric]
  if (!found) throw new Error(`The answer does not define ${metric}.`)
  return found
}
