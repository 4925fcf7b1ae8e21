import { Problem } from "../problem.ts"
import { type AskedCommand, type ControlOut, Said, SECRET_HEADER } from "./control.ts"
import { readServerNote, type ServerNote } from "./server-note.ts"

/** A command as the command line gives it. */
export interface TypedCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly cwd: string
  /** What it reads from a pipe, where it reads from one. */
  readonly input?: AsyncIterable<Uint8Array> | undefined
}

/** Lets the server that holds the folder run a command, and says here what it says there. Undefined where no server runs. */
export async function runThroughServer(folder: string, typed: TypedCommand, out: ControlOut): Promise<number | undefined> {
  const note = readServerNote(folder)
  const response = note && (await reach(note, typed))
  if (!note || !response?.body || response.status !== 200) return undefined
  let exit: number | undefined
  try {
    for await (const said of saidIn(response.body)) {
      if ("line" in said) out.line(said.line)
      else if ("note" in said) out.note(said.note)
      else if ("progress" in said) out.progress(said.progress)
      else exit = said.exit
    }
  } catch (error) {
    if (error instanceof TypeError) throw new Problem("server.lost", { pid: note.pid, detail: error.message }, { cause: error })
    throw error
  }
  if (exit === undefined) throw new Problem("server.lost", { pid: note.pid, detail: "it closed the connection" })
  return exit
}

/** Null where nobody answers: the note is of a server that was killed, and its number is another process's now. */
async function reach(note: ServerNote, { args, options, input, ...same }: TypedCommand): Promise<Response | null> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const asked = { ...same, args: [...args], options: Object.fromEntries(given) } as AskedCommand
  const line = `${JSON.stringify(asked)}\n`
  const door = `http://127.0.0.1:${note.control_port}/control/run`
  const sent = { method: "POST", headers: { "content-type": "application/x-ndjson", [SECRET_HEADER]: note.secret } }
  try {
    if (!input) return await fetch(door, { ...sent, body: line })
    // A pipe can be read once: nothing is taken from it before somebody is there to take it.
    await fetch(door, { method: "HEAD" })
    return await fetch(door, { ...sent, body: ReadableStream.from(withInput(line, input)), duplex: "half" })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

async function* withInput(line: string, input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(line)
  yield* input
}

async function* saidIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Said> {
  const decoder = new TextDecoder()
  let rest = ""
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) if (line !== "") yield Said.parse(JSON.parse(line))
  }
}
