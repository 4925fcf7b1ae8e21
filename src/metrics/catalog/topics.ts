import { conversations } from "../../warehouse/tables.ts"
import { conversation as c } from "../columns.ts"
import { any, has, is, known, not } from "../expression.ts"
import { metric } from "../metric.ts"

const features = ["feature", "feature_request"] as const

export const topTopics = metric({
  name: "top_topics",
  card: 6,
  title: "Top topics",
  asks: "What do customers come for most?",
  means:
    "Split by topic: of the conversations begun in the period whose topic is known, each topic's share, its rank, and the shares summed up to it. How many have none is said beside it. Compared with another period, the change of a share has its interval.",
  formula: "conversations with the topic / conversations with any topic",
  synonyms: ["contact reasons", "contact drivers", "recurring themes", "topics", "themes", "most requested features"],
  table: conversations,
  at: { basis: "created", column: c.counted_at },
  unit: "share",
  better: "neutral",
  statistic: "Wilson score interval; none where a conversation is divided among its tags",
  value: { kind: "mix", of: "topic" },
  variants: {
    tags: {
      another: true,
      means: "Split by tag: a conversation counts under each of its tags, so the shares may sum to more than 100 %.",
      formula: "conversations with the tag / conversations with any tag",
      value: { kind: "mix", of: "tags" },
    },
    fractional: {
      another: true,
      means: "Split by tag: a conversation is divided among its tags, so the shares sum to 100 %.",
      formula: "Σ 1 / number of tags, of conversations with the tag / conversations with any tag",
      value: { kind: "mix", of: "tags", divided: true },
    },
    no_topic: {
      another: true,
      means: "The share of conversations without a topic.",
      value: { kind: "share", of: not(known(c.topic)) },
    },
    no_tag: {
      another: true,
      means: "The share of conversations without a tag.",
      value: { kind: "share", of: not(known(c.tags)) },
    },
    features: {
      means:
        "For requests of features, which are those of the type or with the tag feature or feature_request: how many different customers ask, split by topic or tag.",
      formula: "different customers with a request of a feature",
      unit: "count",
      statistic: "census: every row is counted, so there is no interval",
      where: any(is(c.type, ...features), has(c.tags, ...features)),
      value: { kind: "distinct", of: c.customer },
    },
  },
  needs: ["conversation.opened"],
  pitfalls: ["Counting tags instead of conversations.", "Leaving out silently what has no topic."],
  example:
    "Tagged billing; billing and login; login; login; and one without: login 75 % and billing 50 % of the four, one of five without. Divided: 62.5 % and 37.5 %.",
})
