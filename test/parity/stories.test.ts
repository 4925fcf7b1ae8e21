import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { play, readStories, reportOf } from "../../src/stories/index.ts"
import type { OpenStage } from "../../src/stories/play.ts"
import { installed, type Server, startServer } from "./server.ts"
import { serverStage } from "./server-stage.ts"

/**
 * Each story takes seconds there, so the usual run tells those that were seen to agree; PLUMBLINE_PARITY_STORIES=all tells every one, of
 * which docs/clickhouse.md says how many were seen.
 */
const SEEN = ["01-", "03-", "05-", "08-", "09-", "10-"]
const all = process.env["PLUMBLINE_PARITY_STORIES"] === "all"

const folder = join(import.meta.dirname, "..", "stories")
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".story") && (all || SEEN.some((start) => name.startsWith(start))))
  .map((name) => ({ name, stories: readStories(readFileSync(join(folder, name), "utf8"), name) }))

describe.skipIf(!installed)("each story, told to the other engine", () => {
  let server: Server
  let stage: OpenStage
  beforeAll(async () => {
    server = await startServer()
    stage = await serverStage(server)
  })
  afterAll(() => server?.stop())

  describe.each(files)("$name", ({ name, stories }) => {
    test.each(stories.map((story) => [story.name, story] as const))("%s", async (_, story) => {
      const played = await play(story, stage)
      expect(reportOf(played, name).join("\n")).toBe("")
    })
  })
})
