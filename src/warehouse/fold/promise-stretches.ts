import { BY_SOLVE, FIRST, NEXT, type Running, type Terms, type Whose } from "./promise-book.ts"
import { readPromise, standsStill } from "./promise-clock.ts"
import { whoseNow } from "./promise-whose.ts"
import { addRow } from "./rows.ts"
import { PROMISE_STRETCH as STRETCH, type Telling } from "./story.ts"

/** A promise that runs now. */
export interface Due {
  readonly terms: Terms
  readonly turn: number
  readonly from: number
}

/** After an event: whatever it changed for a promise that runs ends one stretch of it and begins the next. */
export function turnPromises(t: Telling, due: readonly Due[]): void {
  const { book } = t.story
  if (!book) return
  for (const kind of KINDS) {
    const running = book.running[kind]
    if (!running || isAmong(due, kind)) continue
    writeStretch(t, running, t.story.at)
    book.running[kind] = undefined
  }
  for (const one of due) turn(t, one)
}

const KINDS = [FIRST, NEXT, ...BY_SOLVE] as const

function isAmong(due: readonly Due[], kind: Terms["kind"]): boolean {
  for (const { terms } of due) if (terms.kind === kind) return true
  return false
}

/** The story is told: what still runs lasts. */
export function leaveStretches(t: Telling): void {
  const { book } = t.story
  if (book) for (const running of Object.values(book.running)) if (running) writeStretch(t, running, NaN)
}

function turn(t: Telling, due: Due): void {
  const { book, at } = t.story
  const before = book!.running[due.terms.kind]
  const whose = whoseNow(t, due.terms, 0, 0)
  const same = before !== undefined && isReadFrom(before, due, book!.pieces.length)
  if (same && isSameWhose(before.whose, whose)) return
  const now = same ? { ...before, since: at, whose } : runningNow(t, due, whose)
  if (!same && before && isSame(before, now) && isSameWhose(before.whose, whose)) {
    before.pieces = now.pieces
    return
  }
  if (before) writeStretch(t, before, at)
  book!.running[due.terms.kind] = now
}

/** A clock shows the same as long as it is of the same terms and no piece has come: most events change neither. */
function isReadFrom(running: Running, { terms, turn: number, from }: Due, pieces: number): boolean {
  return running.terms === terms && running.turn === number && running.from === from && running.pieces === pieces
}

function runningNow(t: Telling, { terms, turn: number, from }: Due, whose: Whose): Running {
  const { pieces } = t.story.book!
  const { ms, due, late } = readPromise(t.timetable, pieces, terms, from, Infinity)
  const still = standsStill(terms, pieces.at(-1)!.status)
  const left = still ? terms.target_ms - ms : NaN
  return { terms, turn: number, from, since: t.story.at, due, late, left, still, whose, pieces: pieces.length }
}

function isSame(one: Running, other: Running): boolean {
  const same = one.terms === other.terms && one.turn === other.turn && one.from === other.from && one.still === other.still
  return same && Object.is(one.due, other.due) && Object.is(one.late, other.late) && Object.is(one.left, other.left)
}

function isSameWhose(one: Whose, other: Whose): boolean {
  const credited = one.team === other.team && one.agent === other.agent
  return (
    credited &&
    one.brand === other.brand &&
    one.priority === other.priority &&
    one.type === other.type &&
    one.topic === other.topic
  )
}

/** What happens at one moment is one turn: a stretch of no length covers nothing. */
function writeStretch(t: Telling, running: Running, to: number): void {
  const { terms, turn: number, from, since, due, late, left, still, whose } = running
  if (since === to) return
  const at = addRow(t.promiseStretches)
  const { cells } = t.promiseStretches
  const { code } = t.words
  cells[at + STRETCH.conversation] = t.story.subject
  cells[at + STRETCH.promise] = code[terms.kind]
  cells[at + STRETCH.turn] = number
  cells[at + STRETCH.team] = whose.team || NaN
  cells[at + STRETCH.agent] = whose.agent || NaN
  cells[at + STRETCH.brand] = whose.brand || NaN
  cells[at + STRETCH.priority] = whose.priority || NaN
  cells[at + STRETCH.type] = whose.type || NaN
  cells[at + STRETCH.topic] = whose.topic || NaN
  cells[at + STRETCH.from_at] = since
  cells[at + STRETCH.to_at] = to
  cells[at + STRETCH.started_at] = from
  cells[at + STRETCH.policy] = terms.policy || NaN
  cells[at + STRETCH.clock] = terms.business ? code.business : code.calendar
  cells[at + STRETCH.target_ms] = terms.target_ms
  cells[at + STRETCH.due_at] = due
  cells[at + STRETCH.late_at] = late
  cells[at + STRETCH.left_ms] = left
  cells[at + STRETCH.stands_still] = still ? 1 : 0
}
