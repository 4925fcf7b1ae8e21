import { execFileSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"

let checkout = ""

/** A checkout in which what makes it ready says what it was asked for, and the program what it was given. */
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "plumbline-command-"))
  copyFileSync(resolve(import.meta.dirname, "../plumbline"), join(checkout, "plumbline"))
  mkdirSync(join(checkout, "tools"))
  mkdirSync(join(checkout, "build", "src"), { recursive: true })
  writeFileSync(join(checkout, "tools", "ready.mjs"), 'console.log(["ready", ...process.argv.slice(2)].join(" "))\n')
  writeFileSync(join(checkout, "build", "src", "cli.js"), "console.log(JSON.stringify(process.argv.slice(2)))\n")
})

afterAll(() => rmSync(checkout, { recursive: true, force: true }))

test.each([
  [["start", "--data", "my data"], "ready web"],
  [["--data", "my data", "start"], "ready web"],
  [["import", "tickets.csv"], "ready"],
  [[], "ready"],
])("plumbline %j makes ready what it needs, and gets its words as they are", (words, ready) => {
  const said = execFileSync(join(checkout, "plumbline"), words, { encoding: "utf8" })
  expect(said).toBe(`${ready}\n${JSON.stringify(words)}\n`)
})
