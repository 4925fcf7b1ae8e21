import { boolean, clocked, code, count, dimensions, excluded, moment, ms, number, subject, type Table } from "./column.ts"

export const contacts = {
  name: "contacts",
  means: "Each time a customer turned to us: a turn of messages, or an inbound call that was offered.",
  row: "contact",
  columns: {
    conversation: subject("the conversation, NULL for a call that belongs to none"),
    call: subject("the call, NULL for a turn"),
    ...dimensions,
    ...excluded,
    contact: code("turn or call"),
    at: moment("when it began"),
    starts: boolean("it opens a new matter: the first turn of a conversation, or a call"),
    ended_at: moment("for one that starts: when the matter was first solved or the call ended; NULL while it lasts"),
    handled: boolean("a person or, where no person took part, a bot dealt with it"),
    handled_by: code("agent or bot"),
    handle_ms: ms("handling time that belongs to it"),
    next_at: moment("for one that starts: the customer's next one that starts, after this one ended"),
    next_same_topic_at: moment("the same, on the same topic"),
  },
} as const satisfies Table

export const promises = {
  name: "promises",
  means: "Each promise of a service-level policy for a conversation, and what became of it.",
  row: "promise",
  columns: {
    conversation: subject("the conversation"),
    ...dimensions,
    ...excluded,
    promise: code("first_response, next_response, resolution, requester_wait"),
    policy: code("the policy in force when the target was applied"),
    clock: code("calendar or business"),
    turn: count("for next_response: which wait"),
    target_ms: ms("the promised time"),
    applied_at: moment("when the policy was applied"),
    started_at: moment("when the clock started; first_response counts from the first customer message even if applied later"),
    met_at: moment("when what was promised was done; NULL while it is not"),
    dropped_at: moment("when the promise ended without being due any more: merged, spam, deleted, withdrawn"),
    elapsed_ms: ms("on the promise's clock without its pauses, up to met_at; NULL while it runs"),
    paused_ms: ms("pauses on the promise's clock"),
    due_at: moment("the earliest moment at which elapsed = target, pauses so far counted; NULL while paused or without calendar"),
    running_base_ms: ms(
      "while it runs: elapsed so far = clock(moment) − this; clock = calendar ms since 1970, or openBefore(calendar, moment)",
    ),
    paused_elapsed_ms: ms("while it is paused: elapsed so far"),
    calendar: code("the calendar in force"),
  },
} as const satisfies Table

export const reviews = {
  name: "reviews",
  means: "Each quality review of an agent's work.",
  row: "review",
  columns: {
    conversation: subject("the conversation or call"),
    ...dimensions,
    ...excluded,
    reviewed_at: moment("when"),
    questionnaire: code("which scorecard"),
    version: code("which version of it"),
    points: number("weighted points given, criteria that do not apply left out"),
    most_points: number("weighted points that could be given"),
    critical_error: boolean("a critical error was found"),
    reviewer: code("who reviewed"),
  },
} as const satisfies Table

export const sessions = {
  name: "sessions",
  means: "Each visit of the help centre.",
  row: "session",
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
  row: "search",
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
  row: "vote",
  columns: {
    session: subject("the visit"),
    customer: subject("the customer, where known"),
    excluded: code("why it is not counted"),
    voted_at: moment("when"),
    article: code("the article"),
    helpful: boolean("the vote"),
  },
} as const satisfies Table

export const experiences = {
  name: "experiences",
  means: "A customer's score before and after a service contact, paired.",
  row: "pair",
  columns: {
    conversation: subject("the contact"),
    ...dimensions,
    ...excluded,
    solved_at: moment("when it was solved"),
    survey: code("csat or nps"),
    before: number("the last score before it began"),
    before_at: moment("when that was given"),
    after: number("the first score after it was solved, of the same questionnaire"),
    after_at: moment("when that was given"),
    ...clocked("gap", "between the two"),
  },
} as const satisfies Table
