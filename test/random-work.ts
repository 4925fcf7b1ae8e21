import type { FactRow } from "./facts.ts"

const HOUR_US = 3_600_000_000

/** Chance that follows from a seed. */
export interface Drawing {
  share(): number
  /** A whole number from 0 until just before `below`. */
  whole(below: number): number
  one<T>(of: readonly T[]): T
}

/** Rows of what people did and how it was liked. */
export function randomWork(
  draw: Drawing,
  moment: () => number,
  shared: () => FactRow,
  size: number,
): Readonly<Record<string, readonly FactRow[]>> {
  const many = (make: (i: number) => FactRow): readonly FactRow[] => Array.from({ length: size }, (_, i) => make(i))
  const maybe = <T>(share: number, value: () => T): T | null => (draw.share() < share ? value() : null)
  return {
    experiences: many((i) => {
      const { excluded: _, calendar: _c, tags: _t, ...rest } = shared()
      const after = moment()
      return {
        ...rest,
        conversation: `conversation:${i}`,
        survey: draw.one(["csat", "nps"]),
        after_at: after,
        after: draw.whole(11),
        before_at: after - 24 * HOUR_US,
        before: draw.whole(11),
        solved_at: after - HOUR_US,
      }
    }),
    source_counts: many((i) => ({
      source: `source:${i % 3}`,
      from_at: moment(),
      entity: draw.one(["conversation", "call"]),
      channel: draw.one(["email", "chat"]),
      counted: maybe(0.8, () => draw.whole(20)),
      arrived: draw.whole(20),
    })),
    reviews: many((i) => {
      const most = maybe(0.9, () => 5 * (1 + draw.whole(6)))
      return {
        ...randomReview(`conversation:${i}`, moment(), draw),
        points: most === null ? null : most * draw.share(),
        most,
        critical: maybe(0.9, () => draw.share() < 0.2),
      }
    }),
    review_criteria: many((i) => ({
      ...randomReview(`conversation:${i}`, moment(), draw),
      criterion: draw.one(["empathy", "tone"]),
      points: 5 * draw.share(),
      most: 5,
    })),
  }
}

function randomReview(subject: string, reviewed_at: number, draw: Drawing): FactRow {
  return {
    subject,
    agent: draw.one(["ana", "bob", "cyd"]),
    team: draw.one(["red", "blue", null]),
    channel: draw.one(["email", "chat"]),
    questionnaire: draw.one(["short", "long"]),
    reviewed_at,
  }
}
