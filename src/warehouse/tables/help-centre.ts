import { boolean, code, count, moment, subject, type Table } from "./column.ts"

export const sessions = {
  name: "sessions",
  means: "Each visit of the help centre.",
  rows: "visits",
  columns: {
    session: subject("the visit"),
    customer: subject("the customer, where known"),
    visitor: code("the anonymous visitor"),
    excluded: code("why it is not counted: bot, agent, test; NULL for a valid one"),
    started_at: moment("first event of the visit"),
    ended_at: moment("last event of the visit"),
    searches: count("searches"),
    articles: count("articles read"),
    forms: count("contact forms opened"),
    intent: boolean("a search, a contact form, or an article read long enough"),
    next_contact_at: moment("the customer's first contact after the visit began; NULL where there is none or nobody is known"),
  },
} as const satisfies Table

export const searches = {
  name: "searches",
  means: "Each search in the help centre.",
  rows: "searches",
  columns: {
    session: subject("the visit"),
    customer: subject("the customer, where known"),
    excluded: code("why it is not counted"),
    searched_at: moment("when"),
    found: boolean("there were results"),
    clicked: boolean("a result was opened"),
    searched_again_at: moment("the next search of the visit"),
  },
} as const satisfies Table

export const votes = {
  name: "votes",
  means: "Each vote on an article.",
  rows: "votes",
  columns: {
    session: subject("the visit"),
    customer: subject("the customer, where known"),
    excluded: code("why it is not counted"),
    voted_at: moment("when"),
    article: code("the article"),
    helpful: boolean("the vote"),
  },
} as const satisfies Table
