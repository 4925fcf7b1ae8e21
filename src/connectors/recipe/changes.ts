import { Fault } from "../../events/fault.ts"
import type { SourceRow } from "../table/table.ts"
import type { Cell, Cells } from "./cells.ts"
import type { Happening, RowReject } from "./happenings.ts"
import { RECIPE_FIELDS, type ChangeRecipe, type RecipeField } from "./recipe.ts"
import { readFields } from "./tickets.ts"

/** What changes by `conversation.changed`; team and agent by an assignment, the status by itself. */
const CHANGING = ["priority", "type", "topic", "brand", "channel", "customer", "subject_line", "tier", "test"] as const
const DONE = new Set<unknown>(["solved", "closed"])
/** A first row in one of these states is how the ticket was opened. */
const BEGINNINGS = new Set<unknown>(["new", "open"])

/** One row, read: what is not said in it is null. */
interface State {
  readonly at: number
  readonly fields: Readonly<Record<RecipeField, Cell | null>>
  readonly attributes: Readonly<Record<string, string | number>>
  readonly opened: number | null
  readonly lastSolved: number | null
}

/** The rows of one ticket, in order → what happened to it. A row that cannot be read is rejected, the others stand. */
export function changeHappenings(
  recipe: ChangeRecipe,
  cells: Cells,
  rows: readonly SourceRow[],
  rejects: RowReject[],
): Happening[] {
  const states: State[] = []
  for (const row of rows) {
    const state = readState(recipe, cells, row.cells)
    if (state instanceof Fault) rejects.push({ row, column: state.field, reason: state.reason })
    else states.push(state)
  }
  const [first] = states
  return first ? [...openings(first), ...transitions(recipe, states)] : []
}

function readState(recipe: ChangeRecipe, cells: Cells, row: readonly string[]): State | Fault {
  const at = cells.moment(recipe.moments.row, row)
  if (at instanceof Fault) return at
  if (at === null) return new Fault("is empty; a change without its moment cannot be placed", recipe.moments.row)
  const opened = cells.moment(recipe.moments.opened, row)
  if (opened instanceof Fault) return opened
  const lastSolved = cells.moment(recipe.moments.last_solved, row)
  if (lastSolved instanceof Fault) return lastSolved
  const fields = readFields(cells, row, RECIPE_FIELDS)
  if (fields instanceof Fault) return fields
  const attributes = cells.attributes(row)
  if (attributes instanceof Fault) return attributes
  return { at, fields, attributes, opened, lastSolved }
}

/** The first row tells how the ticket was when it was opened, unless it had been solved or was waiting by then. */
function openings(first: State): Happening[] {
  const { status, agent, ...rest } = first.fields
  const begun = BEGINNINGS.has(status) ? { status } : {}
  const held = isLate(first) ? {} : { agent }
  const fields = { ...rest, ...begun, ...held, attributes: first.attributes }
  return [{ key: "opened", at: first.opened ?? first.at, kind: "conversation.opened", fields }]
}

/** The first row was written after the opening: who had the ticket then, had it from then on. */
function isLate({ opened, at }: State): boolean {
  return opened !== null && at > opened
}

/** What is known of the ticket after the rows so far. */
interface Known {
  fields: Record<string, Cell | null>
  attributes: Record<string, string | number>
  readonly counts: Map<string, number>
}

function transitions(recipe: ChangeRecipe, states: readonly State[]): Happening[] {
  const first = states[0]!
  const status = BEGINNINGS.has(first.fields.status) ? first.fields.status : "new"
  const agent = isLate(first) ? null : first.fields.agent
  const known: Known = { fields: { ...first.fields, status, agent }, attributes: { ...first.attributes }, counts: new Map() }
  const last = lastSolve(states, status)
  const happenings = states.flatMap((state, index) => [
    ...assigned(state, known),
    ...changed(state, known),
    ...entered(recipe, state, known, index === last),
  ])
  const cut = last === -1 ? states.at(-1)!.lastSolved : null
  // The log ends before the solve that its own column tells of.
  if (cut !== null) happenings.push(statusHappening(known, cut, { status: "solved" }))
  return happenings
}

/** The row with which the ticket was solved for the last time; -1 if it never was, or was opened again. */
function lastSolve(states: readonly State[], begun: Cell | null): number {
  let [last, status] = [-1, begun]
  for (const [index, { fields }] of states.entries()) {
    if (fields.status === null) continue
    if (!DONE.has(fields.status)) last = -1
    else if (!DONE.has(status)) last = index
    status = fields.status
  }
  return last
}

function assigned({ at, fields }: State, known: Known): Happening[] {
  const { agent, team } = fields
  const teamMoved = team !== null && team !== known.fields["team"]
  if (agent === known.fields["agent"] && !teamMoved) return []
  known.fields["agent"] = agent
  known.fields["team"] = team ?? known.fields["team"]!
  // An assignment that names neither takes the ticket from its agent, so the team is named only where it is another.
  return [
    { key: numbered(known, "assigned"), at, kind: "conversation.assigned", fields: { agent, team: teamMoved ? team : null } },
  ]
}

function changed({ at, fields, attributes }: State, known: Known): Happening[] {
  const names = CHANGING.filter((name) => fields[name] !== null && fields[name] !== known.fields[name])
  const moved = Object.entries(attributes).filter(([name, text]) => known.attributes[name] !== text)
  if (names.length === 0 && moved.length === 0) return []
  for (const name of names) known.fields[name] = fields[name]
  for (const [name, text] of moved) known.attributes[name] = text
  const now = Object.fromEntries(names.map((name) => [name, fields[name]]))
  return [
    {
      key: numbered(known, "changed"),
      at,
      kind: "conversation.changed",
      fields: { ...now, attributes: Object.fromEntries(moved) },
    },
  ]
}

function entered(recipe: ChangeRecipe, { at, fields, lastSolved }: State, known: Known, isLastSolve: boolean): Happening[] {
  const { status } = fields
  if (status === null || status === known.fields["status"]) return []
  const unsolved =
    isLastSolve &&
    lastSolved === null &&
    recipe.moments.last_solved !== undefined &&
    recipe.without_last_solved === "closed unsolved"
  if (unsolved) {
    // What closes it later says nothing new.
    known.fields["status"] = "closed"
    return [statusHappening(known, at, { status: "closed", solved: false })]
  }
  if (status === "solved" && known.fields["status"] === "closed") return []
  const solves = DONE.has(status) && !DONE.has(known.fields["status"])
  known.fields["status"] = status
  const by = solves && fields.agent !== null ? { author: "agent", agent: fields.agent, team: fields.team } : {}
  return [statusHappening(known, isLastSolve ? (lastSolved ?? at) : at, { status, ...by })]
}

function statusHappening(known: Known, at: number, fields: Happening["fields"]): Happening {
  return { key: numbered(known, "status"), at, kind: "conversation.status_changed", fields }
}

/** The how-many-th of its kind: the same when a longer extract of the same log is read. */
function numbered({ counts }: Known, kind: string): string {
  const count = (counts.get(kind) ?? 0) + 1
  counts.set(kind, count)
  return `${kind}:${count}`
}
