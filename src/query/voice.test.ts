import { describe, expect } from "vitest"
import { checkExamples, type Example, near, times } from "../../test/examples.ts"
import type { FactRow } from "../../test/facts.ts"

const day = "2024-05-10"
const toOne = (value: number): unknown => expect.closeTo(value, 1)
const rated = (survey: string, most: number, counts: Readonly<Record<number, number>>, least = 1): readonly FactRow[] =>
  Object.entries(counts).flatMap(([score, count]) =>
    times(count, { survey, score: Number(score), scale_min: least, scale_max: most, answered_at: day, sent_at: day }),
  )
const fivePoints = rated("csat", 5, { 1: 3, 2: 2, 3: 10, 4: 25, 5: 60 })
const scoresOfNps = (scores: readonly number[]): readonly FactRow[] =>
  scores.flatMap((score) => rated("nps", 10, { [score]: 1 }, 0))

const examples: readonly Example[] = [
  {
    of: "46 (1): five points",
    asked: "csat",
    rows: { ratings: fivePoints },
    is: { value: 0.85, n: 100, low: near(0.767), high: near(0.907), parts: expect.objectContaining({ "3": 10, "5": 60 }) },
  },
  {
    of: "46 (2): good, neutral, bad",
    asked: "csat",
    rows: { ratings: rated("csat", 3, { 1: 20, 2: 20, 3: 60 }) },
    is: { value: 0.6, n: 100 },
  },
  {
    of: "46 (3): few",
    asked: "csat",
    rows: { ratings: rated("csat", 5, { 2: 1, 5: 4 }) },
    is: { value: 0.8, low: near(0.3755), high: near(0.9638), lowN: true },
  },
  { of: "46 (4): none", asked: "csat", rows: { ratings: [] }, is: { value: null, n: 0, because: "no rows" } },
  {
    of: "46: seven and ten points",
    asked: "csat",
    rows: { ratings: [...rated("csat", 7, { 5: 1, 6: 1 }), ...rated("csat", 10, { 7: 1, 8: 1 })] },
    is: { value: 0.5, numerator: 2 },
  },
  {
    of: "46: the strict reading of ten points",
    asked: "csat:strict",
    rows: { ratings: rated("csat", 10, { 8: 1, 9: 1 }) },
    is: { value: 0.5 },
  },
  { of: "47 (1): the mean", asked: "csat_mean", rows: { ratings: fivePoints }, is: { value: near(4.37), n: 100 } },
  { of: "47 (1): rescaled", asked: "csat_mean:rescaled", rows: { ratings: fivePoints }, is: { value: near(84.25) } },
  { of: "47 (2): the lowest is 0", asked: "csat_mean:rescaled", rows: { ratings: rated("csat", 5, { 1: 4 }) }, is: { value: 0 } },
  {
    of: "48: yesterday's are pending, the bounced are out",
    asked: "survey_response_rate",
    rows: {
      ratings: [
        ...times(50, { sent_at: day, answered_at: "2024-05-11" }),
        ...times(150, { sent_at: day }),
        ...times(40, { sent_at: "2024-05-31" }),
        { sent_at: day, bounced_at: day },
      ],
    },
    is: { value: 0.25, n: 200, pending: 40, low: near(0.195), high: near(0.314), excluded: { bounced: 1 } },
  },
  {
    of: "49 (1): easy",
    asked: "ces",
    rows: { ratings: rated("ces2", 7, { 1: 2, 2: 3, 3: 5, 4: 10, 5: 20, 6: 30, 7: 30 }) },
    is: { value: 0.8 },
  },
  {
    of: "49 (1): the mean",
    asked: "ces:mean",
    rows: { ratings: rated("ces2", 7, { 1: 2, 2: 3, 3: 5, 4: 10, 5: 20, 6: 30, 7: 30 }) },
    is: { value: near(5.53) },
  },
  {
    of: "49 (2): effort",
    asked: "ces:effort",
    rows: { ratings: rated("ces1", 5, { 1: 40, 2: 30, 3: 15, 4: 10, 5: 5 }) },
    is: { value: near(2.1) },
  },
  {
    of: "50 (1): ten answers",
    asked: "nps",
    rows: { ratings: scoresOfNps([9, 9, 10, 10, 10, 7, 7, 8, 0, 6]) },
    is: { value: near(30), low: toOne(-19.1), high: toOne(65.2) },
  },
  {
    of: "50 (3): all promoters",
    asked: "nps",
    rows: { ratings: scoresOfNps(Array.from({ length: 10 }, () => 10)) },
    is: { value: 100, high: 100, low: toOne(47.5) },
  },
  {
    of: "50 (4): one of each",
    asked: "nps",
    rows: { ratings: scoresOfNps([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) },
    is: { value: near(-45.4545), parts: { up: 2, neither: 2, down: 7 } },
  },
  {
    of: "50: a broken answer is told apart",
    asked: "nps",
    rows: { ratings: [...scoresOfNps([10]), { survey: "nps", answered_at: day, invalid: "not_whole", score: 6.5 }] },
    is: { value: 100, n: 1, excluded: { not_whole: 1 } },
  },
  {
    of: "51: in time, late, not, and too young",
    asked: "detractor_followup_rate",
    rows: {
      ratings: [
        ...scoresOfNps([1, 1, 1, 1, 1]).map((row) => ({ ...row, followed_up_at: "2024-05-11" })),
        ...scoresOfNps([1]).map((row) => ({ ...row, followed_up_at: "2024-05-13" })),
        ...scoresOfNps([1]),
        ...scoresOfNps([1]).map((row) => ({ ...row, answered_at: "2024-05-31T14:00:00Z" })),
        ...scoresOfNps([9]),
      ],
    },
    is: { value: near(0.7143), n: 7, pending: 1 },
  },
]

describe("the worked examples of the customers' voice", () => checkExamples(examples))
