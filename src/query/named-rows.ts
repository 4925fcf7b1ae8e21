import { AGENTS, TEAMS } from "../warehouse/tables.ts"
import type { DisplayNames } from "./display-names.ts"
import type { RowColumn, RowList, RowsAnswer } from "./question.ts"

/** A list with a column of names beside each column of agents or teams, for who reads it somewhere else. */
export function withNames({ count, columns, rows, names }: RowsAnswer): RowList {
  const staff = columns.filter(({ name }) => AGENTS.has(name) || TEAMS.has(name))
  return {
    count,
    columns: columns.flatMap((column) => (staff.includes(column) ? [column, nameColumn(column)] : [column])),
    rows: rows.map((row) => ({
      ...row,
      ...Object.fromEntries(
        staff.map((column) => [nameColumn(column).name, shownAs(row[column.name] ?? null, names[column.name])]),
      ),
    })),
  }
}

const shownAs = (value: unknown, names: DisplayNames[string] | undefined): string | null =>
  typeof value === "string" && names !== undefined && Object.hasOwn(names, value) ? names[value]! : null

const nameColumn = (column: RowColumn): RowColumn => ({
  ...column,
  name: `${column.name}_name`,
  title: `${column.title} name`,
})
