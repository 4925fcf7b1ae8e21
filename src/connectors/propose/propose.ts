import { basename } from "node:path"
import { stringify } from "yaml"
import { Problem } from "../../problem.ts"
import { UNDECIDED } from "../recipe/recipe.ts"
import { chooseDates, type DateChoice } from "./dates.ts"
import { chooseDecimal, lookAt, MOST_ROWS_LOOKED_AT, type Look, type Looks } from "./look.ts"
import { columnFor, fieldColumns, statusFor, type Role } from "./names.ts"
import { sniff, type Sniffed } from "./sniff.ts"

const GUESSED = "guessed from its name"
const MOMENTS = [
  "opened",
  "assigned",
  "first_reply",
  "first_solved",
  "reopened",
  "solved",
  "closed",
] as const satisfies readonly Role[]

/** A recipe for a file, as a person goes on with it: what was seen is said, what the file does not tell is `???`. */
export async function proposeRecipe(file: string): Promise<string> {
  const sniffed = await sniff(file)
  const seen = await lookAt(file, sniffed.file)
  if (seen.rows === 0) throw new Problem("table.empty", { file })
  const dates = chooseDates(seen.looks.filter((look) => look.kind === "date").flatMap((look) => look.dates))
  const ticket = ticketOf(seen.looks)
  const isLog = ticket !== undefined && !ticket.isUnique
  return [
    `# Proposed for ${basename(file)} from ${seen.rows === 1 ? "its one row" : `its ${seen.rows >= MOST_ROWS_LOOKED_AT ? "first " : ""}${seen.rows} rows`}.`,
    `# Check every line; where it says ${UNDECIDED} the file does not tell, and the recipe does not run until you decide.`,
    "",
    `source: ${word(sourceOf(file))} # the start of every id: keep it, and give another file of other tickets another one`,
    ...fileLines(sniffed),
    ...timeLines(dates),
    ...missingLines(seen),
    "",
    ...shapeLines(ticket, isLog),
    "",
    ...momentLines(seen.looks, isLog),
    "",
    ...fieldLines(seen.looks, isLog),
    "",
    ...restLines(seen.looks),
    "",
  ].join("\n")
}

function word(value: string): string {
  return stringify(value).trim()
}

