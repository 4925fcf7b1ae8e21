import type { CanonicalEvent } from "../../../events/event.ts"
import { fields } from "../../../events/fields.ts"
import { kinds } from "../../../events/kinds.ts"
import type { Timetable } from "../../../calendar/timetable.ts"
import { foldConversation } from "../conversation.ts"
import { CONVERSATION_CODES, type EventColumns, FALSE, CONVERSATION_NUMBERS, TRUE } from "../events.ts"
import { numbersOf, type Rows } from "../rows.ts"
import { readRules, type RuleValue } from "../rules.ts"
import type { Identities, Listener } from "../story.ts"
import { newTelling, NO_IDENTITIES } from "../telling.ts"
import { foldWords, STATUS, wordsOf } from "../words.ts"
import { ORDER } from "../order.ts"

const MINUTE_US = 60_000_000

/** 2024-05-06T08:00Z, a Monday. */
export const START = Date.UTC(2024, 4, 6, 8) * 1000

/**
 * A story in the notation of the definitions: minutes after the start, `c0 n5 b10 a30 s40`. c customer, a agent, n note, b bot, t automatic
 * message, o opened, s solved, S solved by the bot, r reopened, p pending, h on hold, w open, x closed, d deleted, j spam, J no spam,
 * f handed off, A B agents assigned, X bot assigned, T U teams assigned, _ nobody assigned. Without an `o` it opens at 0.
 */
export function compact(story: string, subject = "conversation:1", opened: Partial<CanonicalEvent> = {}): CanonicalEvent[] {
  const words = story.trim().split(/\s+/).filter(Boolean)
  const given = words.some((word) => word.startsWith("o")) ? words : ["o0", ...words]
  return given.map((word, i) => {
    const letter = word[0]!
    const at = START + Math.round(Number(word.slice(1)) * MINUTE_US)
    const what = LETTERS[letter]
    if (!what) throw new Error(`no letter ${letter}`)
    return { id: `${subject}:${i}`, at, subject, ...what, ...(letter === "o" ? opened : {}) } as CanonicalEvent
  })
}

const LETTERS: Readonly<Record<string, Partial<CanonicalEvent>>> = {
  o: { kind: "conversation.opened", channel: "email" },
  c: { kind: "message.sent", author: "customer", public: true },
  a: { kind: "message.sent", author: "agent", public: true, agent: "ana" },
  e: { kind: "message.sent", author: "agent", public: true, agent: "ben" },
  n: { kind: "message.sent", author: "agent", public: false, agent: "ana" },
  b: { kind: "message.sent", author: "bot", public: true },
  t: { kind: "message.sent", author: "auto", public: true },
  s: { kind: "conversation.status_changed", status: "solved", author: "agent", agent: "ana" },
  S: { kind: "conversation.status_changed", status: "solved", author: "bot" },
  r: { kind: "conversation.status_changed", status: "open", author: "customer" },
  p: { kind: "conversation.status_changed", status: "pending", author: "agent" },
  h: { kind: "conversation.status_changed", status: "on_hold", author: "agent" },
  w: { kind: "conversation.status_changed", status: "open", author: "agent" },
  x: { kind: "conversation.status_changed", status: "closed", author: "system" },
  d: { kind: "conversation.deleted" },
  j: { kind: "conversation.marked_spam" },
  J: { kind: "conversation.marked_spam", linked: false },
  f: { kind: "conversation.handed_off" },
  A: { kind: "conversation.assigned", agent: "ana", agent_is: "human" },
  B: { kind: "conversation.assigned", agent: "ben", agent_is: "human" },
  X: { kind: "conversation.assigned", agent: "robo", agent_is: "bot" },
  T: { kind: "conversation.assigned", team: "front" },
  U: { kind: "conversation.assigned", team: "back" },
  _: { kind: "conversation.assigned" },
}

type Told = Readonly<Record<string, number | string | null>>

export interface ToldStory {
  readonly row: Told
  readonly waits: readonly Told[]
  readonly movements: readonly Told[]
  readonly spans: readonly Told[]
  readonly promises: readonly Told[]
  readonly promiseStretches: readonly Told[]
  readonly problems: readonly Told[]
}

