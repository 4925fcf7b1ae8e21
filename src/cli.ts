import { Command as Program, CommanderError } from "commander"
import { commands } from "./commands/index.ts"
import { start } from "./commands/start.ts"
import type { AnyCommand, GivenAlone, Out } from "./commands/command.ts"
import { type Config, readConfig } from "./config.ts"
import { runThroughServer } from "./http/control-client.ts"
import { openPlumbline, type Plumbline } from "./plumbline.ts"
import { warehouseOf } from "./plumbline/open-store.ts"
import { readSettings } from "./plumbline/settings.ts"
import { Problem } from "./problem.ts"
import { isFolder } from "./warehouse/folder.ts"

/** Exit codes: 0 done, 1 a problem the user can mend or a check that failed, 2 wrong usage, 70 a defect of ours. */
const WRONG_USAGE = 2
const DEFECT = 70

const terminal: Out = {
  line: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${clearLine()}${text}\n`),
  progress: (text) => void (process.stderr.isTTY && process.stderr.write(`${clearLine()}${text}`)),
}

// Whoever reads our output may have read enough: `plumbline metrics | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

process.exitCode = await main(process.argv)

async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = new Program("plumbline")
    .description("Measures customer service with numbers that can be defended.")
    .option("--data <folder>", "the folder that holds everything (default: plumbline-data, or PLUMBLINE_DATA)")
    .option(
      "--warehouse <address>",
      "the ClickHouse server that keeps ledger and facts (default: the folder, or PLUMBLINE_WAREHOUSE)",
    )
    .exitOverride()
  for (const command of [start, ...commands]) {
    const usage = program.command([command.name, ...(command.args ?? [])].join(" ")).description(command.summary)
    for (const [flags, means] of command.options ?? []) usage.option(flags, means)
    usage.action(async () => {
      exitCode = await perform(command, usage.args, { ...program.opts(), ...usage.opts() })
    })
  }
  try {
    await program.parseAsync([...argv])
    return exitCode
  } catch (error) {
    return explain(error)
  }
}

async function perform(command: AnyCommand, args: readonly string[], options: GivenAlone["options"]): Promise<number> {
  const config = configured(readConfig(), options)
  const given = { args, options, cwd: process.cwd(), config, out: terminal, input: process.stdin }
  if (command.alone === true) return (await command.run(given)) ?? 0
  if (command.alone && !isFolder(config.folder)) return (await command.run(given)) ?? 0

  // Whatever holds the folder, it is not asked what another warehouse should answer.
  warehouseOf(config, await readSettings(config.folder))
  const typed = { command: command.name, args, options, cwd: given.cwd }
  const piped = args.flat().includes("-") ? process.stdin : undefined
  const elsewhere = await runThroughServer(config.folder, { ...typed, input: piped }, terminal)
  if (elsewhere !== undefined) return elsewhere

  if (command.alone) return onFolder(await openedIfFree(config), (plumbline) => command.run({ ...given, plumbline }))
  return onFolder(await openPlumbline(config), (plumbline) => command.run({ ...given, plumbline }))
}

async function onFolder<P extends Plumbline | undefined>(plumbline: P, work: (plumbline: P) => Promise<number | void>) {
  try {
    return (await work(plumbline)) ?? 0
  } finally {
    await plumbline?.close()
  }
}

/** Undefined, and said, where another process holds the folder. */
async function openedIfFree(config: Config): Promise<Plumbline | undefined> {
  try {
    return await openPlumbline(config)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "folder.locked") throw error
    terminal.note(error.message)
    return undefined
  }
}

function configured(config: Config, { data, warehouse, host, port }: GivenAlone["options"]): Config {
  return {
    ...config,
    ...(typeof data === "string" && { folder: data }),
    ...(typeof warehouse === "string" && { warehouse }),
    ...(typeof host === "string" && { host }),
    ...(typeof port === "string" && { port: Number(port) }),
  }
}

/** Users read one sentence. A defect of ours is shown whole, because it must be reported. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
  if (error instanceof Problem) {
    terminal.note(error.message)
    return 1
  }
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return DEFECT
}

function clearLine(): string {
  return process.stderr.isTTY ? "\r\u001b[2K" : ""
}
