import { reviewCriteria, reviews } from "../../warehouse/tables.ts"
import { criterion as c, review as r } from "../columns.ts"
import { flag, known, not, thousandths, when } from "../expression.ts"
import { metric } from "../metric.ts"

const reviewed = { table: reviews, at: { basis: "event", column: r.reviewed_at } } as const
const THOUSANDTHS = 1000

export const qualityScore = metric({
  ...reviewed,
  name: "quality_score",
  card: 43,
  title: "Quality score",
  asks: "How good is our work where somebody looked at it again?",
  means:
    "Points of the reviewed work by the points that could be had, each criterion by its weight. A criterion that does not apply is in neither. A review that found a critical error counts as no points.",
  formula: "Σ weight · points / Σ weight · most points",
  synonyms: [
    "qa score",
    "quality assurance score",
    "internal quality score",
    "iqs",
    "empathy",
    "professionalism",
    "personalization",
  ],
  unit: "share",
  better: "higher",
  statistic: "ratio of sums with the analytic bootstrap interval, reviews as clusters",
  value: {
    kind: "mean",
    of: when(flag(r.critical), 0, thousandths(r.points)),
    per: thousandths(r.most),
    divide: 1,
    shown: THOUSANDTHS,
    part: true,
  },
  variants: {
    raw: {
      means: "With the points of those that had a critical error.",
      value: { kind: "mean", of: thousandths(r.points), per: thousandths(r.most), divide: 1, shown: THOUSANDTHS, part: true },
    },
    criterion: {
      means: "By scored criterion, so that it can be split by what was looked at; critical errors take nothing.",
      table: reviewCriteria,
      at: { basis: "event", column: c.reviewed_at },
      value: { kind: "mean", of: thousandths(c.points), per: thousandths(c.most), divide: 1, shown: THOUSANDTHS, part: true },
      statistic: "ratio of sums with the analytic bootstrap interval, as if the criteria of a review were independent",
    },
  },
  needs: ["quality.reviewed"],
  pitfalls: [
    "Comparing teams whose work is picked for review in another way.",
    "Trusting reviewers who were never compared: two of them should agree on the same work.",
    "Counting what does not apply as no points.",
  ],
  example: "Empathy 4 of 5, weight 2, accuracy 5 of 5, weight 3, tone not applicable: (8 + 15) / (10 + 15) = 92 %.",
})

export const criticalErrorAccuracy = metric({
  ...reviewed,
  name: "critical_error_accuracy",
  card: 43,
  title: "Without a critical error",
  asks: "How much of our work is free of critical errors?",
  means: "Of the reviews that say whether there was a critical error, those that found none.",
  formula: "reviews without a critical error / reviews",
  synonyms: ["error-free rate", "critical error accuracy", "critical accuracy"],
  leaves: { unknown: not(known(r.critical)) },
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval",
  value: { kind: "share", of: not(flag(r.critical)) },
  needs: ["quality.reviewed"],
  pitfalls: ["Taking reviews of work that was picked because of a complaint for a sample of all."],
  example: "30 reviewed, 6 with a critical error: 80 %.",
})

export const quality = [qualityScore, criticalErrorAccuracy]
