import {
  calls,
  costs,
  customers,
  disputes,
  employees,
  issues,
  quietTimes,
  orders,
  revenue,
  searches,
  sessions,
  votes,
  type Column,
  contacts,
  conversations,
  legs,
  movements,
  promises,
  promiseStretches,
  ratings,
  resolutions,
  spans,
  waits,
  experiences,
  reviewCriteria,
  reviews,
  chats,
  sourceCounts,
  workingTimes,
} from "../warehouse/tables.ts"
import type { ColumnTerm } from "./expression.ts"

type Terms<Columns> = { readonly [Name in keyof Columns]: Columns[Name] extends Column<infer Type> ? ColumnTerm<Type> : never }

/** The columns of each table as terms: `conversation.opened_at` completes, and a misspelt one does not compile. */
export const conversation = termsFor(conversations.columns)
export const wait = termsFor(waits.columns)
export const movement = termsFor(movements.columns)
export const span = termsFor(spans.columns)
export const call = termsFor(calls.columns)
export const leg = termsFor(legs.columns)
export const contact = termsFor(contacts.columns)
export const resolution = termsFor(resolutions.columns)
export const promise = termsFor(promises.columns)
export const promiseStretch = termsFor(promiseStretches.columns)
export const rating = termsFor(ratings.columns)
export const person = termsFor(customers.columns)
export const stretch = termsFor(revenue.columns)
export const order = termsFor(orders.columns)
export const dispute = termsFor(disputes.columns)
export const cost = termsFor(costs.columns)
export const employment = termsFor(employees.columns)
export const chat = termsFor(chats.columns)
export const review = termsFor(reviews.columns)
export const criterion = termsFor(reviewCriteria.columns)
export const experience = termsFor(experiences.columns)
export const sourceCount = termsFor(sourceCounts.columns)
export const work = termsFor(workingTimes.columns)
export const issue = termsFor(issues.columns)
export const quiet = termsFor(quietTimes.columns)
export const session = termsFor(sessions.columns)
export const search = termsFor(searches.columns)
export const vote = termsFor(votes.columns)

function termsFor<Columns extends Readonly<Record<string, Column>>>(columns: Columns): Terms<Columns> {
  const terms = Object.entries(columns).map(([name, { type }]) => [name, { kind: "column", name, type }])
  // Each name keeps its own type; the compiler loses the pairing in `entries`.
  return Object.freeze(Object.fromEntries(terms)) as Terms<Columns>
}
