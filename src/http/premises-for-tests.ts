import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openState } from "../state/state.ts"
import { addAna, newHouse } from "./house-for-tests.ts"
import type { Landed } from "../plumbline.ts"
import type { Line } from "./line.ts"
import { type ServeOptions, type Serving, serve } from "./serve.ts"

/** A folder on disk and the servers opened on it. */
export interface Premises {
  readonly folder: string
  readonly dist: string
  /** Who listens for new data now. */
  readonly listeners: Set<(landed: Landed) => void>
  start(options?: Partial<ServeOptions>, withAccount?: boolean): Promise<Serving>
  close(): Promise<void>
}

export function newPremises(): Premises {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-serve-"))
  const dist = join(folder, "dist")
  mkdirSync(join(dist, "assets"), { recursive: true })
  writeFileSync(join(dist, "index.html"), "<!doctype html><title>the page</title>")
  writeFileSync(join(dist, "assets", "main-AbCd1234.js"), "export {}")
  writeFileSync(join(folder, "secret.txt"), "secret")
  const listeners = new Set<(landed: Landed) => void>()
  let serving: Serving[] = []
  const onLanded: Line["onLanded"] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    folder,
    dist,
    listeners,
    async start(options = {}, withAccount = false) {
      if (withAccount) await openAccount(folder)
      // Nothing here asks for a number: what is tried is who gets through to where one could.
      const line = { folder, onLanded } as Partial<Line> as Line
      const open = await serve(line, {
        host: "127.0.0.1",
        port: 0,
        dist,
        run: () => Promise.resolve(0),
        log: () => {},
        ...options,
      })
      serving.push(open)
      return open
    },
    async close() {
      await Promise.all(serving.map((open) => open.close()))
      serving = []
    },
  }
}

async function openAccount(folder: string): Promise<void> {
  const state = openState(folder)
  await addAna({ ...newHouse(), state })
  state.close()
}
