import { createReadStream } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { z } from "zod"
import type { Reject } from "../connectors/source.ts"
import { MOST_REJECT_FILES } from "./limits.ts"

/** Where a line stood that could not be read, and why. What it said stays in the file: it may be anything. */
export type KeptAside = Pick<Reject, "file" | "line" | "field" | "reason">

const Kept = z.object({ file: z.string(), line: z.number().int(), field: z.string().nullable(), reason: z.string() })

/** The lines kept aside by imports and pushes, those of the latest first. */
export async function readRejects(folder: string, limit: number): Promise<readonly KeptAside[]> {
  const found: KeptAside[] = []
  for (const file of await latestFiles(join(folder, "rejects"))) {
    if (found.length >= limit) break
    found.push(...(await firstOf(file, limit - found.length)))
  }
  return found
}

export function asKept({ file, line, field, reason }: Reject): KeptAside {
  return { file, line, field, reason }
}

async function latestFiles(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ndjson"))
  const dated = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  )
  const latest = dated.sort((a, b) => b.at - a.at).slice(0, MOST_REJECT_FILES)
  return latest.map(({ path }) => path)
}

async function firstOf(path: string, limit: number): Promise<readonly KeptAside[]> {
  const found: KeptAside[] = []
  const input = createReadStream(path)
  for await (const line of createInterface({ input })) {
    found.push(Kept.parse(JSON.parse(line)))
    if (found.length >= limit) break
  }
  input.destroy()
  return found
}
