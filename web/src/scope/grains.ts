import type { Grain } from "../../../src/query/question.ts"

export const GRAIN_TITLES: Readonly<Partial<Record<Grain, string>>> = {
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
}
