/**
 * The tables the fold writes and the questions read. Data, so that they can be created on any engine, printed and documented.
 *
 * code     INTEGER, a word of the dictionary (`words`)
 * subject  INTEGER, a subject of the dictionary (`subjects`)
 * moment   BIGINT, UTC microseconds since 1970
 * ms       BIGINT, milliseconds
 * count    INTEGER
 * boolean, number (DOUBLE), codes (INTEGER[]), texts (MAP of VARCHAR to VARCHAR)
 *
 * NULL is "we looked, there is none". A duration has two clocks: `x_ms` on the calendar, `x_business_ms` in open hours; the latter
 * is NULL where no calendar applies. What still runs is known by its start: `x_from_at`, and for open hours `x_business_base_ms`,
 * the number that makes "open milliseconds so far" = openBefore(calendar, moment) − base.
 */
export type ColumnType = "code" | "subject" | "moment" | "ms" | "count" | "boolean" | "number" | "codes" | "texts"

export interface Column {
  readonly type: ColumnType
  readonly means: string
}

export interface Table {
  readonly name: string
  readonly means: string
  /** One row is one of these. */
  readonly row: string
  readonly columns: Readonly<Record<string, Column>>
}

const column =
  (type: ColumnType) =>
  (means: string): Column => ({ type, means })
const code = column("code")
const subject = column("subject")
const moment = column("moment")
const ms = column("ms")
const count = column("count")
const boolean = column("boolean")
const number = column("number")
const codes = column("codes")
const texts = column("texts")

/** What every row about a conversation can be split and filtered by, as of the row's own moment where that differs. */
const dimensions = {
  customer: subject("the customer"),
  channel: code("channel of the first customer message"),
  direction: code("inbound or outbound"),
  team: code("team"),
  agent: code("agent"),
  brand: code("brand"),
  priority: code("priority"),
  type: code("type"),
  topic: code("topic"),
  tags: codes("tags"),
  attributes: texts("the source's own fields, and the customer's as `customer.…`"),
} as const

/** Why a conversation is never counted; NULL for a valid one. */
const excluded = { excluded: code("why it is not counted: spam, deleted, test, merged, backfill; NULL for a valid one") } as const

const clocked = (name: string, means: string) => ({
  [`${name}_ms`]: ms(means),
  [`${name}_business_ms`]: ms(`${means}, in open hours`),
})

