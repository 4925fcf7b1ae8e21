import { type Running, type Shown, type Terms } from "./promise-book.ts"
import { forecastOf, standsStill, start, walkTo } from "./promise-clock.ts"
import { isStillTheirs, noteWhose } from "./promise-whose.ts"
import { addRow } from "./rows.ts"
import { PROMISE_STRETCH as STRETCH, type Telling } from "./story.ts"

/** After an event this promise runs, for the how-many-th turn, from a moment. Whatever changed for it ends one stretch and begins the next. */
export function turnPromise(t: Telling, terms: Terms, turn: number, from: number): void {
  const { pieces, running } = t.story.book!
  const one = running[terms.place]!
  if (!one.runs || !isOf(one, terms, turn, from)) {
    if (one.runs) writeStretch(t, one, one.shown, t.story.at)
    return begin(t, one, terms, turn, from)
  }
  const theirs = isStillTheirs(t, terms, one.whose)
  // A clock shows the same as long as no piece has come: most events bring none.
  if (theirs && one.pieces === pieces.length) return
  if (one.pieces === pieces.length) writeStretch(t, one, one.shown, t.story.at)
  else {
    look(t, one)
    if (theirs && showsTheSame(one.before, one.shown)) return
    writeStretch(t, one, one.before, t.story.at)
  }
  one.since = t.story.at
  if (!theirs) noteWhose(t, one.whose, terms, 0, 0)
}

/** After an event this promise does not run, or no more. */
export function stopPromise(t: Telling, place: number): void {
  const one = t.story.book!.running[place]!
  if (!one.runs) return
  writeStretch(t, one, one.shown, t.story.at)
  one.runs = false
}

/** The story is told: what still runs lasts. */
export function leaveStretches(t: Telling): void {
  for (const one of t.story.book!.running) if (one.runs) writeStretch(t, one, one.shown, NaN)
}

export function isOf(running: Running, terms: Terms, turn: number, from: number): boolean {
  return running.terms === terms && running.turn === turn && running.from === from
}

function showsTheSame(one: Shown, other: Shown): boolean {
  const same = one.still === other.still && Object.is(one.due, other.due)
  return same && Object.is(one.late, other.late) && Object.is(one.left, other.left)
}

function begin(t: Telling, one: Running, terms: Terms, turn: number, from: number): void {
  one.runs = true
  one.terms = terms
  one.turn = turn
  one.from = from
  one.since = t.story.at
  start(one.clock, terms, from)
  noteWhose(t, one.whose, terms, 0, 0)
  look(t, one)
}

/** Reads the clock at the event being told, and what it would show if nothing more happened. */
function look(t: Telling, one: Running): void {
  const { pieces } = t.story.book!
  const { clock, terms, before: shown } = one
  walkTo(t.timetable, pieces, clock, t.story.at)
  one.pieces = pieces.length
  const still = standsStill(terms, pieces[clock.piece]!.status)
  const { due, late, noCalendar } = still ? clock : forecastOf(t.timetable, pieces, clock)
  shown.due = Number.isNaN(due) ? noCalendar : due
  shown.late = late
  shown.noCalendar = noCalendar
  shown.left = still ? terms.target_ms - clock.ms : NaN
  shown.still = still
  one.before = one.shown
  one.shown = shown
}

/** What happens at one moment is one turn: a stretch of no length covers nothing. */
function writeStretch(t: Telling, { terms, turn: number, from, since, whose }: Running, shown: Shown, to: number): void {
  if (since === to) return
  const at = addRow(t.promiseStretches)
  const { cells } = t.promiseStretches
  const { code } = t.words
  cells[at + STRETCH.conversation] = t.story.subject
  cells[at + STRETCH.promise] = t.words.promiseCode[terms.place]!
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
  cells[at + STRETCH.due_at] = shown.due
  cells[at + STRETCH.late_at] = shown.late
  cells[at + STRETCH.left_ms] = shown.left
  cells[at + STRETCH.stands_still] = shown.still ? 1 : 0
}
