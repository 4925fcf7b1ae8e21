import { useRead } from "../answers/queries.ts"

/** A few metrics that belong together, as a question names them. */
export interface Scorecard {
  readonly name: string
  readonly title: string
  readonly means: string
  readonly metrics: readonly string[]
}

export function useScorecards() {
  const read = useRead<{ scorecards: readonly Scorecard[] }>("/scorecards")
  return { ...read, data: read.data?.scorecards }
}