export const conversations: Table = {
  name: "conversations",
  means: "Each conversation's story, told as one row.",
  row: "conversation",
  columns: {
    conversation: subject("the conversation"),
    ...dimensions,
    ...excluded,
    opened_at: moment("when it was created; the earliest of those merged into it"),
    counted_at: moment("when it counts as a contact: created if inbound, first customer message if outbound; NULL while an outbound one is unanswered"),
    clock_at: moment("the first customer message, where the response clock starts; NULL if the customer never wrote"),
    calendar: code("the calendar in force for it now"),
    first_reply_at: moment("the first human public reply after the clock start (or after the reopening of a bot-only resolution)"),
    first_reply_from_at: moment("where that clock started"),
    ...clocked("first_reply", "wait for the first human reply"),
    first_reply_business_base_ms: ms("while it still runs: see above"),
    handed_off_at: moment("when the bot first gave it to people"),
    ...clocked("first_reply_since_handoff", "wait for the first human reply since the hand-off"),
    unreplied_end_at: moment("when it left without a reply: solved, closed, merged, spam or deleted; NULL if replied or still waiting"),
    second_agent_message_at: moment("for the Zendesk rule on outbound conversations"),
    first_reply_agent: code("who sent the first reply"),
    first_reply_team: code("that agent's team then"),
    status: code("its status now"),
    status_at: moment("when it entered it"),
    status_business_base_ms: ms("while it still runs: see above"),
    first_solved_at: moment("first solve"),
    ...clocked("first_solve", "from creation to the first solve"),
    first_solver: code("who solved it first"),
    solved_at: moment("last solve, NULL unless it is solved or closed now"),
    ...clocked("resolution", "from creation to the last solve"),
    resolution_business_base_ms: ms("while it still runs: see above"),
    solver: code("who solved it last"),
    solver_team: code("that agent's team then"),
    solved_by: code("agent, customer, bot, auto or system: who made the last solve"),
    ended_at: moment("when it left for good without being solved: merged, spam, deleted; NULL otherwise"),
    ...clocked("new", "total time new, up to the last solve or the last change"),
    ...clocked("opened", "total time open"),
    ...clocked("pending", "total time waiting for the customer"),
    ...clocked("on_hold", "total time waiting for a third party"),
    assigned_at: moment("first human assignee"),
    ...clocked("assignment", "from creation to the first human assignee"),
    ...clocked("unassigned", "total time without a human assignee, up to the last solve or the last change"),
    unassigned_since_at: moment("since when it has had no human assignee, NULL if it has one or is solved"),
    replies: count("human public turns: a burst is one"),
    replies_at_first_solve: count("human public messages up to the first solve"),
    agent_messages: count("human public messages"),
    customer_messages: count("customer messages"),
    customer_turns: count("customer turns: a burst is one"),
    customer_messages_after_first: count("customer messages after the first turn"),
    bot_messages: count("bot messages"),
    notes: count("internal notes"),
    auto_replies: count("public automatic messages"),
    participants: count("distinct human agents who wrote in public or solved"),
    solves: count("times it was solved"),
    reopens: count("times it was reopened after a solve"),
    first_reopened_at: moment("first reopening after the first solve"),
    last_reopened_at: moment("last reopening"),
    hand_overs: count("changes of human assignee"),
    team_changes: count("changes of team"),
    escalations: count("moves to a higher tier, manager or engineering"),
    escalated_at: moment("first escalation"),
    first_tier: count("tier it started in"),
    tier: count("tier it is in"),
    handle_ms: ms("time logged by agents"),
    bot_at: moment("first bot message"),
    human_at: moment("first human public message or assignment"),
    customer_after_bot: boolean("the customer wrote after the bot's first message"),
    merged_into: subject("the conversation it went into"),
    merged_from: count("conversations merged into it"),
    automatic_close: boolean("its last solve was automatic, for inactivity"),
  },
}

export const waits: Table = {
  name: "waits",
  means: "Each time a customer waited for a person: from the first unanswered message to the reply, or to the end without one.",
  row: "wait",
  columns: {
    conversation: subject("the conversation"),
    turn: count("which wait of the conversation, from 1"),
    ...dimensions,
    ...excluded,
    from_at: moment("the first unanswered customer message"),
    replied_at: moment("the human reply that ended it; NULL if none did"),
    ended_at: moment("when it ended without a reply: solved, merged, spam, deleted; NULL if replied or still running"),
    ...clocked("wait", "how long the customer waited; NULL unless replied"),
    ended_ms: ms("from the start to the end without a reply"),
    calendar: code("the calendar in force"),
    wait_business_base_ms: ms("while it still runs: see above"),
    ended_business_ms: ms("from the start to the end without a reply, in open hours"),
  },
}

export const movements: Table = {
  name: "movements",
  means: "Every step into and out of the backlog.",
  row: "movement",
  columns: {
    conversation: subject("the conversation"),
    at: moment("when"),
    movement: code("created, solved, reopened, removed"),
    ordinal: count("the how-many-th of its kind in the conversation, from 1"),
    last: boolean("the last of its kind so far"),
    next_reopened_at: moment("for a solve: when it was next reopened"),
    by: code("agent, customer, bot, auto or system"),
    ...dimensions,
    ...excluded,
  },
}

