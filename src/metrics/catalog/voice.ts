import { ratings } from "../../warehouse/tables.ts"
import { rating as r } from "../columns.ts"
import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  below,
  type Condition,
  DAY_US,
  divided,
  flag,
  instant,
  is,
  known,
  minus,
  not,
  parameter,
  plus,
  same,
  thousandths,
  times,
} from "../expression.ts"
import { metric } from "../metric.ts"

export const answered = { basis: "event", column: r.answered_at } as const
const bySolve = {
  means: "Counts by the day the conversation was solved instead of the day of the answer.",
  at: { basis: "solved", column: r.conversation_solved_at },
} as const
/** Answers that count for nothing, each with its reason. */
export const invalidAnswers = {
  by_agent: is(r.invalid, "by_agent"),
  not_whole: is(r.invalid, "not_whole"),
  out_of_range: is(r.invalid, "out_of_range"),
  wrong_scale: is(r.invalid, "wrong_scale"),
  invalid_answer: known(r.invalid),
  no_score: not(known(r.score)),
}
export const width = minus(r.scale_max, r.scale_min)
/** The upper end that counts as satisfied: 3 of 3, 3–4 of 4, 4–5 of 5, 6–7 of 7, 8–10 of 10. */
const satisfied = any(
  all(atMost(width, 2), atLeast(r.score, r.scale_max)),
  all(atLeast(width, 3), atMost(width, 8), atLeast(r.score, minus(r.scale_max, 1))),
  all(atLeast(width, 9), atLeast(r.score, minus(r.scale_max, 2))),
)
const scores = (from: number, to: number): Readonly<Record<string, Condition>> =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), same(r.score, from + i)]))
export const needs = ["survey.sent", "survey.answered"] as const

export const csat = metric({
  name: "csat",
  card: 46,
  title: "Customer satisfaction",
  asks: "Of the customers who answered, how many were satisfied?",
  means:
    "Satisfied answers of the valid ones: 4–5 of 5, 6–7 of 7, 8–10 of 10, 3–4 of 4, the best of 3 or of good and bad. Neutral answers stay in.",
  formula: "satisfied / valid answers",
  synonyms: ["customer satisfaction", "satisfaction", "csat score", "satisfaction rate", "客戶滿意度得分"],
  table: ratings,
  at: answered,
  where: is(r.survey, "csat"),
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  leaves: invalidAnswers,
  value: { kind: "share", of: satisfied, parts: scores(1, 10) },
  variants: {
    strict: {
      means: "Of ten points only 9 and 10.",
      value: {
        kind: "share",
        of: any(
          all(atMost(width, 2), atLeast(r.score, r.scale_max)),
          all(atLeast(width, 3), atLeast(r.score, minus(r.scale_max, 1))),
        ),
      },
    },
    solved: bySolve,
  },
  needs,
  pitfalls: ["Dropping neutral answers.", "Comparing different scales.", "Hiding how many answered at all."],
  example: "1: 3, 2: 2, 3: 10, 4: 25, 5: 60 answers: 85 of 100, 85 % [76.7, 90.7].",
})

export const csatMean = metric({
  name: "csat_mean",
  card: 47,
  title: "Average rating",
  asks: "What is the average rating?",
  means: "The mean of the valid answers on their own scale. It hides whether opinions are split: look at the distribution too.",
  formula: "Σ score / answers",
  synonyms: ["average rating", "mean rating", "average csat"],
  table: ratings,
  at: answered,
  where: is(r.survey, "csat"),
  unit: "score",
  better: "higher",
  statistic: "mean with the analytic bootstrap interval",
  leaves: invalidAnswers,
  value: { kind: "mean", of: thousandths(r.score), divide: 1000, parts: scores(1, 10) },
  variants: {
    rescaled: {
      another: true,
      means: "From 0, the lowest, to 100, the highest that could be given.",
      value: { kind: "mean", of: thousandths(divided(times(minus(r.score, r.scale_min), 100), width)), divide: 1000 },
    },
    solved: bySolve,
  },
  needs,
  pitfalls: ["Dividing by the top of the scale: the lowest of five would then be 20 %."],
  example: "1: 3, 2: 2, 3: 10, 4: 25, 5: 60 answers: 4.37; rescaled 84.25.",
})

