import { existsSync, ftruncateSync, fsyncSync, closeSync, openSync, writeSync } from "node:fs"
import { basename, join } from "node:path"
import type { Reject } from "../../connectors/source.ts"
import { explained } from "../disk.ts"

/** How far the file of an import's rejects is known to be written. Part of the import's cursor. */
export interface RejectsPosition {
  /** Within the data folder. */
  readonly file: string
  readonly bytes: number
}

/** A name for the rejects of a source that nobody has: neither on the disk nor for another import that has not written any yet. */
export function nameRejects(folder: string, title: string, day: string, taken: ReadonlySet<string>): string {
  const stem = `${basename(title).replace(/[^\p{L}\p{N}._-]+/gu, "_")}-${day}`
  for (let i = 1; ; i++) {
    const file = join("rejects", `${stem}${i === 1 ? "" : `-${i}`}.ndjson`)
    if (!taken.has(file) && !existsSync(join(folder, file))) return file
  }
}

/**
 * Writes rejects behind what the cursor knows of, over anything a killed import left there, so that none is lost or doubled: the new end is
 * committed with the batch that the rejects belong to.
 */
export function writeRejects(folder: string, { file, bytes }: RejectsPosition, rejects: readonly Reject[]): RejectsPosition {
  if (rejects.length === 0) return { file, bytes }
  const text = Buffer.from(rejects.map((reject) => `${JSON.stringify(reject)}\n`).join(""))
  const path = join(folder, file)
  const handle = openSync(path, existsSync(path) ? "r+" : "w")
  try {
    ftruncateSync(handle, bytes)
    for (let done = 0; done < text.length;) done += writeSync(handle, text, done, text.length - done, bytes + done)
    fsyncSync(handle)
  } catch (error) {
    throw explained(error)
  } finally {
    closeSync(handle)
  }
  return { file, bytes: bytes + text.length }
}
