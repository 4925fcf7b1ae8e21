import { RECIPE_FIELDS, type RecipeField } from "../recipe/recipe.ts"

/** What helpdesks call things, most usual first. A proposal made from a name says so, for names can mislead. */
const CALLED = {
  ticket: [
    "ticket id",
    "ticket number",
    "ticket",
    "number",
    "case number",
    "case id",
    "issue key",
    "key",
    "conversation id",
    "incident id",
    "id",
  ],
  opened: [
    "opened at",
    "opened",
    "created at",
    "created",
    "created time",
    "date created",
    "creation date",
    "create time",
    "submitted at",
    "submitted",
  ],
  assigned: ["assigned at", "first assigned at", "initially assigned at"],
  first_reply: [
    "first reply at",
    "first replied at",
    "first response at",
    "first responded at",
    "first reply",
    "first response",
    "first response time",
    "first admin reply at",
  ],
  first_solved: ["first solved at", "first resolved at", "initially solved at"],
  reopened: ["reopened at", "last reopened at"],
  solved: ["solved at", "resolved at", "solved", "resolved", "resolution date", "resolved time", "completed at"],
  closed: ["closed at", "closed", "closed time", "date closed", "last closed at", "last close at"],
  row: [
    "sys updated at",
    "updated at",
    "changed at",
    "modified at",
    "updated",
    "changed",
    "timestamp",
    "event time",
    "time",
    "date",
  ],
} as const satisfies Record<string, readonly string[]>
export type Role = keyof typeof CALLED

const FIELDS_CALLED: Readonly<Partial<Record<RecipeField, readonly string[]>>> = {
  channel: ["channel", "via", "source", "contact type", "origin"],
  customer: [
    "customer id",
    "requester id",
    "requester email",
    "requester",
    "customer",
    "customer email",
    "contact",
    "caller id",
    "caller",
    "end user",
  ],
  subject_line: ["subject", "subject line", "title", "short description", "summary"],
  team: ["team", "group", "assignment group", "department", "queue"],
  agent: ["agent", "assignee", "assigned to", "owner", "agent name"],
  brand: ["brand"],
  priority: ["priority"],
  type: ["type", "ticket type", "issue type"],
  topic: ["topic", "category", "contact reason", "reason"],
  tags: ["tags", "labels"],
  status: ["status", "state", "incident state", "ticket status"],
}

const STATUS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(new|unassigned|submitted)$/, "new"],
  [/^(open|active|in progress|assigned|work in progress|reopened)$/, "open"],
  [/^(pending|(awaiting|waiting (for|on)) (user|customer|requester|reply)( info)?)$/, "pending"],
  [/^(hold|on hold|(awaiting|waiting (for|on)) (vendor|third party|3rd party|problem))$/, "on_hold"],
  [/^(solved|resolved|done|completed)$/, "solved"],
  [/^closed$/, "closed"],
]

export function columnFor(role: Role, columns: readonly string[]): string | undefined {
  return find(CALLED[role], columns) ?? (role === "ticket" ? undefined : find(CALLED[role], columns, lastPart))
}

export function fieldColumns(columns: readonly string[]): readonly (readonly [RecipeField, string])[] {
  return RECIPE_FIELDS.flatMap((field) => {
    const column = find(FIELDS_CALLED[field] ?? [], columns)
    return column === undefined ? [] : [[field, column] as const]
  })
}

/** Our word for a status of theirs, where there is little doubt. */
export function statusFor(word: string): string | undefined {
  return STATUS_WORDS.find(([pattern]) => pattern.test(plain(word)))?.[1]
}

function find(
  names: readonly string[],
  columns: readonly string[],
  called: (column: string) => string = (column) => column,
): string | undefined {
  for (const name of names) {
    const column = columns.find((candidate) => plain(called(candidate)) === name)
    if (column !== undefined) return column
  }
  return undefined
}

/** Of `statistics.first_admin_reply_at`, what it is called there. */
const lastPart = (column: string): string => column.slice(column.lastIndexOf(".") + 1)

/** `Created-At` and `createdAt` are `created at`. */
function plain(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()
}
