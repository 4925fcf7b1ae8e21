import { experiences } from "../../warehouse/tables.ts"
import { experience as e } from "../columns.ts"
import { atLeast, atMost, is, minus, thousandths, when } from "../expression.ts"
import { metric } from "../metric.ts"

const THOUSANDTHS = 1000
const changed = { kind: "mean", of: thousandths(minus(e.after, e.before)), divide: THOUSANDTHS } as const
/** A promoter is 100 points, a detractor 100 less than none. */
const points = (score: typeof e.after) => when(atLeast(score, 9), 100, when(atMost(score, 6), -100, 0))

export const experienceDelta = metric({
  name: "experience_delta",
  card: 53,
  title: "Change after contact",
  asks: "Are customers happier after turning to us than before?",
  means:
    "How much more satisfied customers were in the answer after a conversation than in the one before it: only those with both, one after the other to the same questionnaire, and a conversation that began and was solved between them. Each pair of answers counts once, on the day of the second.",
  formula: "mean of (score after − score before)",
  synonyms: ["before and after", "before/after service contact", "experience change", "csat delta"],
  table: experiences,
  at: { basis: "event", column: e.after_at },
  where: is(e.survey, "csat"),
  unit: "score",
  better: "higher",
  statistic: "mean of the differences of pairs with the analytic bootstrap interval",
  value: changed,
  variants: {
    nps: {
      means: "The net promoter score after, less the one before, of the same customers.",
      formula: "NPS after − NPS before",
      where: is(e.survey, "nps"),
      unit: "points",
      value: { kind: "mean", of: minus(points(e.after), points(e.before)), divide: 1 },
    },
    nps_mean: { another: true, means: "Of the answers from 0 to 10 themselves.", where: is(e.survey, "nps"), value: changed },
  },
  needs: ["survey.answered"],
  pitfalls: [
    "Comparing all answers before with all after: those who answer once are others.",
    "Taking it for what the conversation did: who is asked after a bad time is often happier the next time anyway.",
  ],
  example: "6 → 8, 9 → 9 and 3 → 2: 0.33 better on average; net promoter score from −33.3 to 0, 33.3 points better.",
})
