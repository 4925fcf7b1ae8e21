import { boolean, code, subject, type Table } from "./column.ts"

/** The columns that name agents, and those that name teams: whoever is known by several names stands there by one of them. */
export const [AGENTS, TEAMS]: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  new Set(["agent", "agents", "first_reply_agent", "first_solver", "solver"]),
  new Set(["team", "last_team", "first_reply_team", "solver_team"]),
]

export const staffNames = {
  name: "staff_names",
  means: "The names of agents and teams that stand in no row, as they are known by another one too.",
  rows: "names",
  columns: {
    other_name: code("the name that stands in no row"),
    name: code("the one that does"),
    of_team: boolean("whether a team is meant, else an agent"),
  },
} as const satisfies Table

export const customerNames = {
  name: "customer_names",
  means: "The names of customers that stand in no row, as they are known by another one too.",
  rows: "names",
  columns: {
    other_name: subject("the name that stands in no row"),
    name: subject("the one that does"),
  },
} as const satisfies Table

export const displayNames = {
  name: "display_names",
  means: "What people know agents and teams by, where a source said so.",
  rows: "names",
  columns: {
    name: code("the name that stands in rows"),
    shown: code("the one people know"),
    of_team: boolean("whether a team is meant, else an agent"),
  },
} as const satisfies Table
