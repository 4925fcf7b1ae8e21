import { odometer } from "../../calendar/odometer.ts"
import type { Timetable } from "../../calendar/timetable.ts"
import { conversations, movements, problems, promises, promiseStretches, spans, waits } from "../tables.ts"
import { columnsFor, CONVERSATION_CODES, CONVERSATION_NUMBERS } from "./events.ts"
import { newBook } from "./promise-book.ts"
import { rowsOf } from "./rows.ts"
import { newStory } from "./clear-story.ts"
import type { Rules } from "./rules.ts"
import { type Identities, type Listener, type Telling } from "./story.ts"
import type { Words } from "./words.ts"

export interface TellingOptions {
  readonly words: Words
  readonly rules: Rules
  readonly timetable: Timetable
  readonly identities: Identities
  readonly knownUntil: number
  readonly listener?: Listener | undefined
}

export function newTelling({ words, rules, timetable, identities, knownUntil, listener }: TellingOptions): Telling {
  return {
    events: columnsFor(CONVERSATION_CODES, CONVERSATION_NUMBERS),
    words,
    rules,
    timetable,
    odometer: odometer(timetable),
    identities,
    knownUntil,
    conversations: rowsOf(conversations),
    waits: rowsOf(waits),
    movements: rowsOf(movements),
    spans: rowsOf(spans),
    promises: rowsOf(promises),
    promiseStretches: rowsOf(promiseStretches),
    problems: rowsOf(problems),
    promiseBook: newBook(),
    story: newStory(),
    listener,
  }
}

export const NO_IDENTITIES: Identities = {
  merged: new Map(),
  customers: new Map(),
  agents: new Map(),
  teams: new Map(),
  testCustomers: new Set(),
}
