import { conversation as c, movement as m } from "../columns.ts"
import { asOf, between, clocked, either, is, known, minus, openBefore, plus, when } from "../expression.ts"

export const opened = { basis: "created", column: c.counted_at } as const
export const solved = { basis: "solved", column: c.solved_at } as const
export const running = clocked(
  between(c.resolution_from_at, asOf),
  minus(openBefore(c.calendar, asOf), c.resolution_business_base_ms),
)
export const inThisStatus = clocked(between(c.status_at, asOf), minus(openBefore(c.calendar, asOf), c.status_business_base_ms))
export const waitingForCustomer = plus(
  clocked(c.pending_ms, c.pending_business_ms),
  when(is(c.status, "pending"), inThisStatus, 0),
)
/** Steps of what proved to be spam, was deleted or went into another one: the backlog alone counts them. */
export const removed = { removed: known(m.removed_as) } as const
/** Who solved it; for the unsolved, whose they are. */
export const solvers = { agent: either(c.solver, c.agent), team: either(c.solver_team, c.team) }
export const needs = ["conversation.opened", "conversation.status_changed"] as const
export const created = {
  means: "Counts conversations created in the period; the unsolved count as longer than their age.",
  at: opened,
} as const
export const business = { means: "In open hours.", clock: "business" } as const
export const statistic =
  "median (Kaplan–Meier where more than 5 % of a created cohort are open) and 90th percentile; order-statistic or log-log interval"
