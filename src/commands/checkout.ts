import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

/** The folder of the project itself, whether this file runs as it is or built. */
export function checkout(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder)
  return folder
}
