import { Readable } from "node:stream"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { keyFor } from "../state/keys.ts"
import { openState } from "../state/state.ts"
import type { Plumbline } from "../plumbline.ts"
import type { Command } from "./command.ts"
import { keys } from "./keys.ts"
import { users } from "./users.ts"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-people-"))
})

test("a key is printed once, works, is listed without itself, and is gone when removed", async () => {
  const { lines } = await run(keys, ["add", "importer"], { role: "admin" })
  const [key = ""] = lines
  expect(found(key)).toMatchObject({ name: "importer", role: "admin" })
  const listed = await run(keys, [])
  expect(listed.lines.join()).toMatch(/^importer\tadmin\tsince \d{4}-\d{2}-\d{2}\tused /)
  expect(listed.lines.join()).not.toContain(key)
  await run(keys, ["remove", "importer"])
  expect(found(key)).toBeNull()
})

test("a person is added without a password and with a link to set one", async () => {
  const { lines } = await run(users, ["add", "Ana"], { role: "admin" })
  expect(lines).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:4600\/welcome\?link=plw_[\w-]{43}$/)])
  expect((await run(users, [])).lines).toEqual([expect.stringMatching(/^Ana\tadmin\tsince [\d-]+\tno password yet$/)])
  const again = await run(users, ["link", "ana"])
  expect(again.lines[0]).not.toBe(lines[0])
  await run(users, ["remove", "Ana"])
  expect((await run(users, [])).notes.join()).toContain("Nobody has an account yet")
})

describe("what cannot be done is said in one sentence", () => {
  test.each<[string, Command, string[], object, RegExp]>([
    ["another action", users, ["ad"], {}, /"ad" is nothing that can be done here\. Choose one of: list, add, link, remove/],
    ["no name", keys, ["add"], {}, /`add NAME`/],
    ["an unknown name", users, ["link", "Cy"], {}, /no user named "Cy"/],
    ["an unknown role", keys, ["add", "k"], { role: "boss" }, /no role "boss"\. There are: admin, viewer/],
  ])("%s", async (_what, command, args, options, says) => {
    await expect(run(command, args, options)).rejects.toThrow(says)
  })
})

async function run(command: Command, args: readonly string[], options = {}) {
  const lines: string[] = []
  const notes: string[] = []
  const out = { line: (text: string) => void lines.push(text), note: (text: string) => void notes.push(text), progress: () => {} }
  const config = { folder, host: "127.0.0.1", port: 4600, memory: "1GB", threads: 1 }
  // These commands look at the folder only; the numbers in it are none of their business.
  await command.run({ plumbline: { folder } as Plumbline, args, options, cwd: folder, config, out, input: Readable.from([]) })
  return { lines, notes }
}

function found(key: string) {
  const state = openState(folder)
  try {
    return keyFor(state, key, 1_700_000_000_000_000)
  } finally {
    state.close()
  }
}
