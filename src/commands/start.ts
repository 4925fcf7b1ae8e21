import { existsSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { CALENDARS_FILE } from "../calendar/read.ts"
import { checkout } from "./checkout.ts"
import type { Config } from "../config.ts"
import { demo } from "../demo/demo.ts"
import { demoSource } from "../demo/source.ts"
import type { RunCommand } from "../http/control.ts"
import { serve } from "../http/serve.ts"
import { openPlumbline, type Plumbline } from "../plumbline.ts"
import { writeSettings } from "../plumbline/settings.ts"
import { writeSetting } from "../state/settings.ts"
import { openState } from "../state/state.ts"
import { Problem } from "../problem.ts"
import { LEDGER_FILE } from "../warehouse/folder.ts"
import type { CommandAlone, GivenAlone, Out } from "./command.ts"
import { commands } from "./index.ts"

const COMPANY = "Tideway Outdoor"
const TRUTH_FILE = "truth.json"

/** Serves the page and the API until it is told to stop. */
export const start: CommandAlone = {
  name: "start",
  summary: "serve the page and the API of the data folder",
  options: [
    ["--demo", "with the demo company, made and loaded the first time"],
    ["--scale <number>", "with --demo: 1 is about 120,000 conversations (1)"],
    ["--warehouse <address>", "where ledger and facts are kept instead of the folder: clickhouse://user@host:8123/database"],
    ["--host <address>", "where to listen (127.0.0.1); any other address wants an account first"],
    ["--port <number>", "where to listen (4600)"],
    ["--public-url <url>", "the address people type, where a proxy stands in front"],
  ],
  alone: true,
  async run({ config, options, out }) {
    const company = options["demo"] ? await prepareDemo(config, options) : undefined
    const plumbline = await openPlumbline(config)
    try {
      if (company) await loadDemo(plumbline, company, out)
      await closeIfReal(plumbline)
      await serveUntilStopped(plumbline, { config, options, out })
    } finally {
      await plumbline.close()
    }
  },
}

/** What a new folder needs before it is opened: its opening hours and its name. A folder that has some keeps its own. */
async function prepareDemo(config: Config, { scale }: GivenAlone["options"]): Promise<ReturnType<typeof demo>> {
  const company = demo({ scale: typeof scale === "string" ? Number(scale) : 1 })
  await mkdir(config.folder, { recursive: true })
  if (existsSync(join(config.folder, LEDGER_FILE)) || existsSync(join(config.folder, CALENDARS_FILE))) return company
  await writeFile(join(config.folder, CALENDARS_FILE), company.calendars)
  await writeFile(join(config.folder, TRUTH_FILE), `${JSON.stringify(company.truth, undefined, 2)}\n`)
  await writeSettings(config.folder, { company: COMPANY, zone: String(company.truth["zone"]) })
  return company
}

/** Whoever puts other events into the demo's folder closes its door: from the next start on it wants a login. */
async function closeIfReal(plumbline: Plumbline): Promise<void> {
  const sources = await plumbline.sources()
  if (sources.every((source) => source.startsWith("demo:"))) return
  const state = openState(plumbline.folder)
  writeSetting(state, "demo", "false")
  state.close()
}

/** A folder with anybody's real events never becomes a demo, which opens without a login. */
async function loadDemo(plumbline: Plumbline, company: ReturnType<typeof demo>, out: Out): Promise<void> {
  const source = demoSource(company)
  const other = (await plumbline.sources()).find((name) => name !== source.name)
  if (other !== undefined) throw new Problem("demo.not_empty", { folder: plumbline.folder, source: other })
  const { events } = await plumbline.status()
  if (events === 0) out.note(`Making a year of ${COMPANY}, an invented company. This takes about a minute, once.`)
  const report = await plumbline.importFrom(source, ({ lines }) => out.progress(`${lines} events loaded …`))
  if (report.appended > 0) out.note(`Loaded ${report.appended} events.`)
  const state = openState(plumbline.folder)
  writeSetting(state, "demo", "true")
  state.close()
}

async function serveUntilStopped(
  plumbline: Plumbline,
  { config, options, out }: Pick<GivenAlone, "config" | "options" | "out">,
): Promise<void> {
  const publicUrl = options["publicUrl"]
  plumbline.onMetricsRead((said) => out.note(said))
  const serving = await serve(plumbline, {
    host: config.host,
    port: config.port,
    publicUrl: typeof publicUrl === "string" ? new URL(publicUrl) : undefined,
    dist: join(checkout(), "web", "dist"),
    run: runnerOf(plumbline, config),
    log: (line) => out.note(line),
  })
  out.line(`Plumbline is at ${serving.url}`)
  if (serving.welcome !== null) out.line(`Make the administrator's account, once: ${serving.welcome}`)
  await told()
  await serving.close()
}

/** Commands typed in another terminal run here, because this process owns the folder. */
function runnerOf(plumbline: Plumbline, config: Config): RunCommand {
  return async ({ command, args, options, cwd }, out, input) => {
    const found = commands.find(({ name }) => name === command)
    if (!found || found.alone === true) throw new Problem("command.not_here", { command })
    return (await found.run({ plumbline, args, options, cwd, config, out, input })) ?? 0
  }
}

/** Until Ctrl-C or a service manager says so. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve())
    process.once("SIGTERM", () => resolve())
  })
}
