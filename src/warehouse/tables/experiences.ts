import { code, moment, number, subject, texts, type Table } from "./column.ts"

export const experiences = {
  name: "experiences",
  means:
    "Two answers of a customer to the same questionnaire, one after the other, with a conversation between them that began after the first and was solved before the second.",
  rows: "pairs of answers",
  columns: {
    conversation: subject("the conversation between them, the one solved last of several"),
    customer: subject("the customer"),
    attributes: texts("the conversation's own fields"),
    channel: code("channel of the conversation"),
    team: code("team that solved it"),
    agent: code("who solved it"),
    topic: code("topic of the conversation"),
    survey: code("csat, nps, ces1, ces2, fcr, custom"),
    questionnaire: code("which questionnaire"),
    after_at: moment("when the second answer was given"),
    after: number("its score"),
    before_at: moment("when the first answer was given"),
    before: number("its score"),
    solved_at: moment("when the conversation was first solved"),
  },
} as const satisfies Table
