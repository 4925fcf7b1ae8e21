import type { Expected } from "./estimates.ts"

export interface Scored {
  readonly points: number
  readonly most: number
  readonly weight: number
}

/** A review as a person would note it, and as the event says it; null does not apply. */
export interface Review {
  readonly at: number
  readonly agent: string
  readonly critical: boolean | undefined
  readonly scores: Readonly<Record<string, Scored | null>>
}

type Weighed = (score: Scored, review: Review) => number

function score(reviews: readonly Review[], points: Weighed, rows: (review: Review) => number, only?: string): Expected {
  const scored = reviews.flatMap((review) =>
    Object.entries(review.scores).flatMap(([name, one]) =>
      one && (only === undefined || only === name) ? [{ one, review }] : [],
    ),
  )
  const most = scored.reduce((sum, { one }) => sum + one.most * one.weight, 0)
  const got = scored.reduce((sum, { one, review }) => sum + points(one, review), 0)
  return { value: most === 0 ? null : got / most, n: reviews.reduce((sum, review) => sum + rows(review), 0) }
}

const raw: Weighed = ({ points, weight }) => points * weight
const strict: Weighed = (one, { critical }) => (critical ? 0 : raw(one, { critical } as Review))
const any = ({ scores }: Review) => Number(Object.values(scores).some((one) => one !== null))
const each = ({ scores }: Review) => Object.values(scores).filter((one) => one !== null).length

export const criterion = (reviews: readonly Review[], name: string): Expected =>
  score(reviews, raw, ({ scores }) => Number((scores[name] ?? null) !== null), name)

export const quality: Readonly<Record<string, (reviews: readonly Review[]) => Expected>> = {
  quality_score: (reviews) => score(reviews, strict, any),
  "quality_score:raw": (reviews) => score(reviews, raw, any),
  "quality_score:criterion": (reviews) => score(reviews, raw, each),
  critical_error_accuracy: (reviews) => {
    const judged = reviews.filter(({ critical }) => critical !== undefined)
    const good = judged.filter(({ critical }) => critical === false).length
    return { value: judged.length === 0 ? null : good / judged.length, n: judged.length }
  },
}
