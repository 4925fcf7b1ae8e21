import { boolean, code, moment, subject, type Table } from "./column.ts"

export const workingTimes = {
  name: "working_times",
  means: "Each stretch of a person's time with one plan and one presence; none of time that was neither planned nor worked.",
  row: "stretch of working time",
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
