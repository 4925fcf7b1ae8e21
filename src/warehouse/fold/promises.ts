import { KIND } from "./kinds.ts"
import { clearBook, nextWait, type PromiseBook } from "./promise-book.ts"
import type { Running, Settled, Terms, Whose } from "./promise-book.ts"
import { BY_SOLVE, FIRST, NEXT, PROMISES, REQUESTER_WAIT } from "./promise-places.ts"
import { addNew } from "./number-list.ts"
import { forecastOf, setAs, start, walkTo } from "./promise-clock.ts"
import { isOf, leaveStretches, stopPromise, turnPromise } from "./promise-stretches.ts"
import { noteWhose } from "./promise-whose.ts"
import { addRow } from "./rows.ts"
import { CONVERSATION, PROMISE, type Telling } from "./story.ts"
import { standForAll } from "./promises-together.ts"
import { STATUS } from "./words.ts"

/** Whether anything is promised in this story at all. */
export function openBook(t: Telling, team: number): void {
  const { story } = t
  const { kind, subject } = t.events.codes
  story.book = undefined
  for (let i = story.start; i < story.end; i++)
    if (kind[i] === KIND.promised && subject[i] === story.lead) {
      const { brand, channel, priority } = story
      clearBook(t.promiseBook, { at: -Infinity, status: 0, team, brand, channel, priority })
      story.book = t.promiseBook
      return
    }
}

/** A policy began to apply: from here on it is the one that holds, for what still runs too. */
export function promise(t: Telling, i: number): void {
  const { story, words } = t
  const { codes, numbers } = t.events
  const place = (words.promise[codes.promise[i]!] ?? 0) - 1
  if (place < 0 || !story.book) return
  const own = place === REQUESTER_WAIT ? 1 << STATUS.pending : 0
  story.book.terms[place] = {
    place,
    at: story.at,
    policy: codes.policy[i]!,
    priority: codes.priority[i]!,
    target_ms: Math.round(numbers.target_s[i]! * 1000),
    business: codes.clock[i] === words.code.business,
    still: codes.pauses[i]! | own | (1 << STATUS.solved) | (1 << STATUS.closed),
  }
}

/** Its status, team or the like may be another since this event. */
export function notePiece(t: Telling): void {
  const { story } = t
  const { status, team, brand, channel, priority, at, book } = story
  if (!book || !story.begun) return
  const last = book.pieces[book.pieces.length - 1]!
  const same = last.status === status && last.team === team && last.brand === brand && last.channel === channel
  if (!same || last.priority !== priority) book.pieces.push({ at, status, team, brand, channel, priority })
}

/** The first reply came, or the conversation left without one. */
export function settleFirst(t: Telling, met: boolean, agent = 0, team = 0): void {
  const { book, clockAt } = t.story
  if (book) settleAt(t, book, FIRST, clockAt, met, agent, team)
}

/** The response clock starts again, or runs on after a reopening: then only what was met stays so. */
export function unsettleFirst({ story: { book } }: Telling, met: boolean): void {
  if (!book) return
  const settled = book.settled[FIRST]!
  if (met || !(settled.stands && settled.met)) unsettle(book, FIRST)
}

/** By the rule solve_meets_reply_promise a solve is as good as a reply. */
export function isKeptBySolve({ story, rules }: Telling): boolean {
  return rules.solve_meets_reply_promise && !Number.isNaN(story.row[CONVERSATION.solved_at]!)
}

/** A wait ended. The one that the first reply ends is the first reply's. */
export function settleWait(t: Telling, met: boolean, agent = 0, team = 0): void {
  const { story } = t
  const { book } = story
  const terms = book?.terms[NEXT]
  if (book && terms && story.waitAfterFirst) settle(t, nextWait(book), terms, story.turns, story.waitAt, met, agent, team)
}

/** It was solved, or left without. */
export function settleSolve(t: Telling, met: boolean, agent = 0, team = 0): void {
  const { book } = t.story
  if (!book) return
  for (const place of BY_SOLVE) settleAt(t, book, place, solveFrom(t), met, agent, team)
}

/** It was reopened: what the solve kept runs on, less the time it was solved. */
export function unsettleSolve({ story: { book } }: Telling): void {
  if (book) for (const place of BY_SOLVE) unsettle(book, place)
}

/** Where resolution times start. */
function solveFrom({ story, rules }: Telling): number {
  const clockAt = story.row[CONVERSATION.clock_at]!
  return rules.resolution_from === "created" || Number.isNaN(clockAt) ? story.openedAt : clockAt
}

function settleAt(t: Telling, book: PromiseBook, place: number, from: number, met: boolean, agent: number, team: number): void {
  const terms = book.terms[place]
  unsettle(book, place)
  if (terms) settle(t, book.settled[place]!, terms, 1, from, met, agent, team)
}

function unsettle({ settled, order }: PromiseBook, place: number): void {
  settled[place]!.stands = false
  addNew(order, place)
}

