import { ratings } from "../../warehouse/tables.ts"
import { rating as r } from "../columns.ts"
import { any, flag, is, known, not } from "../expression.ts"
import { metric } from "../metric.ts"
import { answered } from "./voice.ts"

/** What is not the customer's word. */
const notTheirs = { by_agent: is(r.invalid, "by_agent"), test_answer: is(r.invalid, "test") }
const negative = is(r.sentiment, "negative")

export const sentimentShare = metric({
  name: "sentiment_share",
  card: 52,
  title: "Negative comments",
  asks: "Which share of what customers write beside their answers is negative?",
  means:
    "Of the comments that somebody read, a person or a classifier, those that sound negative. Where both read one, the person counts; of several readings the last. A comment counts whatever its score is worth; how many were never read is said beside it.",
  formula: "comments labelled negative / labelled comments",
  synonyms: ["sentiment", "negative feedback", "comment sentiment", "open-ended feedback"],
  table: ratings,
  at: answered,
  where: any(flag(r.commented), known(r.sentiment), known(r.theme)),
  unit: "share",
  better: "lower",
  statistic: "Wilson score interval; of corrected labels the interval of Lang and Reiczigel",
  leaves: { ...notTheirs, unknown: not(known(r.sentiment)) },
  value: {
    kind: "share",
    of: negative,
    parts: { negative, neutral: is(r.sentiment, "neutral"), positive: is(r.sentiment, "positive") },
  },
  variants: {
    neutral: {
      another: true,
      means: "Those that sound neither good nor bad instead.",
      better: "neutral",
      value: { kind: "share", of: is(r.sentiment, "neutral") },
    },
    positive: {
      another: true,
      means: "Those that sound positive instead.",
      better: "higher",
      value: { kind: "share", of: is(r.sentiment, "positive") },
    },
    coded: {
      means: "Only as people said.",
      leaves: { ...notTheirs, unknown: not(known(r.coded_sentiment)) },
      value: { kind: "share", of: is(r.coded_sentiment, "negative") },
    },
    classified: {
      means: "Only as classifiers said. Split by classifier to compare their versions.",
      leaves: { ...notTheirs, unknown: not(known(r.classified_sentiment)) },
      value: { kind: "share", of: is(r.classified_sentiment, "negative") },
    },
    corrected: {
      means:
        "What classifiers said, corrected by how often they were right on the comments that people read too: their sensitivity and specificity stand beside it. It is right if people read a random sample.",
      formula: "(apparent share + specificity − 1) / (sensitivity + specificity − 1), within 0…1",
      leaves: { ...notTheirs, unknown: not(known(r.classified_sentiment)) },
      value: {
        kind: "prevalence",
        of: is(r.classified_sentiment, "negative"),
        truth: is(r.coded_sentiment, "negative"),
        known: known(r.coded_sentiment),
      },
    },
    themes: {
      another: true,
      means:
        "Split by theme: of the comments whose theme is known, each theme's share, its rank, and the shares summed up to it.",
      formula: "comments with the theme / comments with any theme",
      better: "neutral",
      leaves: notTheirs,
      value: { kind: "mix", of: "theme" },
    },
  },
  needs: ["survey.answered", "survey.labelled"],
  pitfalls: [
    "Trusting a classifier that was never compared with people.",
    "Comparing two versions of a classifier as if customers had changed.",
    "Forgetting that few answer, and fewer write.",
  ],
  example:
    "30 of 120 comments negative: 25 %. A classifier that finds 80 % of the negative ones and leaves 90 % of the others alone, and calls 25 % negative, stands for 21.4 %.",
})
