import { Hono } from "hono"
import { stream } from "hono/streaming"
import { z } from "zod"
import { Problem } from "../problem.ts"
import { sameSecret } from "../state/secrets.ts"
import { MOST_BODY_BYTES } from "./limits.ts"

/** A command as it was typed elsewhere. */
export const AskedCommand = z.object({
  command: z.string(),
  args: z.array(z.string()),
  options: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  /** The folder it was typed in. */
  cwd: z.string(),
})
export type AskedCommand = z.infer<typeof AskedCommand>

/** Where a command writes. See commands/command.ts. */
export interface ControlOut {
  line(text: string): void
  note(text: string): void
  progress(text: string): void
}

/** Runs a command on the folder this process holds, with what came through the pipe where it was typed. Returns its exit code. */
export type RunCommand = (asked: AskedCommand, out: ControlOut, input: AsyncIterable<Uint8Array>) => Promise<number>

/** One line of what goes back. */
export const Said = z.union([
  z.object({ line: z.string() }),
  z.object({ note: z.string() }),
  z.object({ progress: z.string() }),
  z.object({ exit: z.number().int() }),
])
export type Said = z.infer<typeof Said>

export const SECRET_HEADER = "x-plumbline-secret"
/** Sent in silence, so that neither end takes a long step for a dead line. */
const HEARTBEAT_MS = 20_000
const FAILED = 1
const DEFECT = 70

/**
 * The door for commands. It has a port of its own on this machine alone, so nothing that serves people can reach it, and asks for the
 * secret that only the owner of the folder can read. A browser never gets in: it says where its requests come from.
 */
export function createControl(secret: string, run: RunCommand): Hono {
  const app = new Hono()
  app.post("/control/run", async (c) => {
    const given = c.req.header(SECRET_HEADER) ?? ""
    if (c.req.header("origin") !== undefined || !sameSecret(given, secret)) return c.notFound()
    const { line, rest } = await firstLine(c.req.raw.body)
    const asked = AskedCommand.parse(JSON.parse(line))
    c.header("Content-Type", "application/x-ndjson")
    return stream(c, async (out) => {
      const saying = speaker((text) => out.write(text))
      const heartbeat = setInterval(() => saying.say("\n"), HEARTBEAT_MS)
      const exit = await perform(
        asked,
        (given, out) => run(given, out, rest),
        (said) => saying.say(`${JSON.stringify(said)}\n`),
      )
      clearInterval(heartbeat)
      saying.say(`${JSON.stringify({ exit } satisfies Said)}\n`)
      await saying.finished()
    })
  })
  return app
}

type Run = (asked: AskedCommand, out: ControlOut) => Promise<number>

async function perform(asked: AskedCommand, run: Run, say: (said: Said) => void): Promise<number> {
  try {
    return await run(asked, {
      line: (line) => say({ line }),
      note: (note) => say({ note }),
      progress: (progress) => say({ progress }),
    })
  } catch (error) {
    // The command's own process would have said the same: a sentence for its user, the whole story for us.
    if (error instanceof Problem) say({ note: error.message })
    else say({ note: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    return error instanceof Problem ? FAILED : DEFECT
  }
}

const NEWLINE = 10

/** The command is the first line of what is sent; what comes after it is the command's standard input, read as the command reads it. */
async function firstLine(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ readonly line: string; readonly rest: AsyncIterable<Uint8Array> }> {
  const pieces = (body ?? new Blob([]).stream()).values()
  let read: Uint8Array = new Uint8Array()
  while (!read.includes(NEWLINE)) {
    const { done, value } = await pieces.next()
    if (done) break
    read = Buffer.concat([read, value])
    if (read.length > MOST_BODY_BYTES) throw new Problem("body.too_large", { most_bytes: MOST_BODY_BYTES })
  }
  const end = read.includes(NEWLINE) ? read.indexOf(NEWLINE) : read.length
  return { line: Buffer.from(read.subarray(0, end)).toString(), rest: after(read.subarray(end + 1), pieces) }
}

async function* after(first: Uint8Array, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  yield* pieces
}

/** What is said while a write is under way goes out together in the next. */
function speaker(write: (text: string) => Promise<unknown>) {
  let unsent: string[] = []
  let writing: Promise<void> | null = null
  const flush = async (): Promise<void> => {
    while (unsent.length > 0) {
      const text = unsent.join("")
      unsent = []
      await write(text)
    }
    writing = null
  }
  return {
    say(text: string) {
      unsent.push(text)
      writing ??= flush()
    },
    async finished() {
      await writing
    },
  }
}
