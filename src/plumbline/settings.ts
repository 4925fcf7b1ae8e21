import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { parse, parseDocument, stringify } from "yaml"
import { z } from "zod"
import { Problem } from "../problem.ts"

export const SETTINGS_FILE = "plumbline.yaml"

/** What a folder says about itself. */
const Settings = z.strictObject({
  /** Shown above the page. */
  company: z.string().max(200).optional(),
  /** The zone of questions that name none: IANA, `Europe/Berlin`. */
  zone: z.string().refine(isZone, "is no IANA time zone, such as Europe/Berlin").optional(),
  /** The server that keeps its ledger and facts, without the password; else the folder keeps them itself. */
  warehouse: z.string().max(500).optional(),
})
export type Settings = z.infer<typeof Settings>

/** No file is no settings. */
export async function readSettings(folder: string): Promise<Settings> {
  const file = join(folder, SETTINGS_FILE)
  const read = Settings.safeParse(parse(await textOf(file)) ?? {})
  if (read.success) return read.data
  const { path, message } = read.error.issues[0]!
  throw new Problem("settings.wrong", { file, field: path.join(".") || "it", detail: message })
}

export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  await writeFile(join(folder, SETTINGS_FILE), stringify(settings))
}

/** What people wrote there, and how, stays as it is. */
export async function addSetting(folder: string, name: keyof Settings, value: string): Promise<void> {
  const file = join(folder, SETTINGS_FILE)
  const document = parseDocument(await textOf(file))
  document.set(name, value)
  await writeFile(file, document.toString())
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return ""
    throw error
  }
}

function isZone(zone: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC"
}