function settle(
  t: Telling,
  settled: Settled,
  terms: Terms,
  turn: number,
  from: number,
  met: boolean,
  agent: number,
  team: number,
): void {
  const { pieces, running } = t.story.book!
  const one = running[terms.place]!
  settled.stands = true
  settled.terms = terms
  settled.turn = turn
  settled.from = from
  settled.to = t.story.at
  settled.met = met
  noteWhose(t, settled.whose, terms, agent, team)
  if (one.runs && isOf(one, terms, turn, from)) setAs(settled.clock, one.clock)
  else start(settled.clock, terms, from)
  walkTo(t.timetable, pieces, settled.clock, t.story.at)
}

/** The story is told: all its promises become rows, those that still run too. */
export function leavePromises(t: Telling): void {
  const { story } = t
  const { book } = story
  if (!book) return
  const first = t.promises.count
  for (let i = 0; i < book.order.count; i++) {
    const settled = book.settled[book.order.values[i]!]!
    if (settled.stands) writeSettled(t, book, settled)
  }
  for (let i = 0; i < book.settledWaits; i++) writeSettled(t, book, book.waits[i]!)
  for (const one of book.running) if (one.runs) writeRunning(t, one)
  leaveStretches(t)
  standForAll(t, first)
}

/** After an event: the promises that run may stand otherwise now. */
export function notePromises(t: Telling): void {
  const { book } = t.story
  if (!book) return
  for (let place = 0; place < PROMISES.length; place++) {
    const terms = book.terms[place]
    if (!terms) continue
    if (isRunning(t, place)) turnPromise(t, terms, turnOf(t, place), startOf(t, place))
    else stopPromise(t, place)
  }
}

/** Whether the clock of such a promise has started, and it is neither fulfilled nor ended yet. */
function isRunning({ story }: Telling, place: number): boolean {
  const { row } = story
  if (place === NEXT) return story.waiting && story.waitAfterFirst
  if (story.gone) return false
  if (place !== FIRST) return story.begun && story.status < STATUS.solved
  return story.clocked && Number.isNaN(row[CONVERSATION.first_reply_at]!) && Number.isNaN(row[CONVERSATION.unreplied_end_at]!)
}

/** The how-many-th wait it is about; of all others there is one. */
function turnOf({ story }: Telling, place: number): number {
  return place === NEXT ? story.turns : 1
}

/** Where its clock started. */
function startOf(t: Telling, place: number): number {
  if (place === FIRST) return t.story.clockAt
  return place === NEXT ? t.story.waitAt : solveFrom(t)
}

function writeSettled(t: Telling, { pieces }: PromiseBook, { terms, turn, from, to, met, whose, clock }: Settled): void {
  // Of the same moment more may have come since. What is over would have been due all the same.
  walkTo(t.timetable, pieces, clock, to)
  const { due, late, noCalendar } = forecastOf(t.timetable, pieces, clock)
  const at = writeRow(t, terms, turn, from, whose)
  const { cells } = t.promises
  cells[at + PROMISE.due_at] = Number.isNaN(due) ? noCalendar : due
  cells[at + PROMISE.elapsed_ms] = clock.ms
  cells[at + PROMISE.no_calendar_at] = clock.noCalendar
  cells[at + (met ? PROMISE.met_at : PROMISE.ended_at)] = to
  if (late <= to) cells[at + PROMISE.late_at] = late
}

function writeRunning(t: Telling, { clock, terms, turn, from, whose, shown: { due, late, noCalendar, still } }: Running): void {
  noteWhose(t, whose, terms, 0, 0)
  const at = writeRow(t, terms, turn, from, whose)
  const { cells } = t.promises
  cells[at + PROMISE.due_at] = due
  cells[at + PROMISE.late_at] = late
  cells[at + PROMISE.elapsed_ms] = still ? clock.ms : NaN
  cells[at + PROMISE.no_calendar_at] = noCalendar
}

function writeRow(t: Telling, terms: Terms, turn: number, from: number, whose: Whose): number {
  const at = addRow(t.promises)
  const { cells } = t.promises
  const { code } = t.words
  cells[at + PROMISE.conversation] = t.story.subject
  cells[at + PROMISE.promise] = t.words.promiseCode[terms.place]!
  cells[at + PROMISE.turn] = turn
  cells[at + PROMISE.team] = whose.team || NaN
  cells[at + PROMISE.agent] = whose.agent || NaN
  cells[at + PROMISE.brand] = whose.brand || NaN
  cells[at + PROMISE.priority] = whose.priority || NaN
  cells[at + PROMISE.type] = whose.type || NaN
  cells[at + PROMISE.topic] = whose.topic || NaN
  cells[at + PROMISE.from_at] = from
  cells[at + PROMISE.policy] = terms.policy || NaN
  cells[at + PROMISE.clock] = terms.business ? code.business : code.calendar
  cells[at + PROMISE.promised_at] = terms.at
  cells[at + PROMISE.target_ms] = terms.target_ms
  return at
}