export const spans: Table = {
  name: "spans",
  means: "Every stretch of time with a state: the backlog of a moment is the spans that cover it.",
  row: "span",
  columns: {
    subject: subject("the conversation, call, agent or subscription"),
    span: code("unsolved, new, open, pending, on_hold, unassigned, assigned, first_wait, next_wait, ivr, queue, ring, talk, hold, wrap, shift, available, busy, break, training, meeting, offline, employed, subscribed"),
    from_at: moment("when it began"),
    to_at: moment("when it ended; NULL while it lasts"),
    ...clocked("span", "how long; NULL while it lasts"),
    opened_at: moment("for a conversation: when it was created"),
    opened_business_base_ms: ms("open milliseconds since creation at a moment = openBefore(calendar, moment) − this"),
    calendar: code("the calendar in force"),
    value: number("for `subscribed`: monthly recurring revenue"),
    paid: boolean("for `shift`: it is paid"),
    ...dimensions,
    ...excluded,
  },
}

export const calls: Table = {
  name: "calls",
  means: "Each call from the caller's side.",
  row: "call",
  columns: {
    call: subject("the call"),
    conversation: subject("the conversation it belongs to"),
    ...dimensions,
    ...excluded,
    started_at: moment("when it began"),
    offered_at: moment("when it entered the first queue; NULL if it never left the menu"),
    queue: code("the first queue"),
    outcome: code("answered, abandoned, callback, voicemail, flowed_out, ivr_only, no_answer, waiting"),
    answered_at: moment("when an agent first answered"),
    left_queue_at: moment("when waiting ended: answered, abandoned, callback, voicemail, flowed out"),
    wait_ms: ms("from entering the queue to the answer or the end of waiting, all queues summed"),
    first_wait_ms: ms("the same in the first queue alone"),
    talk_ms: ms("talk of all legs"),
    hold_ms: ms("hold of all legs"),
    wrap_ms: ms("after-call work of all legs"),
    handle_ms: ms("talk + hold + after-call work of all legs; NULL if not handled"),
    ended_at: moment("when the last leg ended"),
    legs: count("agent legs that were answered"),
    rings: count("times it was presented to an agent"),
    missed_rings: count("presentations nobody answered"),
    transfers: count("hand-overs between agents or teams"),
    called_back_at: moment("when the caller was called back"),
  },
}

export const legs: Table = {
  name: "legs",
  means: "Each answered part of a call with one agent, and each queue wait before it.",
  row: "leg",
  columns: {
    call: subject("the call"),
    leg: count("which leg, from 1"),
    conversation: subject("the conversation it belongs to"),
    ...dimensions,
    ...excluded,
    queue: code("the queue"),
    offered_at: moment("when it entered the queue"),
    answered_at: moment("when the agent answered"),
    outcome: code("answered, abandoned, callback, voicemail, flowed_out, missed, waiting"),
    wait_ms: ms("queue and ring before the answer or the end of waiting"),
    talk_ms: ms("talk"),
    hold_ms: ms("hold"),
    wrap_ms: ms("after-call work"),
    handle_ms: ms("talk + hold + after-call work"),
    ended_at: moment("when it ended, after-call work included"),
  },
}

export const ratings: Table = {
  name: "ratings",
  means: "Each invitation to a survey and what became of it.",
  row: "survey",
  columns: {
    invitation: subject("the survey"),
    conversation: subject("the conversation it is about"),
    ...dimensions,
    ...excluded,
    survey: code("csat, nps, ces1, ces2, fcr, custom"),
    questionnaire: code("which questionnaire"),
    version: code("which version of it"),
    relational: boolean("about the relation as a whole"),
    sent_at: moment("when it was sent"),
    answered_at: moment("when it was answered (the last answer within the edit window)"),
    bounced_at: moment("when it came back undelivered"),
    score: number("the score; NULL if not answered or not valid"),
    scale_min: number("the lowest score that could be given"),
    scale_max: number("the highest score that could be given"),
    invalid: code("why an answer is not counted: out_of_range, not_whole, test, by_agent, wrong_scale"),
    commented: boolean("there is a comment"),
    conversation_solved_at: moment("when the conversation was solved"),
    followed_up_at: moment("the first human public message to the customer after the answer"),
    agents: codes("the agents at the time of sending"),
  },
}

export const tables: readonly Table[] = [conversations, waits, movements, spans, calls, legs, ratings]