function sourceOf(file: string): string {
  const name = basename(file)
    .replace(/\..*$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
  return name === "" ? "tickets" : name
}

function fileLines({ file, notes }: Sniffed): string[] {
  const { format, delimiter, encoding } = file
  return [
    "file:",
    `  format: ${format}`,
    ...(format === "csv" ? [`  delimiter: ${JSON.stringify(delimiter)}`] : []),
    ...(format === "xlsx" ? [] : [`  encoding: ${encoding}${notes.map((note) => ` # ${note}`).join("")}`]),
  ]
}

function timeLines({ formats, why, hasOffsets }: DateChoice): string[] {
  const zone = hasOffsets
    ? ["zone: UTC # every date says which moment it is, so this is not used"]
    : [
        `# The file does not say in which zone its times are. Write one, such as Europe/Berlin or UTC.`,
        `zone: ${word(UNDECIDED)}`,
      ]
  const format = formats.length === 0 ? UNDECIDED : formats.length === 1 ? formats[0]! : formats
  const none =
    formats.length === 0 ? ["no column looks like dates in numbers. Write their format, such as D MMM YYYY H:mm or unix s."] : []
  return [
    "",
    ...zone,
    ...[...why, ...none].map((line) => `# ${line}`),
    `dates: ${stringify(format, { collectionStyle: "flow" }).trim()}`,
  ]
}

function missingLines({ looks }: Looks): string[] {
  const marks = [...new Set(looks.flatMap(({ missing }) => missing))]
  if (marks.length === 0) return []
  const example = looks.find(({ missing }) => missing.length > 0)!
  return [`missing: ${JSON.stringify(marks)} # taken for "nothing", as in ${example.column}`]
}

function ticketOf(looks: readonly Look[]): Look | undefined {
  const named = columnFor(
    "ticket",
    looks.map(({ column }) => column),
  )
  return looks.find(({ column }) => column === named)
}

function shapeLines(ticket: Look | undefined, isLog: boolean): string[] {
  const shape = isLog
    ? [
        "# Tickets come more than once, so each row is taken for a ticket after a change.",
        "shape: one row per change",
        "rows: anywhere",
      ]
    : ["shape: one row per ticket"]
  return [
    ...shape,
    ticket ? `ticket: ${word(ticket.column)} # ${GUESSED}` : `ticket: ${word(UNDECIDED)} # the column that names the ticket`,
  ]
}

function momentLines(looks: readonly Look[], isLog: boolean): string[] {
  const columns = looks.filter(({ kind }) => kind === "date").map(({ column }) => column)
  const line = (key: string, column: string | undefined, means: string): string => {
    if (column !== undefined) return `  ${key}: ${word(column)} # ${GUESSED}`
    return columns.length === 1 && MOMENTS.every((role) => columnFor(role, columns) === undefined)
      ? `  ${key}: ${word(columns[0]!)} # the only column with dates`
      : `  ${key}: ${word(UNDECIDED)} # ${means}`
  }
  const found = MOMENTS.flatMap((role) => {
    const column = columnFor(role, columns)
    return column === undefined && role !== "opened" ? [] : [line(role, column, "the column with the moment it was opened")]
  })
  const log = [
    line("row", columnFor("row", columns), "the column with the moment of the change"),
    ...(columnFor("opened", columns) === undefined ? [] : [line("opened", columnFor("opened", columns), "")]),
  ]
  const chosen = isLog ? log : found
  const unused = columns.filter((column) => !chosen.some((text) => text.includes(`: ${word(column)} #`)))
  return ["moments:", ...chosen, ...(unused.length > 0 ? [`  # other columns with dates: ${unused.join(", ")}`] : [])]
}

function fieldLines(looks: readonly Look[], isLog: boolean): string[] {
  const fields = fieldColumns(looks.filter(({ kind }) => kind !== "date").map(({ column }) => column))
  const lines = fields
    .filter(([field]) => isLog || field !== "status")
    .flatMap(([field, column]) => {
      const look = looks.find((candidate) => candidate.column === column)!
      return field === "status" ? statusLines(look) : [`  ${field}: ${word(column)} # ${GUESSED}${wordsSeen(look)}`]
    })
  const status = isLog ? undefined : fields.find(([field]) => field === "status")
  const now = status ? [`  # ${word(status[1])} is left out: it is what a ticket is now, and not since when`] : []
  return ["fields:", "  direction: { is: inbound } # if customers open them", ...lines, ...now]
}

function wordsSeen({ words }: Look): string {
  const most = 8
  return words && words.length <= most
    ? `; it has ${words.map((text) => text.replaceAll(/\s+/g, " ").slice(0, 40)).join(", ")}`
    : ""
}

function statusLines({ column, words = [] }: Look): string[] {
  const values = words.map((theirs) => {
    const ours = statusFor(theirs)
    return `      ${word(theirs)}: ${word(ours ?? UNDECIDED)}${ours === undefined ? " # new, open, pending, on_hold, solved, closed, or null to pass over it" : ""}`
  })
  return ["  status:", `    column: ${word(column)} # ${GUESSED}`, "    values:", ...values]
}

/** What no line above reads: kept as attributes where it is a short list of words, left out where it is not. */
function restLines(looks: readonly Look[]): string[] {
  const columns = looks.map(({ column }) => column)
  const taken = new Set([...fieldColumns(columns).map(([, column]) => column), columnFor("ticket", columns)])
  const rest = looks.filter(({ column, kind }) => kind !== "date" && !taken.has(column))
  const words = rest
    .filter(({ kind, words: few }) => kind === "text" && few !== undefined && few.length > 0)
    .map(({ column }) => column)
  const left = rest.filter(({ column, kind }) => kind === "text" && !words.includes(column)).map(({ column }) => column)
  const numbers = rest.filter(({ kind }) => kind === "number")
  const decimal = chooseDecimal(numbers.flatMap((look) => look.numbers))
  return [
    `attributes: ${JSON.stringify(words)}`,
    ...(left.length > 0 ? [`# left out, for they are empty or no list of words: ${left.map(word).join(", ")}`] : []),
    ...(numbers.length > 0 ? [`numbers: ${JSON.stringify(numbers.map(({ column }) => column))}`] : []),
    ...(numbers.length > 0
      ? [
          `decimal: ${JSON.stringify(decimal ? (decimal.mark ?? UNDECIDED) : ".")} # ${decimal?.why ?? "no number has a decimal mark"}`,
        ]
      : []),
  ]
}
