import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { Problem } from "../problem.ts"
import { embeddedStage, passed, play, readStories, reportOf, summaryOf, type Played } from "../stories/index.ts"
import type { CommandAlone } from "./command.ts"

/** `plumbline test FILE…`: plays stories in memory, so no data folder is touched. */
export const test: CommandAlone = {
  name: "test",
  summary: "Play stories: plain-text files that tell what happened and what the metrics must then say",
  args: ["<files...>"],
  alone: true,
  async run({ args, cwd, out }) {
    const all: Played[] = []
    for (const name of args) {
      for (const story of readStories(await read(resolve(cwd, name), name), name)) {
        out.progress(`${name}: ${story.name}`)
        const played = await play(story, embeddedStage())
        for (const line of reportOf(played, name)) out.line(line)
        all.push(played)
      }
    }
    out.line(summaryOf(all))
    return all.length > 0 && all.every(passed) ? 0 : 1
  },
}

async function read(path: string, name: string): Promise<string> {
  return await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new Problem("file.missing", { file: name }, { cause: error })
    throw new Problem("file.unreadable", { file: name, detail: error.message }, { cause: error })
  })
}
