import { boolean, code, moment, number, subject, type Table } from "./column.ts"

const reviewed = {
  subject: subject("the conversation or call"),
  conversation: subject("the conversation, or the one the call belongs to"),
  agent: code("whose work it was"),
  team: code("the team then"),
  channel: code("channel of the conversation or call"),
  questionnaire: code("by which list of criteria"),
  version: code("which version of it"),
  reviewed_at: moment("when it was reviewed"),
} as const

export const reviews = {
  name: "reviews",
  means: "Each review of an agent's work.",
  rows: "reviews",
  columns: {
    ...reviewed,
    points: number("Σ weight · points of the criteria that apply; NULL where none was scored"),
    most: number("Σ weight · the most points of the same criteria"),
    critical: boolean("a critical error was found; NULL where nobody said"),
  },
} as const satisfies Table

export const reviewCriteria = {
  name: "review_criteria",
  means: "Each criterion that was scored in a review.",
  rows: "scored criteria",
  columns: {
    ...reviewed,
    criterion: code("which"),
    points: number("weight · points"),
    most: number("weight · the most points"),
  },
} as const satisfies Table
