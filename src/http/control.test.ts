import { createHash } from "node:crypto"
import { readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { Problem } from "../problem.ts"
import { runThroughServer } from "./control-client.ts"
import type { ControlOut } from "./control.ts"
import { newPremises, type Premises } from "./premises-for-tests.ts"

let premises: Premises

beforeEach(() => {
  premises = newPremises()
})

afterEach(() => premises.close())

describe("a command typed while the server runs", () => {
  const typed = {
    command: "import",
    args: ["a.ndjson"],
    options: { dry: true, rule: ["a=b"], absent: undefined },
    cwd: "/somewhere",
  }

  test("is run by the server, says here what it says there, and ends with its exit code", async () => {
    await premises.start({
      run: async (asked, out) => {
        out.progress("half")
        out.line(JSON.stringify(asked))
        out.note("done")
        return 3
      },
    })
    const heard = listening()
    expect(await runThroughServer(premises.folder, typed, heard)).toBe(3)
    expect(heard.said).toEqual([
      "progress half",
      'line {"command":"import","args":["a.ndjson"],"options":{"dry":true,"rule":["a=b"]},"cwd":"/somewhere"}',
      "note done",
    ])
  })

  test("a hundred thousand lines arrive all and in order", async () => {
    await premises.start({
      run: async (_asked, out) => {
        for (let i = 0; i < 100_000; i++) out.line(`row ${i}`)
        return 0
      },
    })
    const heard = listening()
    expect(await runThroughServer(premises.folder, typed, heard)).toBe(0)
    expect([heard.said.length, heard.said[0], heard.said.at(-1)]).toEqual([100_000, "line row 0", "line row 99999"])
  })

  test("what is piped into it reaches it whole, also more than a request may else hold", async () => {
    const digest = createHash("sha256")
    await premises.start({
      run: async (asked, out, input) => {
        let bytes = 0
        const heard = createHash("sha256")
        for await (const piece of input) {
          bytes += piece.length
          heard.update(piece)
        }
        out.line(`${asked.args.join()} ${bytes} ${heard.digest("hex")}`)
        return 0
      },
    })
    async function* pipe(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 300; i++) {
        const piece = Buffer.alloc(65_536, `line ${i}\n`)
        digest.update(piece)
        yield piece
      }
    }
    const heard = listening()
    expect(await runThroughServer(premises.folder, { ...typed, args: ["-"], input: pipe() }, heard)).toBe(0)
    expect(heard.said).toEqual([`line - ${300 * 65_536} ${digest.digest("hex")}`])
  })

  test("a pipe stays unread where nobody is there to take it", async () => {
    await premises.start()
    writeFileSync(join(premises.folder, "server.json"), JSON.stringify({ ...noteOf(), control_port: 1 }))
    let read = false
    async function* pipe(): AsyncGenerator<Uint8Array> {
      read = true
      yield Buffer.from("{}")
    }
    expect(await runThroughServer(premises.folder, { ...typed, input: pipe() }, listening())).toBeUndefined()
    expect(read).toBe(false)
  })

  test.each<[string, Error, number, RegExp]>([
    ["a problem", new Problem("file.missing", { file: "a.ndjson" }), 1, /^note There is no file a\.ndjson/],
    ["a defect", new Error("This is a defect"), 70, /^note Error: This is a defect\n +at /],
  ])("%s is said as its own process would", async (_what, error, exit, says) => {
    await premises.start({ run: () => Promise.reject(error) })
    const heard = listening()
    expect(await runThroughServer(premises.folder, typed, heard)).toBe(exit)
    expect(heard.said.join()).toMatch(says)
  })

  test("only the owner can read how to get in, and the note goes with the server", async () => {
    await premises.start()
    expect(statSync(join(premises.folder, "server.json")).mode & 0o777).toBe(0o600)
    await premises.close()
    expect(await runThroughServer(premises.folder, typed, listening())).toBeUndefined()
  })

  test.each([
    ["with a wrong secret", (note: Note) => ({ headers: { "x-plumbline-secret": `${note.secret}x` } })],
    ["from a browser", (note: Note) => ({ headers: { "x-plumbline-secret": note.secret, origin: "http://127.0.0.1:4600" } })],
    ["without a secret", () => ({ headers: {} })],
  ])("%s there is nothing", async (_how, init) => {
    await premises.start({ run: () => Promise.reject(new Error("must not run")) })
    const note = noteOf()
    const body = JSON.stringify({ command: "import", args: [], options: {}, cwd: "/" })
    const response = await fetch(`http://127.0.0.1:${note.control_port}/control/run`, { method: "POST", body, ...init(note) })
    expect(response.status).toBe(404)
  })

  test("the door for commands is not on the port for people", async () => {
    const { url } = await premises.start()
    const response = await fetch(`${url}/control/run`, { method: "POST", headers: { "x-plumbline-secret": noteOf().secret } })
    expect(response.status).toBe(404)
  })

  test("a note left by a killed server is no server", async () => {
    await premises.start()
    const gone = { ...noteOf(), pid: 2 ** 22 + 1 }
    writeFileSync(join(premises.folder, "server.json"), JSON.stringify(gone))
    expect(await runThroughServer(premises.folder, typed, listening())).toBeUndefined()
    writeFileSync(join(premises.folder, "server.json"), JSON.stringify({ ...gone, pid: process.pid, control_port: 1 }))
    expect(await runThroughServer(premises.folder, typed, listening())).toBeUndefined()
  })

  test("a server that dies meanwhile is said to be lost", async () => {
    const open = await premises.start({
      run() {
        setTimeout(() => void open.close(), 50)
        return new Promise(() => {})
      },
    })
    const ran = runThroughServer(premises.folder, typed, listening())
    await expect(ran).rejects.toMatchObject({ code: "server.lost" })
  })
})

interface Note {
  readonly control_port: number
  readonly secret: string
}

const noteOf = (): Note => JSON.parse(readFileSync(join(premises.folder, "server.json"), "utf8")) as Note

function listening(): ControlOut & { said: string[] } {
  const said: string[] = []
  const hear = (kind: string) => (text: string) => void said.push(`${kind} ${text}`)
  return { said, line: hear("line"), note: hear("note"), progress: hear("progress") }
}
