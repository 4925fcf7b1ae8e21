import type { Writer } from "./writer.ts"

/**
 * The conditions and values that aggregates read, each worked out once a row and named. Many metrics share them, and an engine would
 * else work them out again for each aggregate and each way of grouping.
 */
export interface Marks {
  /** What their texts are written with. */
  readonly writer: Writer
  /** The column that holds this text's value; named after whoever asked first. */
  mark(text: string, name: string): string
  /** Keeps a column of the rows under its own name, for what is worked out on few of them. */
  keep(column: string): void
  /** By name: the text. */
  readonly columns: ReadonlyMap<string, string>
}

/** Worked out on the rows of one feed. */
export function marksOf(writer: Writer): Marks {
  const columns = new Map<string, string>()
  return marksAmong(columns, columns, writer)
}

/** Worked out where the table is read, as columns of `base` that all feeds share: they take less room than what they are worked out of. */
export function marksIn(base: Map<string, string>, writer: Writer): Marks {
  return marksAmong(base, new Map(), writer)
}

function marksAmong(all: Map<string, string>, columns: Map<string, string>, writer: Writer): Marks {
  const names = new Map([...all].map(([name, text]) => [text, name]))
  return {
    writer,
    columns,
    mark(text, name) {
      if (text === "") return text
      const known = names.get(text) ?? freeName(name, all)
      names.set(text, known)
      all.set(known, text)
      columns.set(known, text)
      return known
    },
    keep(column) {
      if (!all.has(column)) all.set(column, column)
      columns.set(column, column)
    },
  }
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name
  for (let i = 2; taken.has(free); i++) free = `${name}_${i}`
  return free
}