export interface TellOptions {
  readonly rules?: Readonly<Record<string, RuleValue>>
  readonly timetable?: (codeOf: (word: string) => number) => Timetable
  readonly identities?: Partial<Identities>
  readonly listener?: Listener
  readonly knownUntil?: number
}

/** Tells the story of these events and gives the rows with words for codes and minutes since the start for moments. */
export function tellStory(events: readonly CanonicalEvent[], options: TellOptions = {}): ToldStory {
  const dictionary = ["", ...foldWords]
  const codeOf = (word: string): number => {
    const known = dictionary.indexOf(word)
    return known > 0 ? known : dictionary.push(word) - 1
  }
  const story = codeOf(events.find(({ kind }) => kind !== "conversation.merged_into")?.subject ?? "")
  const timetable = options.timetable?.(codeOf) ?? NO_HOURS
  const t = newTelling({
    words: wordsOf(codeOf),
    rules: readRules(options.rules ?? {}),
    timetable,
    identities: { ...NO_IDENTITIES, ...options.identities },
    knownUntil: options.knownUntil ?? -Infinity,
    listener: options.listener,
  })
  fill(t.events, sorted(events), story, codeOf)
  foldConversation(t, 0, events.length)
  const read = (rows: Rows): Told[] => readRows(rows, dictionary)
  return {
    row: read(t.conversations)[0]!,
    waits: read(t.waits),
    movements: read(t.movements),
    spans: read(t.spans),
    promises: read(t.promises),
    promiseStretches: read(t.promiseStretches),
    problems: read(t.problems),
  }
}

const NO_HOURS: Timetable = {
  calendars: [],
  calendarAt: () => -1,
  nextChange: () => Infinity,
  openBefore: () => NaN,
  calendar() {
    throw new Error("there is no calendar")
  },
}

function sorted(events: readonly CanonicalEvent[]): CanonicalEvent[] {
  const rank = (event: CanonicalEvent): number => ORDER.get(kinds[event.kind].code) ?? 3
  return events.toSorted((a, b) => a.at - b.at || rank(a) - rank(b))
}

function fill(columns: EventColumns, events: readonly CanonicalEvent[], story: number, codeOf: (word: string) => number): void {
  events.forEach((event, i) => {
    for (const name of CONVERSATION_CODES) {
      const field = name === "story" || name === "subject" || name === "kind" ? undefined : event[name]
      if (name === "story") columns.codes.story[i] = story
      else if (name === "subject") columns.codes.subject[i] = codeOf(event.subject)
      else if (name === "kind") columns.codes.kind[i] = kinds[event.kind].code
      else if (name === "pauses") columns.codes.pauses[i] = stillOf(event.pauses ?? [])
      else if (fields[name].type === "boolean") columns.codes[name][i] = field === undefined ? 0 : field ? TRUE : FALSE
      else columns.codes[name][i] = field === undefined ? 0 : codeOf(String(field))
    }
    for (const name of CONVERSATION_NUMBERS) columns.numbers[name][i] = event[name] ?? NaN
  })
  columns.count = events.length
}

/** A bit for each status, as the engine gives them. */
function stillOf(pauses: readonly string[]): number {
  return Object.entries(STATUS).reduce((bits, [word, bit]) => (pauses.includes(word) ? bits | (1 << bit) : bits), 0)
}

function readRows({ table, cells, width, count }: Rows, dictionary: readonly string[]): Told[] {
  const names = numbersOf(table)
  return Array.from({ length: count }, (_, r) =>
    Object.fromEntries(
      names.map((name, place) => {
        const value = cells[r * width + place]!
        const type = table.columns[name]!.type
        if (Number.isNaN(value)) return [name, null]
        if (type === "code" || type === "subject") return [name, dictionary[value]!]
        if (type === "moment") return [name, (value - START) / MINUTE_US]
        return [name, type === "ms" && !name.endsWith("base_ms") ? value / 60_000 : value]
      }),
    ),
  )
}
