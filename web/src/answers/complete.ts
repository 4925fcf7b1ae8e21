import type { Answer, Bucket } from "../../../src/query/question.ts"

/** Why a bucket is shorter than its name says. */
export type Cut = "data_end" | "period_cuts"

/** Null where the bucket is whole, and where it begins after the data end: there is nothing of it to be cut. */
export function cutOf(bucket: Bucket, answer: Answer): Cut | null {
  if (isAhead(bucket, answer)) return null
  if (bucket.partial) return "data_end"
  return bucket.cut ? "period_cuts" : null
}

export function isAhead({ from }: Bucket, { freshness: { knownUntil } }: Answer): boolean {
  return from !== null && knownUntil !== null && Date.parse(from) > Date.parse(knownUntil)
}

export const CUT_SAYS: Readonly<Record<Cut, string>> = {
  data_end: "Not complete: the data end inside it",
  period_cuts: "Not complete: the period begins or ends inside it",
}
