import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readConfig } from "./config.ts"

test("each setting stands in docs/settings.md, and nothing else does", () => {
  const read = new Set<string>()
  readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }))
  const page = readFileSync(join(import.meta.dirname, "..", "docs", "settings.md"), "utf8")
  const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!)
  expect(told.sort()).toEqual([...read].sort())
})

test("its defaults are those of the page", () => {
  const { host, port, memory, threads, warehouse } = readConfig({})
  expect({ host, port, memory, threads, warehouse }).toEqual({
    host: "127.0.0.1",
    port: 4600,
    memory: "3GB",
    threads: undefined,
    warehouse: undefined,
  })
})
