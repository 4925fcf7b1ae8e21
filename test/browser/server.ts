import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "../..")
const STARTS_WITHIN_MS = 180_000

/** The real server, in a process of its own, on a folder of its own. */
export interface Server {
  readonly url: string
  /** The one-time link for the first administrator; null where none is needed. */
  readonly welcome: string | null
  stop(): Promise<void>
}

export async function startServer(options: readonly string[]): Promise<Server> {
  // A page of older sources would be tested in place of the one at hand.
  execFileSync(process.execPath, [join(root, "tools", "ready.mjs"), "web"], { stdio: "inherit" })
  const folder = await mkdtemp(join(tmpdir(), "plumbline-browser-"))
  const child = spawn(process.execPath, ["build/src/cli.js", "--data", folder, "start", "--port", "0", ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said = await started(child)
  return {
    url: /Plumbline is at (\S+)/.exec(said)?.[1] ?? "",
    welcome: /once: (\S+)/.exec(said)?.[1] ?? null,
    stop: async () => {
      child.kill("SIGTERM")
      if (child.exitCode === null) await new Promise((done) => child.once("exit", done))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** All it prints until it says where it is; the welcome link, if any, comes in the same breath. */
function started(child: ChildProcess): Promise<string> {
  let said = ""
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start in time. It said:\n${said}`)), STARTS_WITHIN_MS)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (!said.includes("Plumbline is at ")) return
      clearTimeout(late)
      setTimeout(() => resolve(said), 300)
    }
    child.stdout?.on("data", hear)
    child.stderr?.on("data", hear)
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}. It said:\n${said}`)))
  })
}
