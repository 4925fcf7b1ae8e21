import { Problem } from "../problem.ts"
import { readAsk, type AskLine } from "./ask-line.ts"
import { readBlock, type Block } from "./block.ts"
import { FIRST_MONDAY, takeDate, type Days } from "./days.ts"
import { HOURS_LINES, noHours, settingsOf, type Hours } from "./hours.ts"
import { readRow } from "./row.ts"
import { tell } from "./sentence.ts"
import type { Item, Story } from "./story.ts"
import { walk, wordsOf, type Words } from "./tokens.ts"
import { families } from "./verbs/index.ts"
import { takeList } from "./verbs/verb.ts"
import { takeWhen, WHEN_EXPECTED } from "./when.ts"

/** The most events one file may tell, repetitions counted. */
export const MOST_EVENTS = 200_000

/** What has been read of a story so far. */
interface Reading {
  readonly file: string
  readonly name: string
  readonly line: number
  zone: string | undefined
  monday: string
  start_at: number | undefined
  as_of: number | undefined
  readonly hours: Hours
  readonly topics: Map<string, readonly string[]>
  readonly items: Item[]
  current: Block | AskLine | undefined
}

interface Line {
  readonly number: number
  readonly text: string
}

/** A file of stories → its stories. Lines before the first `story NAME` hold for all; with events of their own they are a story too. */
export function readStories(text: string, file: string): readonly Story[] {
  const lines = text.split(/\r?\n/).map((text, i) => ({ number: i + 1, text: text.trimEnd() }))
  const told = lines.filter(({ text }) => text !== "" && !/^\s*#(\s|$)/.test(text))
  const heads = told.flatMap(({ text }, i) => (/^story\s/.test(text) ? [i] : []))
  const preamble = told.slice(0, heads[0] ?? told.length)
  const first = readStory(file, { number: 1, text: file }, preamble)
  const shared = preamble.filter(({ text }) => isSetting(text))
  const named = heads.map((head, i) => readStory(file, told[head]!, [...shared, ...told.slice(head + 1, heads[i + 1])]))
  return first.items.length > 0 ? [first, ...named] : named
}

/** Lines that say what the world is like, not what happens in it. */
function isSetting(text: string): boolean {
  const [first, , third] = text.split(/\s+/)
  return (
    /^(zone|week|start|topic)$/.test(first ?? "") ||
    (Object.hasOwn(HOURS_LINES, first ?? "") && (first !== "team" || third === "uses"))
  )
}

function readStory(file: string, head: Line, lines: readonly Line[]): Story {
  const reading: Reading = {
    file,
    name: head.text.replace(/^story\s+/, ""),
    line: head.number,
    zone: undefined,
    monday: FIRST_MONDAY,
    start_at: undefined,
    as_of: undefined,
    hours: noHours(),
    topics: new Map(),
    items: [],
    current: undefined,
  }
  for (const line of lines) readLine(reading, line)
  finish(reading)
  const { name, items, hours, topics } = reading
  return { name, line: head.number, zone: daysOf(reading).zone, calendars: settingsOf(hours, file), topics, items }
}

function readLine(reading: Reading, { number, text }: Line): void {
  const fail = (what: string): never => {
    throw new Problem("story.malformed", { file: reading.file, line: number, what })
  }
  if (/^\s/.test(text)) {
    const { current } = reading
    if (current?.kind === "ask") return void current.rows.push(readRow(text.trim(), number, current.labels, fail))
    if (current?.kind === "block") return readSentence(reading, current, walk(wordsOf(text)), number, fail)
    return fail("an indented line belongs to a conversation or to a question, and there is none above it.")
  }
  finish(reading)
  const words = walk(wordsOf(text))
  const block = readBlock(words, fail)
  if (block) {
    reading.current = block
    if (words.left() > 0) readSentence(reading, block, words, number, fail)
    return
  }
  const directive = words.take()!
  if (directive === "ask")
    reading.current = readAsk(words, number, { days: daysOf(reading), as_of: reading.as_of, events: eventsOf(reading), fail })
  else readSetting(reading, directive, words, fail)
}

/** A question is complete when the next thing begins. */
function finish(reading: Reading): void {
  const { current } = reading
  if (current?.kind === "ask") reading.items.push(current.asked())
  reading.current = undefined
}

function readSetting(reading: Reading, directive: string, words: Words, fail: (what: string) => never): void {
  const days = daysOf(reading)
  const hours = HOURS_LINES[directive]
  if (hours) {
    hours.read(words, reading.hours, days, (what) => fail(`${what} It is said so: ${hours.usage}.`))
    reading.zone ??= Object.values(reading.hours.calendars)[0]?.zone
  } else if (directive === "zone") reading.zone = words.take() ?? fail("I expected a zone, as in Europe/Berlin.")
  else if (directive === "week") reading.monday = readMonday(words, days, fail)
  else if (directive === "topic") readTopic(reading, words, fail)
  else if (directive === "start") reading.start_at = readMoment(reading, words, fail)
  else if (directive === "as" && words.takeIf("of"))
    reading.as_of = words.takeIf("now") ? undefined : readMoment(reading, words, fail)
  else
    fail(
      `I do not know "${directive}". A line begins with story, zone, week, start, topic, ${Object.keys(HOURS_LINES).join(", ")}, as of, ask, #1, or ${families
        .slice(1)
        .map((family) => `${family.header} ID`)
        .join(", ")}.`,
    )
  if (words.left() > 0) fail(`I do not understand "${words.peek()}" here.`)
}

function readTopic({ topics }: Reading, words: Words, fail: (what: string) => never): void {
  const topic = words.take()
  const next = words.takeIf("leads") && words.takeIf("to") ? takeList(words) : []
  if (topic === undefined || next.length === 0) return fail("I expected topics, as in topic delivery leads to return, refund.")
  topics.set(topic, [...(topics.get(topic) ?? []), ...next])
}

function readMonday(words: Words, days: Days, fail: (what: string) => never): string {
  const date = takeDate(words, days)
  return date?.dayOfWeek === 1 ? date.toString() : fail("I expected the date of a Monday, as in week 2024-05-20.")
}

function readMoment(reading: Reading, words: Words, fail: (what: string) => never): number {
  const since = { previous_at: latest(reading), origin_at: startOf(reading) }
  return takeWhen(words, daysOf(reading), since) ?? fail(`I expected ${WHEN_EXPECTED}.`)
}

function readSentence(reading: Reading, block: Block, words: Words, line: number, fail: (what: string) => never): void {
  const days = daysOf(reading)
  // Where the first line says @30 itself, the minutes are the story's; else they are counted from that line.
  const counted = block.origin_at === undefined && words.peek()?.startsWith("@")
  const origin_at = block.origin_at ?? startOf(reading)
  const at = takeWhen(words, days, { previous_at: block.previous_at, origin_at }) ?? fail(`I expected ${WHEN_EXPECTED}.`)
  block.origin_at ??= counted ? origin_at : at
  block.previous_at = at
  const rest = words.takeUntil(() => false)
  const when = (text: string) => takeWhen(walk(wordsOf(text)), days, { previous_at: at, origin_at })
  for (const subject of block.subjects) {
    const id = block.subjects.length === 1 ? `story:${line}` : `story:${line}:${subject}`
    for (const { event, learned_at } of tell({ family: block.family, subject, at, words: rest, id, when, fail }))
      reading.items.push({ kind: "event", line, event, learned_at: learned_at ?? at })
  }
  if (reading.items.length > MOST_EVENTS) throw new Problem("story.too_long", { file: reading.file, most: MOST_EVENTS })
}

function daysOf({ zone, monday }: Reading): Days {
  return { zone: zone ?? "UTC", monday }
}

/** Where `@0` of a first line is: midnight of the first Monday, unless `start` says otherwise. */
function startOf(reading: Reading): number {
  return reading.start_at ?? takeWhen(walk(["mon"]), daysOf(reading), { previous_at: undefined, origin_at: 0 })!
}

function eventsOf({ items }: Reading): readonly number[] {
  return items.flatMap((item) => (item.kind === "event" ? [item.event.at] : []))
}

function latest(reading: Reading): number | undefined {
  return eventsOf(reading).at(-1)
}
