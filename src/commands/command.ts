import type { Plumbline } from "../plumbline.ts"

/** Where a command writes. The same command runs in its own process or inside the server, so it never touches `process`. */
export interface Out {
  /** One line of result, to standard output. */
  line(text: string): void
  /** One line about the work, to standard error. */
  note(text: string): void
  /** What is going on now, overwritten by the next; seen only by a person who watches. */
  progress(text: string): void
}

export interface Given {
  readonly plumbline: Plumbline
  /** Positional arguments, in order. */
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  /** The folder relative paths are meant from. */
  readonly cwd: string
  readonly out: Out
}

export interface Command {
  readonly name: string
  readonly summary: string
  /** As commander writes them: `<file>`, `[file]`, `<files...>`. */
  readonly args?: readonly string[]
  /** As commander writes them: `["--as-of <date>", "as it was known then"]`. A third element is the default; `true` as fourth: may be repeated. */
  readonly options?: readonly (readonly [flags: string, means: string])[]
  /** Exit code: 0 or nothing is success. */
  run(given: Given): Promise<number | void>
}
