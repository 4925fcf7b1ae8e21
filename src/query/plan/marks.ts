/**
 * The conditions and values that aggregates read, each worked out once a row and named. Many metrics share them, and an engine would
 * else work them out again for each aggregate and each way of grouping.
 */
export interface Marks {
  /** The column that holds this text's value; named after whoever asked first. */
  mark(text: string, name: string): string
  /** Keeps a column of the rows under its own name, for what is worked out on few of them. */
  keep(column: string): void
  /** By name: the text. */
  readonly columns: ReadonlyMap<string, string>
}

export function marksOf(): Marks {
  const columns = new Map<string, string>()
  const names = new Map<string, string>()
  return {
    columns,
    mark(text, name) {
      if (text === "") return text
      const known = names.get(text)
      if (known !== undefined) return known
      names.set(text, name)
      columns.set(name, text)
      return name
    },
    keep(column) {
      columns.set(column, column)
    },
  }
}
