import { boolean, code, moment, subject, type Table } from "./column.ts"

export const workingTimes = {
  name: "working_times",
  means: "Each stretch of a person's time with one plan and one presence; none of time that was neither planned nor worked.",
  rows: "working times",
  columns: {
    subject: subject("the agent"),
    agent: code("the agent"),
    team: code("the team then, as the presence says, else the plan, else the employment"),
    from_at: moment("since"),
    to_at: moment("until; NULL while it lasts"),
    presence: code("available, busy, break, training, meeting, offline; NULL before the first is known and after leaving"),
    on_queue: boolean("contacts were offered; NULL where nobody said"),
    activity: code("what it was planned for; NULL if it was not planned or nobody said for what"),
    planned: boolean("it was planned"),
    paid: boolean("it was planned as paid, as all plans are that do not say"),
  },
} as const satisfies Table

/** Beyond all moments. */
const NEVER = 9_000_000_000_000_000

export const chats = {
  name: "chats",
  means: "Each stretch of time in which a person had a chat that was new or open and not idle.",
  rows: "chats",
  columns: {
    conversation: subject("the chat"),
    agent: code("whose it was"),
    team: code("the team then"),
    from_at: moment("since"),
    to_at: moment("until; NULL while it lasts"),
    first_from_at: moment(
      "from when on no chat of the person that began before lasts any more; after the end where one outlasts it",
    ),
  },
  // One chat more or less changes what others of the person are worth, so nothing of it is kept.
  view: (schema, words) => {
    const is = (column: string, ...of: readonly string[]) =>
      `${column} IN (SELECT code FROM ${words} WHERE word IN (${of.map((word) => `'${word}'`).join(", ")}))`
    return `SELECT subject AS conversation, agent, team, from_at, to_at,
  greatest(from_at, coalesce(max(coalesce(to_at, ${NEVER})) OVER earlier, from_at)) AS first_from_at
FROM ${schema}.spans
WHERE ${is("span", "chat")} AND ${is("channel", "chat")} AND excluded IS NULL
WINDOW earlier AS (PARTITION BY agent ORDER BY from_at, subject ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
  },
} as const satisfies Table
