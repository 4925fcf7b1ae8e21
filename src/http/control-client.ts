import { Problem } from "../problem.ts"
import { type AskedCommand, type ControlOut, Said, SECRET_HEADER } from "./control.ts"
import { readServerNote, type ServerNote } from "./server-note.ts"

/** A command as the command line gives it. */
export interface TypedCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly cwd: string
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
async function reach(note: ServerNote, { args, options, ...same }: TypedCommand): Promise<Response | null> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const asked = { ...same, args: [...args], options: Object.fromEntries(given) } as AskedCommand
  try {
    return await fetch(`http://127.0.0.1:${note.control_port}/control/run`, {
      method: "POST",
      headers: { "content-type": "application/json", [SECRET_HEADER]: note.secret },
      body: JSON.stringify(asked),
    })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
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
