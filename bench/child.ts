import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import type { StepName, StepGiven } from "./steps/given.ts"

export interface Took {
  readonly seconds: number
  /** The most memory the process ever held, as the kernel counts it; null where it does not say. */
  readonly peak_mib: number | null
  readonly facts: Readonly<Record<string, number>>
}

const MOST_OUTPUT_BYTES = 16 * 1024 * 1024

/** Runs one step in a process of its own, so that its memory is its own too, started as the command starts. */
export async function inChild(step: StepName, given: StepGiven): Promise<Took> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "--max-old-space-size=3072",
      "--max-semi-space-size=128",
      join(import.meta.dirname, "..", "build", "bench", "step.js"),
      step,
      JSON.stringify(given),
    ],
    { maxBuffer: MOST_OUTPUT_BYTES, cwd: join(import.meta.dirname, "..") },
  )
  // The last line is what step.ts writes.
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Took
}

/** High-water mark of this process, in MiB. */
export function peakMemory(): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))
    return found ? Math.round(Number(found[1]) / 1024) : null
  } catch (error) {
    // Only Linux has the file.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}
