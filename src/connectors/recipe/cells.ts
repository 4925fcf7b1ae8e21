import { type Zone, zoneBetween } from "../../calendar/zone.ts"
import { Fault } from "../../events/fault.ts"
import { fields } from "../../events/fields.ts"
import { didYouMean } from "../../near.ts"
import { dateFormat, type DateFormat } from "../table/date-format.ts"
import { readNumber } from "../table/numbers.ts"
import { RECIPE_FIELDS, type FieldSource, type Recipe, type RecipeField, type RecipeFile } from "./recipe.ts"

/** Whatever a field's text says, as the check of events wants it. */
export type Cell = string | number | boolean | readonly string[]

/** A row seen through a recipe. Reading gives null where the cell is empty, and a fault with the column where it cannot be read. */
export interface Cells {
  ticket(cells: readonly string[]): string | null
  moment(column: string | undefined, cells: readonly string[]): number | null | Fault
  field(name: RecipeField, cells: readonly string[]): Cell | null | Fault
  attributes(cells: readonly string[]): Readonly<Record<string, string | number>> | Fault
}

/** Local times are turned into instants between these years. */
const [FIRST_MS, LAST_MS] = [Date.UTC(1970, 0), Date.UTC(2101, 0)]
const MOST_MOMENTS_KNOWN = 50_000
/** What a date cell of a workbook reads as. */
const WORKBOOK_DATE = dateFormat("YYYY-MM-DD HH:mm:ss")!

/** Finds the recipe's columns in the file, once. */
export function cellsOf(file: RecipeFile, columns: readonly string[]): Cells {
  const { recipe } = file
  const indexOf = (column: string, path: readonly string[]): number => {
    const index = columns.indexOf(column)
    if (index >= 0) return index
    return file.fail(path, `the file has no column "${column}".${didYouMean(column, columns)} It has: ${columns.join(", ")}.`)
  }
  const missing = new Set(["", ...recipe.missing])
  const ticket = indexOf(recipe.ticket, ["ticket"])
  const moments = new Map(
    Object.entries<string | undefined>(recipe.moments).flatMap(([name, column]) =>
      column === undefined ? [] : [[column, indexOf(column, ["moments", name])]],
    ),
  )
  const attributes = (["attributes", "numbers"] as const).flatMap((part) =>
    Object.entries(recipe[part]).map(([name, column]) => ({
      name,
      column,
      index: indexOf(column, [part, name]),
      isNumber: part === "numbers",
    })),
  )
  const readers = new Map(RECIPE_FIELDS.map((name) => [name, fieldReader(recipe, name, missing, indexOf)]))
  const readMoment = momentReader(recipe)
  const textAt = (cells: readonly string[], index: number): string | null => {
    const text = (cells[index] ?? "").trim()
    return missing.has(text) ? null : text
  }
  return {
    ticket: (cells) => textAt(cells, ticket),
    moment(column, cells) {
      const text = column === undefined ? null : textAt(cells, moments.get(column)!)
      return text === null ? null : readMoment(text, column!)
    },
    field: (name, cells) => readers.get(name)!(cells),
    attributes(cells) {
      const said: Record<string, string | number> = {}
      for (const { name, column, index, isNumber } of attributes) {
        const text = textAt(cells, index)
        if (text === null) continue
        const value = isNumber ? readNumber(text, recipe.decimal ?? ".") : text
        if (value === undefined)
          return new Fault(`must be a number with the decimal mark "${recipe.decimal}", not "${text.slice(0, 60)}"`, column)
        said[name] = value
      }
      return said
    },
  }
}

function momentReader(recipe: Recipe): (text: string, column: string) => number | Fault {
  const formats: readonly DateFormat[] = recipe.file.format === "xlsx" ? [...recipe.dates, WORKBOOK_DATE] : recipe.dates
  // Logs repeat the same moments row after row.
  const known = new Map<string, number>()
  let zone: Zone | undefined
  const read = (text: string, column: string): number | Fault => {
    for (const format of formats) {
      const written = format.read(text)
      if (!written) continue
      if (written.isInstant) return Math.round(written.ms * 1000)
      if (written.ms < FIRST_MS || written.ms > LAST_MS)
        return new Fault(`is ${text}; moments must lie between 1970 and 2100`, column)
      zone ??= zoneBetween(recipe.zone, FIRST_MS, LAST_MS)
      return Math.round(zone.instantOf(written.ms) * 1000)
    }
    return new Fault(`must be a date like ${formats.map(({ text }) => text).join(" or ")}, not "${text.slice(0, 60)}"`, column)
  }
  return (text, column) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const at = read(text, column)
    if (at instanceof Fault) return at
    if (known.size >= MOST_MOMENTS_KNOWN) known.clear()
    known.set(text, at)
    return at
  }
}

type Read = (cells: readonly string[]) => Cell | null | Fault

function fieldReader(
  recipe: Recipe,
  name: RecipeField,
  missing: ReadonlySet<string>,
  indexOf: (column: string, path: readonly string[]) => number,
): Read {
  const source: FieldSource | undefined = recipe.fields[name]
  if (source === undefined) return () => null
  if ("is" in source) return () => typed(name, source.is, undefined)
  const index = indexOf(source.column, ["fields", name])
  const table = "values" in source && source.values ? new Map(Object.entries(source.values)) : undefined
  const keep = "otherwise" in source && source.otherwise === "keep"
  const separator = "separator" in source ? source.separator : undefined
  return (cells) => {
    const text = (cells[index] ?? "").trim()
    if (table?.has(text)) return wrap(table.get(text)!, (ours) => typed(name, ours, separator))
    if (missing.has(text)) return null
    if (table && !keep)
      return new Fault(`"${text.slice(0, 60)}" is not in the values of ${name}.${didYouMean(text, table.keys())}`, source.column)
    return typed(name, recipe.source && name === "customer" ? `customer:${recipe.source}:${text}` : text, separator)
  }
}

function wrap(ours: string | null, then: (ours: string) => Cell): Cell | null {
  return ours === null ? null : then(ours)
}

function typed(name: RecipeField, text: string, separator: string | undefined): Cell {
  switch (fields[name].type) {
    case "words":
      return text
        .split(separator ?? ",")
        .map((word) => word.trim())
        .filter((word) => word !== "")
    case "boolean":
      return /^(true|yes|1)$/i.test(text)
    default:
      return text
  }
}
