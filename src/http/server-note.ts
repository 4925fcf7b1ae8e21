import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"

/** What a running server leaves in its folder, for commands that find the folder taken. Only its owner can read it. */
const ServerNote = z.object({
  pid: z.number().int(),
  /** Where people go. */
  url: z.string(),
  /** The door for commands, on this machine alone. */
  control_port: z.number().int(),
  secret: z.string(),
  /** RFC 3339. */
  started: z.string(),
})
export type ServerNote = z.infer<typeof ServerNote>

const OWNER_ONLY = 0o600

export function writeServerNote(folder: string, note: ServerNote): void {
  const path = pathOf(folder)
  const fresh = `${path}.${note.pid}`
  writeFileSync(fresh, `${JSON.stringify(note, null, 2)}\n`, { mode: OWNER_ONLY })
  chmodSync(fresh, OWNER_ONLY)
  renameSync(fresh, path)
}

/** The note of a server that lives, or null. One that was killed could not take its note away. */
export function readServerNote(folder: string): ServerNote | null {
  const text = textOf(pathOf(folder))
  if (text === null) return null
  const note = ServerNote.parse(JSON.parse(text))
  return lives(note.pid) ? note : null
}

export function removeServerNote(folder: string): void {
  rmSync(pathOf(folder), { force: true })
}

function pathOf(folder: string): string {
  return join(folder, "server.json")
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process lives too.
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