export const surveyResponseRate = metric({
  name: "survey_response_rate",
  card: 48,
  title: "Survey response rate",
  asks: "Which share of the customers we asked answered?",
  means:
    "Of the surveys that reached a customer and whose days are over, those answered in them. Reminders are not surveys of their own.",
  formula: "answered within the window / delivered, window elapsed",
  synonyms: ["response rate of surveys", "survey answers"],
  table: ratings,
  at: { basis: "created", column: r.sent_at },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  leaves: { bounced: known(r.bounced_at) },
  value: { kind: "share", of: all(known(r.answered_at), atMost(r.answered_at, plus(r.sent_at, parameter("days", DAY_US)))) },
  matures: atMost(plus(r.sent_at, parameter("days", DAY_US)), asOf),
  parameters: { days: { default: 7, means: "how many days there are to answer" } },
  needs: ["survey.sent"],
  pitfalls: ["Counting yesterday's surveys, which may still be answered."],
  example: "50 of 200 answered, 40 more sent yesterday: 25 % [19.5, 31.4], 40 pending.",
})

export const ces = metric({
  name: "ces",
  card: 49,
  title: "Ease of getting help",
  asks: "How many customers found it easy?",
  means:
    "Of the answers to “… made it easy …” on seven points, those who agree: 5 to 7. The older question for effort is another scale with the other direction: see the variants.",
  formula: "answers 5–7 / valid answers",
  synonyms: ["customer effort score", "ces", "effort score", "easy rate"],
  table: ratings,
  at: answered,
  where: is(r.survey, "ces2"),
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval for shares, analytic bootstrap for means",
  leaves: invalidAnswers,
  value: { kind: "share", of: atLeast(r.score, 5), parts: scores(1, 7) },
  variants: {
    top2: { means: "Only 6 and 7.", value: { kind: "share", of: atLeast(r.score, 6) } },
    mean: {
      means: "The mean agreement.",
      unit: "score",
      value: { kind: "mean", of: thousandths(r.score), divide: 1000, parts: scores(1, 7) },
    },
    effort: {
      another: true,
      means: "The older question: how much effort did you put forth, 1 very low to 5 very high. Low is good.",
      formula: "Σ score / answers",
      unit: "score",
      better: "lower",
      where: is(r.survey, "ces1"),
      value: { kind: "mean", of: thousandths(r.score), divide: 1000, parts: scores(1, 5) },
    },
    low_effort: {
      another: true,
      means: "The older question: the share with 1 or 2.",
      where: is(r.survey, "ces1"),
      value: { kind: "share", of: atMost(r.score, 2) },
    },
  },
  needs,
  pitfalls: ["Mixing the two questions: their directions are opposite.", "Turning one into the other by 8 − x."],
  example: "1: 2, 2: 3, 3: 5, 4: 10, 5: 20, 6: 30, 7: 30 answers: 80 % easy, 60 % top two, mean 5.53.",
})

export const nps = metric({
  name: "nps",
  card: 50,
  title: "Net promoter score",
  asks: "Would customers recommend us?",
  means:
    "Promoters (9–10) less detractors (0–6), for each hundred valid answers on 0–10. Answers outside the scale or with fractions are not valid and are counted apart.",
  formula: "100 · (promoters − detractors) / answers",
  synonyms: ["net promoter score", "net promoter", "淨推薦值"],
  table: ratings,
  at: answered,
  where: is(r.survey, "nps"),
  unit: "points",
  better: "higher",
  statistic: "adjusted Wald interval (three answers added), within ±100",
  leaves: invalidAnswers,
  value: { kind: "score", up: atLeast(r.score, 9), down: atMost(r.score, 6) },
  variants: {
    relational: {
      another: true,
      means:
        "Only about the relation as a whole, and of each customer only the latest answer: of the bucket, and for the total of the period. It is looked for before splits and filters, so a customer is in one group only; of one moment the answer learned last is the latest. Who is not known counts with each answer.",
      at: { basis: "window", from: r.answered_at, to: r.answered_at },
      where: all(is(r.survey, "nps"), flag(r.relational)),
      leaves: { ...invalidAnswers, superseded: all(known(r.next_answered_at), below(r.next_answered_at, instant)) },
    },
    transactional: { another: true, means: "Only about one contact.", where: all(is(r.survey, "nps"), not(flag(r.relational))) },
  },
  needs,
  pitfalls: [
    "Counting a customer again with each answer about the relation.",
    "Writing a per-cent sign.",
    "Rounding the shares before subtracting.",
    "Using a scale from 1 to 10.",
  ],
  example: "5 promoters, 3 passives, 2 detractors: +30, [−19.1, 65.2].",
})

export const voice = [csat, csatMean, surveyResponseRate, ces, nps]
