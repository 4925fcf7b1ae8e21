import { createWriteStream } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import { type Demo, demo } from "../demo/demo.ts"
import { printEvent } from "../events/print.ts"
import type { CommandAlone, GivenAlone, Out } from "./command.ts"

/** Writes the demo company's year into a folder: events, opening hours, and the truth about what was planted. */
export const demoCommand: CommandAlone = {
  alone: true,
  name: "demo",
  summary: "write a year of a made-up company as events",
  args: ["<folder>"],
  options: [
    ["--seed <number>", "another seed gives another company (1)"],
    ["--scale <number>", "1 is about 120,000 conversations (1)"],
    ["--end <date>", "the last day of the year (2026-10-31)"],
  ],
  run,
}

async function run({ args, options, cwd, out }: GivenAlone): Promise<void> {
  const company = demo({ seed: number(options["seed"]), scale: number(options["scale"]), end: text(options["end"]) })
  const folder = resolve(cwd, args[0]!)
  await mkdir(folder, { recursive: true })
  const events = await writeEvents(company, join(folder, "events.ndjson"), out)
  await writeFile(join(folder, "calendars.yaml"), company.calendars)
  await writeFile(join(folder, "truth.json"), `${JSON.stringify(company.truth, undefined, 2)}\n`)
  out.line(`${events} events in ${join(folder, "events.ndjson")}, with calendars.yaml and truth.json beside them.`)
}

async function writeEvents(company: Demo, file: string, out: Out): Promise<number> {
  let events = 0
  async function* lines(): AsyncIterable<string> {
    for await (const chunk of company.events()) {
      events += chunk.length
      out.progress(`${events} events`)
      yield chunk.map((event) => `${printEvent(event)}\n`).join("")
    }
  }
  await pipeline(lines, createWriteStream(file))
  return events
}

function number(given: unknown): number | undefined {
  return typeof given === "string" ? Number(given) : undefined
}

function text(given: unknown): string | undefined {
  return typeof given === "string" ? given : undefined
}
