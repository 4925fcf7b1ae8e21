import { expect, test } from "vitest"
import { embeddedStage, passed, play, readStories, reportOf, summaryOf } from "./index.ts"

const told = async (text: string) => play(readStories(text, "a.story")[0]!, embeddedStage())

test("a story that is as told passes, and says nothing", async () => {
  const played = await told("#1 mon 09:00 customer opens\nask ticket_volume per day\n    mon  1  n=1\n    total  1")
  expect(passed(played)).toBe(true)
  expect(reportOf(played, "a.story")).toEqual([])
  expect(summaryOf([played])).toBe("1 story, 1 question: all as told.")
})

test("a story that is not shows the lines: expected, actual, unexpected, and those that do not exist", async () => {
  const played = await told(`#1  mon 09:00  customer opens via chat
#2  tue 09:00  customer opens
    +1m        marks spam
ask ticket_volume per day by channel
    mon  chat   2
    wed  email  1`)
  expect(passed(played)).toBe(false)
  expect(reportOf(played, "a.story")).toEqual([
    "a.story:1  a.story",
    "    line 4: ask ticket_volume per day, 2024-01-01 to 2024-01-03",
    "          5 - mon  chat  2",
    "          5 + mon  chat  1",
    "          6 - wed  email  1",
    "          6 + (there is no such row)",
  ])
  expect(summaryOf([played])).toBe("1 story, 1 question: 1 not as told.")
})

test("what nobody expected is shown too", async () => {
  const played = await told("#1 mon 09:00 customer opens\n#2 tue 09:00 customer opens\nask ticket_volume per day\n    mon  1")
  expect(reportOf(played, "a.story").at(-1)).toBe("        new + tue  1  n=1")
})

test("a question that cannot be asked fails the story, and the next one is asked all the same", async () => {
  const played = await told("#1 mon 09:00 customer opens\nask ticket_volum total\n    1\nask ticket_volume total\n    1")
  expect(reportOf(played, "a.story")).toEqual([
    "a.story:1  a.story",
    "    line 2: ask ticket_volum total, 2024-01-01 to 2024-01-02",
    expect.stringContaining('! There is no metric "ticket_volum". Did you mean ticket_volume?'),
  ])
})

test("a story that asks nothing tests nothing", async () => {
  const played = await told("#1 mon 09:00 customer opens")
  expect(passed(played)).toBe(false)
  expect(reportOf(played, "a.story").at(-1)).toContain("It asks nothing")
})

test("questions see what was told before them, not what comes after", async () => {
  const played = await told(
    "#1 mon 09:00 customer opens\nask ticket_volume total\n    1\n#2 mon 10:00 customer opens\nask ticket_volume total\n    2",
  )
  expect(reportOf(played, "a.story")).toEqual([])
})
