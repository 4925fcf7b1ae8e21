import type { Column, Table } from "./column.ts"

/** Lists and maps are large and the same on every row about a conversation, so the embedded engine keeps them with the conversation alone. */
export const LABELS: readonly string[] = ["tags", "attributes"]

/** The columns that the embedded engine keeps of a table. */
export function keptColumns({ columns, labelledBy }: Table): Readonly<Record<string, Column>> {
  if (labelledBy === undefined) return columns
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !LABELS.includes(name)))
}

/** The name under which the embedded engine has a table with all its columns. */
export function wholeName({ name, labelledBy }: Table): string {
  return labelledBy === undefined ? name : `${name}_labelled`
}
