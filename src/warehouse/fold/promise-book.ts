import { type NumberList, numberList } from "./number-list.ts"
import { type Clock, type Measure, newClock, type Piece } from "./promise-clock.ts"
import { PROMISES } from "./promise-places.ts"

/** What a policy promises. */
export interface Terms extends Measure {
  readonly place: number
  readonly at: number
  readonly policy: number
  readonly priority: number
}

export const NO_TERMS: Terms = { target_ms: 0, business: false, still: 0, place: 0, at: NaN, policy: 0, priority: 0 }

export interface Whose {
  team: number
  agent: number
  brand: number
  priority: number
  type: number
  topic: number
}

/** A promise whose clock stopped: `met` or without. Whose it was is as of then. */
export interface Settled {
  /** Whether it still is. */
  stands: boolean
  terms: Terms
  turn: number
  from: number
  to: number
  met: boolean
  readonly whose: Whose
  /** As it stood then. */
  readonly clock: Clock
}

/** A promise that runs, as it has stood since the moment `since`. Moments are NaN where there is none. */
export interface Running {
  /** Whether it does; else all else is of one that did. */
  runs: boolean
  terms: Terms
  turn: number
  /** Where its clock started. */
  from: number
  since: number
  /** How many pieces of the conversation it was read from. */
  pieces: number
  readonly clock: Clock
  shown: Shown
  /** What it showed before, and where what it shows next is written. */
  before: Shown
  readonly whose: Whose
}

/** What a promise that runs shows, as long as nothing happens. */
export interface Shown {
  due: number
  late: number
  noCalendar: number
  /** What is left of it in milliseconds, while its clock stands still. */
  left: number
  still: boolean
}

/** The promises of the story that is told. One such object is used for all stories, as the story's own is. */
export interface PromiseBook {
  /** By their places among PROMISES. */
  readonly terms: (Terms | undefined)[]
  readonly pieces: Piece[]
  /** Likewise. */
  readonly settled: readonly Settled[]
  /** Their places in the order in which they were first settled or taken back. */
  readonly order: NumberList
  /** Waits that a reply or an end has settled: the first `settledWaits` of these. */
  readonly waits: Settled[]
  settledWaits: number
  /** By their places. */
  readonly running: readonly Running[]
}

export function newBook(): PromiseBook {
  return {
    terms: PROMISES.map(() => undefined),
    pieces: [],
    settled: PROMISES.map(newSettled),
    order: numberList(),
    waits: [],
    settledWaits: 0,
    running: PROMISES.map(newRunning),
  }
}

/** Another story begins, with this piece. */
export function clearBook(book: PromiseBook, first: Piece): void {
  book.terms.fill(undefined)
  book.pieces.length = 0
  book.pieces.push(first)
  book.order.count = 0
  book.settledWaits = 0
  for (const settled of book.settled) settled.stands = false
  for (const running of book.running) running.runs = false
}

/** Where the next settled wait goes. */
export function nextWait(book: PromiseBook): Settled {
  if (book.settledWaits === book.waits.length) book.waits.push(newSettled())
  return book.waits[book.settledWaits++]!
}

function newSettled(): Settled {
  return { stands: false, terms: NO_TERMS, turn: 0, from: NaN, to: NaN, met: false, whose: newWhose(), clock: newClock() }
}

function newRunning(): Running {
  const shown = (): Shown => ({ due: NaN, late: NaN, noCalendar: NaN, left: NaN, still: false })
  const times = { from: NaN, since: NaN, pieces: 0 }
  return {
    runs: false,
    terms: NO_TERMS,
    turn: 0,
    ...times,
    clock: newClock(),
    shown: shown(),
    before: shown(),
    whose: newWhose(),
  }
}

export function newWhose(): Whose {
  return { team: 0, agent: 0, brand: 0, priority: 0, type: 0, topic: 0 }
}
