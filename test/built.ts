import { execFileSync } from "node:child_process"
import { join } from "node:path"

/** Before any test: the program is built anew if its sources changed. */
export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "..", "tools", "ready.mjs")], { stdio: "inherit" })
}
