import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** All folders that tests make for a while lie in one, which goes when the run is over, also where a test was cut short. */
export function setup(): () => void {
  const place = mkdtempSync(join(tmpdir(), "plumbline-tests-"))
  process.env["TMPDIR"] = place
  return () => rmSync(place, { recursive: true, force: true })
}
