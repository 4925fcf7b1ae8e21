import type { Config } from "../config.ts"
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

export interface GivenAlone {
  /** Positional arguments, in order. */
  readonly args: readonly string[]
  /** Options by their long name in camelCase, as commander gives them. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  /** The folder relative paths are meant from. */
  readonly cwd: string
  /** The settings of this installation, the options `--data`, `--host` and `--port` already applied. */
  readonly config: Config
  readonly out: Out
  /** Standard input, of the terminal the command was typed in. */
  readonly input: AsyncIterable<Uint8Array>
}

export interface Given extends GivenAlone {
  readonly plumbline: Plumbline
}

interface Usage {
  readonly name: string
  readonly summary: string
  /** As commander writes them: `<file>`, `[file]`, `<files...>`. */
  readonly args?: readonly string[]
  /** As commander writes them: `["--as-of <date>", "as it was known then"]`, `["--rule <name=value...>", "…"]`. */
  readonly options?: readonly (readonly [flags: string, means: string])[]
}

/** A command on the data folder. While the server runs, the server runs it. Exit code: 0 or nothing is success. */
export interface Command extends Usage {
  readonly alone?: undefined
  run(given: Given): Promise<number | void>
}

/** A command that needs no data folder. */
export interface CommandAlone extends Usage {
  readonly alone: true
  run(given: GivenAlone): Promise<number | void>
}

/** A command that says more where there is a data folder, and makes none. */
export interface CommandEither extends Usage {
  readonly alone: "where there is no folder"
  run(given: GivenAlone & { readonly plumbline?: Plumbline | undefined }): Promise<number | void>
}

export type AnyCommand = Command | CommandAlone | CommandEither
