import { boolean, code, count, dimensions, excluded, moment, subject, type Table } from "./column.ts"

const next = {
  next_at: moment("when the customer next turned to us"),
  next_same_topic_at: moment("the same, about the same topic as far as it is known of both"),
} as const

export const contacts = {
  name: "contacts",
  means:
    "Each time a customer turned to us: a turn of messages, or an inbound call. What is written during a call is that call's.",
  rows: "contacts",
  labelledBy: "conversation",
  columns: {
    conversation: subject("the conversation; NULL for a call that belongs to none"),
    call: subject("the call; NULL for a turn"),
    ...dimensions,
    ...excluded,
    contact: code("turn, call, or ivr_only for a call that never left the menu"),
    at: moment("when it began; for a call, when it entered the first queue"),
    handled_by: code("agent or bot; NULL where nobody took part"),
    starts: boolean("the customer came with it: a call, a conversation's first turn, or one that reopened a solved conversation"),
    ended_at: moment("for one that starts: when the call ended or the conversation was next solved; NULL while it lasts"),
    ...next,
  },
} as const satisfies Table

export const resolutions = {
  name: "resolutions",
  means: "Each conversation's first solve, and whether the customer came back.",
  rows: "conversations",
  labelledBy: "conversation",
  columns: {
    conversation: subject("the conversation"),
    ...dimensions,
    ...excluded,
    solved_at: moment("when it was first solved"),
    bot_only: boolean("a bot wrote and no person took part"),
    reply_messages: count("human public messages after the start of the response clock"),
    customer_messages_after_first: count("customer messages after the first turn"),
    participants: count("distinct human agents who wrote in public or solved"),
    solves: count("times it was solved"),
    escalations: count("moves to a higher tier, manager or engineering"),
    hand_overs: count("changes of human assignee"),
    reopened_at: moment("when it was first reopened"),
    ...next,
    next_related_at: moment("the same, about the same topic or one that follows from it by the settings"),
  },
} as const satisfies Table
