import { Fault } from "../../events/fault.ts"
import type { Cell, Cells } from "./cells.ts"
import type { Happening } from "./happenings.ts"
import type { RecipeField, TicketRecipe } from "./recipe.ts"

/** What is known when a ticket is opened. The agent is not: who has it at the end had it from some moment on that no column tells. */
const AT_OPENING = [
  "channel",
  "direction",
  "customer",
  "subject_line",
  "team",
  "brand",
  "priority",
  "type",
  "topic",
  "tags",
  "tier",
  "test",
] as const

/** One row of a ticket → what happened to it, or why the row cannot be read. */
export function ticketHappenings(recipe: TicketRecipe, cells: Cells, row: readonly string[]): Happening[] | Fault {
  const moments = readAll(recipe, cells, row)
  if (moments instanceof Fault) return moments
  const fields = readFields(cells, row, [...AT_OPENING, "agent"])
  if (fields instanceof Fault) return fields
  const attributes = cells.attributes(row)
  if (attributes instanceof Fault) return attributes
  if (moments.opened === null) return new Fault("is empty; a ticket without a beginning cannot be placed", recipe.moments.opened)
  return [
    ...opening(recipe, moments.opened, fields, attributes),
    ...happened("assigned", moments.assigned, "conversation.assigned", { agent: fields.agent, team: fields.team }),
    ...happened("first_reply", moments.first_reply, "message.sent", { author: "agent", public: true, agent: fields.agent }),
    ...solves(moments, fields.agent),
    ...happened("closed", moments.closed, "conversation.status_changed", { status: "closed" }),
  ]
}

type Moments = Readonly<Record<keyof TicketRecipe["moments"], number | null>>
type Fields = Readonly<Record<RecipeField, Cell | null>>

function opening(
  recipe: TicketRecipe,
  at: number,
  fields: Fields,
  attributes: Readonly<Record<string, string | number>>,
): Happening[] {
  const opened = {
    ...Object.fromEntries(AT_OPENING.map((name) => [name, fields[name]])),
    attributes,
  }
  // The customer's first message opens an inbound ticket; the wait for the reply starts with it.
  const asks = recipe.moments.first_reply !== undefined && fields.direction !== "outbound"
  return [
    ...happened("opened", at, "conversation.opened", opened),
    ...(asks ? happened("asked", at, "message.sent", { author: "customer", public: true }) : []),
  ]
}

/** A reopening means something only after a solve, so without the first solve it is left out; the last solve stands for itself. */
function solves({ first_solved, reopened, solved }: Moments, agent: Cell | null): Happening[] {
  const by = { author: agent === null ? null : "agent", agent }
  return [
    ...(reopened === null
      ? []
      : happened("first_solved", first_solved, "conversation.status_changed", { status: "solved", ...by })),
    ...(first_solved === null ? [] : happened("reopened", reopened, "conversation.status_changed", { status: "open" })),
    ...happened("solved", solved ?? (reopened === null ? first_solved : null), "conversation.status_changed", {
      status: "solved",
      ...by,
    }),
  ]
}

function happened(key: string, at: number | null, kind: Happening["kind"], fields: Happening["fields"]): Happening[] {
  return at === null ? [] : [{ key, at, kind, fields }]
}

function readAll(recipe: TicketRecipe, cells: Cells, row: readonly string[]): Moments | Fault {
  const moments: Record<string, number | null> = {
    opened: null,
    assigned: null,
    first_reply: null,
    first_solved: null,
    reopened: null,
    solved: null,
    closed: null,
  }
  for (const [name, column] of Object.entries(recipe.moments)) {
    const at = cells.moment(column, row)
    if (at instanceof Fault) return at
    moments[name] = at
  }
  // Every name stands in the literal above.
  return moments as Moments
}

export function readFields(cells: Cells, row: readonly string[], names: readonly RecipeField[]): Fields | Fault {
  const fields: Record<string, Cell | null> = {}
  for (const name of names) {
    const value = cells.field(name, row)
    if (value instanceof Fault) return value
    fields[name] = value
  }
  // Only the names asked for are read from it.
  return fields as Fields
}
