import type { CanonicalEvent } from "../../events/event.ts"
import { Fault } from "../../events/fault.ts"
import { Problem } from "../../problem.ts"
import { openTable } from "../table/open-table.ts"
import type { SourceRow } from "../table/table.ts"
import { cellsOf, type Cells } from "./cells.ts"
import { changeHappenings } from "./changes.ts"
import { eventsOf, type Happening, type RowReject } from "./happenings.ts"
import type { ChangeRecipe, Recipe, RecipeFile } from "./recipe.ts"
import { ticketHappenings } from "./tickets.ts"

/** What one page of a file became. */
export interface RecipePage {
  readonly events: readonly CanonicalEvent[]
  readonly rejects: readonly RowReject[]
  /** Rows read so far. */
  readonly rows: number
}

/** The most rows held in memory where a ticket's rows are mixed with others. */
const MOST_ROWS_HELD = 5_000_000
/** Tickets turned into one page. */
const PAGE_TICKETS = 500

/** Reads a file of rows as events, page by page. The same file again gives the same events. */
export async function* readWithRecipe(file: string, recipeFile: RecipeFile): AsyncGenerator<RecipePage> {
  const { recipe } = recipeFile
  const table = await openTable(file, recipe.file)
  const cells = cellsOf(recipeFile, table.columns)
  const pages = recipe.shape === "one row per ticket" ? byRow(table.pages) : byTicket(recipe, cells, table.pages)
  // The cells of a workbook stand where they stand.
  const most = recipe.file.format === "csv" || recipe.file.format === "tsv" ? table.columns.length : Infinity
  let rows = 0
  for await (const groups of pages) {
    rows += groups.reduce((sum, group) => sum + group.length, 0)
    const { fitting, rejects } = withoutOverlong(groups, most)
    const told = translate(recipe, cells, fitting)
    yield { events: told.events, rejects: [...rejects, ...told.rejects], rows }
  }
}

/** Rows that belong together. */
type Group = readonly SourceRow[]

/** A delimiter in a text that is not quoted moves what follows it into the wrong columns; such a row has more cells than there are names. */
function withoutOverlong(groups: readonly Group[], most: number): { fitting: readonly Group[]; rejects: readonly RowReject[] } {
  const isOverlong = ({ cells }: SourceRow) => cells.length > most && cells.slice(most).some((cell) => cell.trim() !== "")
  const overlong = groups.flatMap((group) => group.filter(isOverlong))
  if (overlong.length === 0) return { fitting: groups, rejects: [] }
  const rejects = overlong.map((row) => ({
    row,
    column: null,
    reason: `has ${row.cells.length} cells under ${most} columns: a text with the delimiter in it is not quoted`,
  }))
  return { fitting: groups.map((group) => group.filter((row) => !isOverlong(row))).filter(({ length }) => length > 0), rejects }
}

function translate(recipe: Recipe, cells: Cells, groups: readonly Group[]): { events: CanonicalEvent[]; rejects: RowReject[] } {
  const events: CanonicalEvent[] = []
  const rejects: RowReject[] = []
  for (const group of groups) {
    const row = group[0]!
    const ticket = cells.ticket(row.cells)
    if (ticket === null) rejects.push({ row, ...nameless(recipe, row.cells) })
    else {
      const told = tell(recipe, cells, group, rejects)
      const made = told instanceof Fault ? told : eventsOf(recipe.source, ticket, told)
      if (made instanceof Fault) rejects.push({ row, column: made.field, reason: made.reason })
      else events.push(...made)
    }
  }
  return { events, rejects }
}

function tell(recipe: Recipe, cells: Cells, group: Group, rejects: RowReject[]): Happening[] | Fault {
  if (recipe.shape === "one row per ticket") return ticketHappenings(recipe, cells, group[0]!.cells)
  return changeHappenings(recipe, cells, group, rejects)
}

function nameless(recipe: Recipe, values: readonly string[]): { column: string | null; reason: string } {
  if (values.length === 0) return { column: null, reason: "is not a JSON object" }
  return { column: recipe.ticket, reason: "is empty; a row must say which ticket it is about" }
}

async function* byRow(pages: AsyncIterable<readonly SourceRow[]>): AsyncGenerator<readonly Group[]> {
  for await (const page of pages) yield page.map((row) => [row])
}

/** Tickets with all their rows. Where they are said to be together, one that comes back is refused, for its story would be told twice. */
async function* byTicket(
  recipe: ChangeRecipe,
  cells: Cells,
  pages: AsyncIterable<readonly SourceRow[]>,
): AsyncGenerator<readonly Group[]> {
  const seen = new Set<string>()
  let held = new Map<string, SourceRow[]>()
  let count = 0
  for await (const page of pages) {
    for (const row of page) {
      const ticket = cells.ticket(row.cells) ?? `\0${row.row}`
      if (seen.has(ticket)) throw new Problem("recipe.apart", { row: row.row, ticket })
      const rows = held.get(ticket)
      if (rows) rows.push(row)
      else held.set(ticket, [row])
      if (recipe.rows === "anywhere" && ++count > MOST_ROWS_HELD)
        throw new Problem("recipe.too_many_rows", { most: MOST_ROWS_HELD })
    }
    if (recipe.rows === "together" && held.size > PAGE_TICKETS) {
      // The last ticket of a page may go on in the next.
      const [last, rows] = [...held].at(-1)!
      held.delete(last)
      for (const ticket of held.keys()) seen.add(ticket)
      yield [...held.values()]
      held = new Map([[last, rows]])
    }
  }
  const rest = [...held.values()]
  for (let from = 0; from < rest.length; from += PAGE_TICKETS) yield rest.slice(from, from + PAGE_TICKETS)
}
