import { calendarProblems } from "./calendar/problems.ts"
import { commandsProblems } from "./commands/problems.ts"
import { connectorsProblems } from "./connectors/problems.ts"
import { demoProblems } from "./demo/problems.ts"
import { eventsProblems } from "./events/problems.ts"
import { httpProblems } from "./http/problems.ts"
import { metricsProblems } from "./metrics/problems.ts"
import { plumblineProblems } from "./plumbline/problems.ts"
import { queryProblems } from "./query/problems.ts"
import { stateProblems } from "./state/problems.ts"
import { storiesProblems } from "./stories/problems.ts"
import { warehouseProblems } from "./warehouse/problems.ts"

/**
 * Everything that can go wrong for a user, in one table: code, HTTP status, and the sentence that says what happened, where, and what
 * to do next. Each folder writes its own part of it.
 */
export const problems = {
  ...eventsProblems,
  ...calendarProblems,
  ...connectorsProblems,
  ...warehouseProblems,
  ...metricsProblems,
  ...queryProblems,
  ...storiesProblems,
  ...stateProblems,
  ...plumblineProblems,
  ...httpProblems,
  ...commandsProblems,
  ...demoProblems,
  "file.missing": {
    status: 404,
    say: (p: { file: string }) => `There is no file ${p.file}. Check the path; it is read from the folder you stand in.`,
  },
  "yaml.wrong": {
    status: 422,
    say: (p: { file: string; wrong: readonly string[] }) =>
      `${p.file} cannot be used. Mend this and try again:\n${p.wrong.map((line) => `  ${line}`).join("\n")}`,
  },
  "file.unreadable": {
    status: 422,
    say: (p: { file: string; detail: string }) => `${p.file} cannot be read: ${p.detail}`,
  },
} as const

export type ProblemCode = keyof typeof problems
export type Facts<Code extends ProblemCode> = Parameters<(typeof problems)[Code]["say"]>[0]
