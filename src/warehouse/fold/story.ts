import type { Odometer } from "../../calendar/odometer.ts"
import type { Timetable } from "../../calendar/timetable.ts"
import { conversations, movements, problems, promises, promiseStretches, spans, waits } from "../tables.ts"
import type { EventColumns } from "./events.ts"
import type { NumberList } from "./number-list.ts"
import type { PromiseBook } from "./promise-book.ts"
import { placesOf, type Rows } from "./rows.ts"
import type { Rules } from "./rules.ts"
import type { Clock, ClockNote } from "./tape.ts"
import type { Words } from "./words.ts"

/** Where the columns of the rows stand. */
export const CONVERSATION = placesOf(conversations)
export const WAIT = placesOf(waits)
export const MOVEMENT = placesOf(movements)
export const SPAN = placesOf(spans)
export const PROMISE = placesOf(promises)
export const PROMISE_STRETCH = placesOf(promiseStretches)
export const PROBLEM = placesOf(problems)

/** Hears what the fold does and why. Only a tape listens. */
export interface Listener {
  event(index: number): void
  clock(clock: Clock, did: ClockNote["did"], why: string, reached?: boolean): void
  /** Between two events or after the last another calendar came into force. */
  calendar(): void
  /** All is told up to when everything is known. */
  end(): void
}

/** Which subjects are one: by code, the code of the one they are. Those not in it stand for themselves. */
export interface Identities {
  /** Conversations merged into another: the one each went into, itself perhaps merged again. */
  readonly merged: ReadonlyMap<number, number>
  readonly customers: ReadonlyMap<number, number>
  readonly agents: ReadonlyMap<number, number>
  readonly teams: ReadonlyMap<number, number>
  /** Customers known to be tests, by the code of the one they are. */
  readonly testCustomers: ReadonlySet<number>
}

/** All that telling a story needs, and where the rows go. */
export interface Telling {
  events: EventColumns
  readonly words: Words
  readonly rules: Rules
  readonly timetable: Timetable
  readonly odometer: Odometer
  readonly identities: Identities
  /** Where what still runs is measured; the calendars in force then are those it runs by. */
  readonly knownUntil: number
  readonly conversations: Rows
  readonly waits: Rows
  readonly movements: Rows
  readonly spans: Rows
  readonly promises: Rows
  readonly promiseStretches: Rows
  readonly problems: Rows
  readonly promiseBook: PromiseBook
  readonly story: Story
  readonly listener: Listener | undefined
}

/** One conversation while it is told. One such object is used for all, so that nothing is made per event. */
export interface Story {
  /** The row of `conversations` as it grows. */
  readonly row: Float64Array
  subject: number
  /** Whose statuses and assignments count: the conversation itself. */
  lead: number
  /** Its events are the rows from `start` to before `end`. */
  start: number
  end: number
  /** The event being told: its moment, and the open time so far. */
  at: number
  open: number
  /** Of the conversation itself; of it or the earliest merged into it. */
  begun: boolean
  openedAt: number
  openedOpen: number
  outbound: boolean
  /** The response clock starts with the opening, for no customer's message comes first. */
  clockFromOpening: boolean
  clocked: boolean
  clockAt: number
  clockOpen: number
  firstMessageOpen: number
  handoffOpen: number
  customer: number
  channel: number
  team: number
  agent: number
  agentIsBot: boolean
  agentSince: number
  lastHuman: number
  brand: number
  priority: number
  type: number
  topic: number
  tier: number
  status: number
  statusAt: number
  statusOpen: number
  unassignedAt: number
  unassignedOpen: number
  waiting: boolean
  waitAt: number
  waitOpen: number
  /** The wait that runs began after the first reply. */
  waitAfterFirst: boolean
  turns: number
  /** Who spoke last to the other side: AUTHOR.customer, AUTHOR.agent or nobody yet. */
  side: number
  /** The latest customer message since the solve. */
  afterSolveAt: number
  afterSolveOpen: number
  reopenedAt: number
  /** test or backfill, as a code; 0 for neither. */
  excluded: number
  gone: boolean
  /** spam, deleted or merged, as a code; 0 while it counts. */
  removedAs: number
  /** Where its rows begin in `waits`, `movements`, `spans`, `promises`, `promise_stretches`. */
  firstWait: number
  firstMovement: number
  firstSpan: number
  firstPromise: number
  firstPromiseStretch: number
  /** The stretch of time that runs: where its row begins in `spans`, or -1. */
  stretch: number
  stretchOpen: number
  stretchCalendar: number
  /** When a rule of the timetable next begins or ends. */
  calendarChange: number
  /** The last solve: where its row begins in `movements`, or -1. */
  lastSolve: number
  /** The open state, the assignee or the like is another since this event. */
  turned: boolean
  book: PromiseBook | undefined
  readonly participants: NumberList
  /** The moments at which it went on, in order. */
  readonly acts: NumberList
}
