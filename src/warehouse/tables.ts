import { calls, legs, ratings } from "./tables/calls-and-ratings.ts"
import type { Table } from "./tables/column.ts"
import { contacts, resolutions } from "./tables/contacts.ts"
import { conversations, movements, spans, waits } from "./tables/conversations.ts"
import { experiences } from "./tables/experiences.ts"
import { searches, sessions, votes } from "./tables/help-centre.ts"
import { issues, quietTimes } from "./tables/issues.ts"
import { promises, promiseStretches } from "./tables/promises.ts"
import { problems } from "./tables/oddities.ts"
import { AGENTS, customerNames, displayNames, staffNames, TEAMS } from "./tables/other-names.ts"
import { costs, customers, disputes, employees, orders, revenue } from "./tables/people-and-money.ts"
import { reviewCriteria, reviews } from "./tables/quality.ts"
import { sourceCounts } from "./tables/source-counts.ts"
import { chats, workingTimes } from "./tables/workforce.ts"

export type { Column, ColumnType, Table } from "./tables/column.ts"
export {
  calls,
  contacts,
  conversations,
  legs,
  movements,
  problems,
  promises,
  promiseStretches,
  ratings,
  resolutions,
  spans,
  waits,
}
export { costs, customers, disputes, employees, issues, orders, revenue, searches, sessions, votes }
export { AGENTS, TEAMS }
export {
  chats,
  customerNames,
  displayNames,
  experiences,
  quietTimes,
  reviewCriteria,
  reviews,
  sourceCounts,
  staffNames,
  workingTimes,
}

/** What a second step makes of contacts, customers, money and people, whole each time. */
export const customerTables: readonly Table[] = [
  contacts,
  resolutions,
  customers,
  revenue,
  orders,
  disputes,
  costs,
  employees,
  issues,
  quietTimes,
  sessions,
  searches,
  votes,
  reviews,
  reviewCriteria,
  experiences,
  sourceCounts,
]

/** The tables a fold writes. */
export const storedTables: readonly Table[] = [
  conversations,
  waits,
  movements,
  spans,
  promises,
  promiseStretches,
  calls,
  legs,
  ratings,
  problems,
  staffNames,
  customerNames,
  displayNames,
  workingTimes,
  ...customerTables,
]

/** All that can be asked about: those, and what is looked up in them. */
export const tables: readonly Table[] = [...storedTables, chats]
