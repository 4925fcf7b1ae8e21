import { isScalar, LineCounter, parseDocument, visit } from "yaml"
import { z } from "zod"
import { ZoneName } from "../../calendar/written.ts"
import { fields, type FieldName } from "../../events/fields.ts"
import { Problem } from "../../problem.ts"
import { readYaml, type Path } from "../../yaml.ts"
import { dateFormat, type DateFormat } from "../table/date-format.ts"
import { ENCODINGS } from "../table/open-text.ts"
import { FORMATS } from "../table/table.ts"

/** Stands where a person has to decide before the recipe runs. */
export const UNDECIDED = "???"

const SHAPES = ["one row per ticket", "one row per change"] as const

/** What a recipe may say about a conversation, from columns or as a constant. */
export const RECIPE_FIELDS = [
  "channel",
  "direction",
  "customer",
  "subject_line",
  "team",
  "agent",
  "brand",
  "priority",
  "type",
  "topic",
  "tags",
  "tier",
  "status",
  "test",
] as const satisfies readonly FieldName[]
export type RecipeField = (typeof RECIPE_FIELDS)[number]

/** Order of day and month, of those formats that could be taken for each other. */
const ORDERS = [/^D.*M{1,2}(?!M)/, /^M{1,2}(?!M).*D/]

const Column = z.string().min(1)

const DateFormats = z.union([z.string(), z.array(z.string()).min(1)]).transform((given, context): DateFormat[] => {
  const texts = typeof given === "string" ? [given] : given
  if (ORDERS.every((order) => texts.some((text) => order.test(text))))
    context.addIssue(
      "day first and month first cannot both be right: 3/4 would be two dates. Split the file, or fix it at its source.",
    )
  return texts.flatMap((text) => {
    const format = dateFormat(text)
    if (!format)
      context.addIssue(`"${text}" is no date format. Write it like D/M/YYYY HH:mm, YYYY-MM-DD HH:mm:ss, unix s or unix ms.`)
    return format ?? []
  })
})

const FieldSource = z.union([
  Column.transform((column) => ({ column })),
  z.strictObject({ is: z.union([z.string(), z.number(), z.boolean()]).transform(String) }),
  z.strictObject({
    column: Column,
    /** Their word: ours; null says nothing. */
    values: z.record(z.string(), z.union([z.string(), z.null()])).optional(),
    /** What becomes of a word that `values` lacks: the row is rejected, or the word is kept. */
    otherwise: z.enum(["reject", "keep"]).default("reject"),
    /** Between several words in one cell. */
    separator: z.string().min(1).optional(),
  }),
])
export type FieldSource = z.infer<typeof FieldSource>

const recipeFields = Object.fromEntries(RECIPE_FIELDS.map((name) => [name, FieldSource.optional()])) as Record<
  RecipeField,
  z.ZodOptional<typeof FieldSource>
>

const Attributes = z
  .union([z.array(Column), z.record(z.string(), Column)])
  .transform((given): Readonly<Record<string, string>> =>
    Array.isArray(given) ? Object.fromEntries(given.map((column) => [column, column])) : given,
  )

const File = z
  .strictObject({
    format: z.enum(FORMATS).default("csv"),
    delimiter: z.string().length(1).optional(),
    encoding: z.enum(ENCODINGS).default("utf-8"),
    quote: z.string().max(4).default('"'),
    sheet: z.string().optional(),
  })
  .transform((file) => ({ ...file, delimiter: file.delimiter ?? (file.format === "tsv" ? "\t" : ","), sheet: file.sheet }))

const common = {
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, "a source is named in small letters, digits, - and _: it is the start of every id."),
  file: File.prefault({}),
  zone: ZoneName,
  dates: DateFormats,
  missing: z.array(z.string()).default([]),
  ticket: Column,
  fields: z.strictObject(recipeFields).default({}),
  attributes: Attributes.default({}),
  /** Attributes that are numbers; `decimal` says how they are written. */
  numbers: Attributes.default({}),
  decimal: z.enum([".", ","]).optional(),
}

