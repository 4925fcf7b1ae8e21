import { conversations, searches, sessions, votes } from "../../warehouse/tables.ts"
import { conversation as c, search as q, session as s, vote as v } from "../columns.ts"
import { all, asOf, atMost, flag, HOUR_US, known, minus, not, parameter, plus, times, when } from "../expression.ts"
import { metric } from "../metric.ts"

const wilson = "Wilson score interval"
const visited = { table: sessions, at: { basis: "event", column: s.started_at } } as const
/** Customers where they are known, else visitors; the two never share a number. */
const somebody = when(known(s.customer), times(s.customer, 2), minus(times(s.visitor, 2), 1))

export const selfServiceScore = metric({
  ...visited,
  name: "self_service_score",
  card: 54,
  title: "Self-service score",
  asks: "How many help themselves for each one who writes to us?",
  means:
    "Different visitors of the help centre for each customer who began a conversation. Bots, crawlers and agents are left out. More visits are not more success.",
  formula: "visitors of the help centre / customers who began a conversation",
  synonyms: ["self-help vs contacts", "self service ratio"],
  unit: "ratio",
  better: "higher",
  statistic: "no interval: both sides are counted in full",
  value: { kind: "quotient", of: "self_service_score:visitors", per: "self_service_score:submitters", times: 1 },
  variants: {
    sessions: {
      means: "By visits instead of visitors.",
      value: { kind: "quotient", of: "self_service_score:visits", per: "self_service_score:submitters", times: 1 },
    },
    visitors: { means: "The visitors alone.", unit: "count", value: { kind: "distinct", of: somebody } },
    visits: { means: "The visits alone.", unit: "count", value: { kind: "count" } },
    submitters: {
      means: "The customers who began a conversation alone.",
      unit: "count",
      table: conversations,
      at: { basis: "event", column: c.counted_at },
      value: { kind: "distinct", of: c.customer },
    },
  },
  needs: ["article.viewed"],
  pitfalls: ["The same name is used for visitors / (visitors + submitters)."],
  example: "4,000 visitors and 100 customers who wrote: 40 to 1.",
})

const inWindow = all(known(s.next_contact_at), atMost(s.next_contact_at, plus(s.started_at, parameter("hours", HOUR_US))))

export const ticketDeflectionRate = metric({
  ...visited,
  name: "ticket_deflection_rate",
  card: 55,
  title: "Ticket deflection",
  asks: "How many who sought help in the help centre did not need to write?",
  means:
    "Of the visits with an intent (a search, the contact form, or an article read for half a minute) by a known customer, those after which the customer did not turn to us within so many hours. It is an upper bound: who gives up looks like a success.",
  formula: "visits without a contact in the window / visits with intent, window elapsed",
  synonyms: ["deflection", "deflection rate", "case deflection"],
  where: flag(s.intent),
  unit: "share",
  better: "higher",
  statistic: "Wilson score interval of as many visits as those of one customer are worth",
  leaves: { not_linkable: not(known(s.customer)) },
  matures: atMost(plus(s.started_at, parameter("hours", HOUR_US)), asOf),
  value: { kind: "share", of: not(inWindow), cluster: s.customer },
  parameters: { hours: { default: 24, means: "within how many hours a contact counts" } },
  variants: {
    resolutions: {
      means: "As vendors have it: visits with an intent and no contact, against those and all conversations begun.",
      formula: "visits without a contact / (visits without a contact + conversations begun)",
      statistic: "no interval: both sides are counted in full",
      value: {
        kind: "quotient",
        of: "ticket_deflection_rate:without_contact",
        per: ["ticket_deflection_rate:without_contact", "ticket_deflection_rate:conversations"],
        times: 1,
      },
    },
    without_contact: {
      means: "The visits without a contact alone.",
      unit: "count",
      where: all(flag(s.intent), not(inWindow)),
      value: { kind: "count" },
    },
    conversations: {
      means: "The conversations begun alone.",
      unit: "count",
      table: conversations,
      at: { basis: "event", column: c.counted_at },
      where: all(),
      leaves: {},
      matures: all(),
      value: { kind: "count" },
    },
  },
  needs: ["article.viewed"],
  pitfalls: ["Counting visits that are not over yet.", "Reading giving up as success: ask for search_success beside it."],
  example: "10 visits: 6 without a contact, 3 with one in 24 h, 1 only 5 h old: 6 of 9, 66.7 %.",
})

const again = all(known(q.searched_again_at), atMost(q.searched_again_at, plus(q.searched_at, parameter("seconds", 1_000_000))))

export const searchSuccess = metric({
  name: "search_success",
  card: 56,
  title: "Search success",
  asks: "Do searches in the help centre find what is sought?",
  means:
    "Of the searches, those after which a result was opened and which were not followed by another search of the visit within two minutes.",
  formula: "searches with a click and no new search / searches",
  synonyms: ["search success rate", "help centre search"],
  table: searches,
  at: { basis: "event", column: q.searched_at },
  unit: "share",
  better: "higher",
  statistic: wilson,
  value: { kind: "share", of: all(flag(q.clicked), not(again)) },
  parameters: { seconds: { default: 120, means: "within how many seconds another search says that this one failed" } },
  variants: { found: { means: "Those that had results at all.", value: { kind: "share", of: flag(q.found) } } },
  needs: ["help.searched"],
  pitfalls: ["Counting searches with results as successes."],
  example: "64 of 100: 64 % [54.2, 72.7].",
})

export const articleHelpfulness = metric({
  name: "article_helpfulness",
  card: 56,
  title: "Article helpfulness",
  asks: "Do readers find articles helpful?",
  means: "Of the votes on articles, those that say it helped.",
  formula: "helpful votes / votes",
  synonyms: ["helpful votes", "article votes"],
  table: votes,
  at: { basis: "event", column: v.voted_at },
  unit: "share",
  better: "higher",
  statistic: wilson,
  value: { kind: "share", of: flag(v.helpful) },
  needs: ["article.voted"],
  pitfalls: ["Ranking articles by few votes."],
  example: "3 of 5: 60 % [23.1, 88.2], which are few.",
})

export const selfService = [selfServiceScore, ticketDeflectionRate, searchSuccess, articleHelpfulness]
