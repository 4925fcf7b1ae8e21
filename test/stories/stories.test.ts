import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { kinds } from "../../src/events/kinds.ts"
import { embeddedStage, play, readStories, reportOf } from "../../src/stories/index.ts"

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".story"))
  .map((name) => ({ name, stories: readStories(readFileSync(join(import.meta.dirname, name), "utf8"), name) }))

describe.each(files)("$name", ({ name, stories }) => {
  test.each(stories.map((story) => [story.name, story] as const))("%s", async (_, story) => {
    const played = await play(story, embeddedStage())
    expect(reportOf(played, name).join("\n")).toBe("")
  })
})

test("every kind of event is told of in a story", () => {
  const told = new Set(
    files.flatMap(({ stories }) =>
      stories.flatMap(({ items }) => items.flatMap((item) => (item.kind === "event" ? [item.event.kind] : []))),
    ),
  )
  expect(Object.keys(kinds).filter((kind) => !told.has(kind as keyof typeof kinds))).toEqual([])
})
