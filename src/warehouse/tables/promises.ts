import { boolean, code, count, dimensions, excluded, moment, ms, subject, type Table } from "./column.ts"

export const promises = {
  name: "promises",
  means: "Each service-level promise whose clock started: what was promised, by when, and what became of it.",
  rows: "promises",
  labelledBy: "conversation",
  columns: {
    conversation: subject("the conversation"),
    promise: code("first_response, next_response (one row a wait), resolution, requester_wait"),
    turn: count("for next_response: which wait of the conversation; else 1"),
    ...dimensions,
    ...excluded,
    from_at: moment("when its clock started"),
    policy: code("the policy that makes it"),
    clock: code("calendar or business"),
    promised_at: moment("when the policy that holds began to apply"),
    target_ms: ms("the promised time"),
    due_at: moment(
      "the earliest moment at which the promised time is used up, stand-stills so far counted; NULL while it stands still; where no calendar measures it, the moment from which none does",
    ),
    late_at: moment("the first moment at which more is used up, if nothing stops it before; NULL if it was met in time"),
    met_at: moment("when it was fulfilled, in time or late: the reply, or the last solve"),
    ended_at: moment("when it ended without: solved or closed without a reply, merged, spam, deleted"),
    elapsed_ms: ms("what was used up on its own clock; NULL while the clock runs, or where no calendar measures it"),
    no_calendar_at: moment("on business hours: from when on no calendar is in force; NULL if there is one all along"),
    speaks_for_all: boolean("of a conversation's promises the one that is due last"),
    all_met_at: moment("where it speaks for all: when the last of them was fulfilled; NULL if one is not"),
    any_late_at: moment("where it speaks for all: the first moment at which one of them is late"),
  },
} as const satisfies Table

export const promiseStretches = {
  name: "promise_stretches",
  means:
    "Each stretch of time in which a promise ran and stood in one way: with one due time, or with its clock still. The running promises of a moment are the stretches that cover it.",
  rows: "promises",
  labelledBy: "conversation",
  columns: {
    conversation: subject("the conversation"),
    promise: code("first_response, next_response, resolution, requester_wait"),
    turn: count("for next_response: which wait of the conversation; else 1"),
    ...dimensions,
    ...excluded,
    from_at: moment("since when it stood so"),
    to_at: moment("until when: something changed it, fulfilled it or ended it; NULL while it lasts"),
    started_at: moment("when its clock started"),
    policy: code("the policy that made it then"),
    clock: code("calendar or business"),
    target_ms: ms("the time promised then"),
    due_at: moment("when it was due, as it stood then; NULL while its clock stood still"),
    late_at: moment("the first moment at which more was used up, as it stood then"),
    stands_still: boolean("its clock stood still"),
    left_ms: ms("what was left of the promised time while its clock stood still, less than nothing where it was late; else NULL"),
  },
} as const satisfies Table