/** Each row is a ticket; what happened stands in columns of moments. */
const TicketRecipe = z.strictObject({
  ...common,
  shape: z.literal(SHAPES[0]),
  moments: z.strictObject({
    opened: Column,
    assigned: Column.optional(),
    first_reply: Column.optional(),
    first_solved: Column.optional(),
    reopened: Column.optional(),
    solved: Column.optional(),
    closed: Column.optional(),
  }),
})

/** Each row is a ticket as it was after a change, and the rows of a ticket are in order. */
const ChangeRecipe = z.strictObject({
  ...common,
  shape: z.literal(SHAPES[1]),
  /** `together`: a ticket's rows follow each other. `anywhere`: they are mixed with others, so all are held in memory first. */
  rows: z.enum(["together", "anywhere"]).default("anywhere"),
  moments: z.strictObject({
    /** When the row's state began. */
    row: Column,
    opened: Column.optional(),
    /** The final solve, repeated on every row: it is truer than the time of the row. */
    last_solved: Column.optional(),
  }),
  /** What a ticket is that left the backlog and yet has nothing in `last_solved`. */
  without_last_solved: z.enum(["solved", "closed unsolved"]).default("solved"),
})

const Recipe = z.discriminatedUnion("shape", [TicketRecipe, ChangeRecipe])
export type TicketRecipe = z.infer<typeof TicketRecipe>
export type ChangeRecipe = z.infer<typeof ChangeRecipe>
export type Recipe = TicketRecipe | ChangeRecipe

/** A recipe that can still say where in its file something stands. */
export interface RecipeFile {
  readonly recipe: Recipe
  /** As written, and the name of its file. */
  readonly text: string
  readonly file: string
  fail(path: Path, detail: string): never
}

export function parseRecipe(text: string, file: string): RecipeFile {
  refuseUndecided(text, file)
  const yaml = readYaml(text, file, Recipe)
  if (Object.keys(yaml.value.numbers).length > 0 && yaml.value.decimal === undefined)
    yaml.fail(["numbers"], 'say with `decimal` whether 1,234 is more than a thousand (".") or less than two (",").')
  for (const name of RECIPE_FIELDS) refuseWrongWords(yaml.value.fields[name], name, (path, detail) => yaml.fail(path, detail))
  return { recipe: yaml.value, text, file, fail: (path, detail) => yaml.fail(path, detail) }
}

/** A proposed recipe does not run until a person has decided what the file itself does not say. */
function refuseUndecided(text: string, file: string): void {
  const lines = new LineCounter()
  const places: string[] = []
  visit(parseDocument(text, { lineCounter: lines }), {
    Scalar(_key, node) {
      if (!isScalar(node) || node.value !== UNDECIDED) return
      const { line } = lines.linePos(node.range?.[0] ?? 0)
      places.push(`line ${line}: ${text.split("\n")[line - 1]!.trim()}`)
    },
  })
  if (places.length > 0) throw new Problem("recipe.undecided", { file, places })
}

/** The words a table leads to must be ours, where the field has a closed list. */
function refuseWrongWords(source: FieldSource | undefined, name: RecipeField, fail: (path: Path, detail: string) => never): void {
  const field = fields[name]
  const allowed = "values" in field ? (field.values as readonly string[] | undefined) : undefined
  if (source === undefined || allowed === undefined) return
  if ("is" in source && !allowed.includes(source.is)) fail(["fields", name, "is"], `it must be one of ${allowed.join(", ")}.`)
  for (const [theirs, ours] of Object.entries("values" in source ? (source.values ?? {}) : {}))
    if (ours !== null && !allowed.includes(ours))
      fail(["fields", name, "values", theirs], `it must be one of ${allowed.join(", ")}.`)
}
