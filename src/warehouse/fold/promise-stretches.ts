import { PROMISES, type Running, type Terms, type Whose } from "./promise-book.ts"
import { readPromise, standsStill } from "./promise-clock.ts"
import { isStillTheirs, whoseNow } from "./promise-whose.ts"
import { addRow } from "./rows.ts"
import { PROMISE_STRETCH as STRETCH, type Telling } from "./story.ts"

/** After an event this promise runs, for the how-many-th turn, from a moment. Whatever changed for it ends one stretch and begins the next. */
export function turnPromise(t: Telling, terms: Terms, turn: number, from: number): void {
  const { pieces, running } = t.story.book!
  const before = running[terms.place]
  // A clock shows the same as long as it is of the same terms and no piece has come: most events change neither.
  const same = before !== undefined && isOf(before, terms, turn, from) && before.pieces === pieces.length
  const theirs = before !== undefined && isStillTheirs(t, terms, before.whose)
  if (same && theirs) return
  const whose = theirs ? before.whose : whoseNow(t, terms, 0, 0)
  const now = same ? { ...before, since: t.story.at, whose } : runningNow(t, terms, turn, from, whose)
  if (theirs && isOf(before, terms, turn, from) && showsTheSame(before, now)) {
    before.pieces = now.pieces
    return
  }
  if (before) writeStretch(t, before, t.story.at)
  running[terms.place] = now
}

/** After an event this promise does not run, or no more. */
export function stopPromise(t: Telling, place: number): void {
  const { running } = t.story.book!
  const before = running[place]
  if (!before) return
  writeStretch(t, before, t.story.at)
  running[place] = undefined
}

/** The story is told: what still runs lasts. */
export function leaveStretches(t: Telling): void {
  for (const running of t.story.book!.running) if (running) writeStretch(t, running, NaN)
}

function isOf(running: Running, terms: Terms, turn: number, from: number): boolean {
  return running.terms === terms && running.turn === turn && running.from === from
}

function showsTheSame(one: Running, other: Running): boolean {
  const same = one.still === other.still && Object.is(one.due, other.due)
  return same && Object.is(one.late, other.late) && Object.is(one.left, other.left)
}

function runningNow(t: Telling, terms: Terms, turn: number, from: number, whose: Whose): Running {
  const { pieces } = t.story.book!
  const { ms, due, late } = readPromise(t.timetable, pieces, terms, from, Infinity)
  const still = standsStill(terms, pieces[pieces.length - 1]!.status)
  const left = still ? terms.target_ms - ms : NaN
  return { terms, turn, from, since: t.story.at, due, late, left, still, whose, pieces: pieces.length }
}

/** What happens at one moment is one turn: a stretch of no length covers nothing. */
function writeStretch(t: Telling, running: Running, to: number): void {
  const { terms, turn: number, from, since, due, late, left, still, whose } = running
  if (since === to) return
  const at = addRow(t.promiseStretches)
  const { cells } = t.promiseStretches
  const { code } = t.words
  cells[at + STRETCH.conversation] = t.story.subject
  cells[at + STRETCH.promise] = code[PROMISES[terms.place]!]
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
