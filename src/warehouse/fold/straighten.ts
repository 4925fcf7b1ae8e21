import { reorder } from "./events.ts"
import { KIND } from "./kinds.ts"
import { addRow } from "./rows.ts"
import { PROBLEM, type Telling } from "./story.ts"

/**
 * A conversation begins with its opening. Events of its own that are dated before it are taken to have happened at the opening, after
 * it, in their order; and that is written down as a problem.
 */
export function straighten(t: Telling): void {
  const { story } = t
  const { codes, numbers } = t.events
  const opening = findOpening(t)
  if (opening < 0) return problem(t, t.words.code.never_opened, numbers.at[story.start]!, 1)
  const at = numbers.at[opening]!
  const early: number[] = []
  for (let i = story.start; i < opening; i++) if (codes.subject[i] === story.lead) early.push(i)
  if (early.length === 0) return
  const kinds = codes.kind.slice(0, opening)
  for (const i of early) numbers.at[i] = at
  const others = range(story.start, opening).filter((i) => codes.subject[i] !== story.lead)
  const before = others.filter((i) => numbers.at[i]! <= at)
  reorder(t.events, story.start, [...before, opening, ...early])
  // Which policy holds may be noted before anything happens.
  const odd = early.filter((i) => kinds[i] !== KIND.promised).length
  if (odd > 0) problem(t, t.words.code.before_opened, at, odd)
}

export function findOpening(t: Telling): number {
  const { story } = t
  const { codes } = t.events
  for (let i = story.start; i < story.end; i++) if (codes.kind[i] === KIND.opened && codes.subject[i] === story.lead) return i
  return -1
}

export function problem(t: Telling, word: number, at: number, value: number): void {
  const row = addRow(t.problems)
  const { cells } = t.problems
  cells[row + PROBLEM.subject] = t.story.subject
  cells[row + PROBLEM.problem] = word
  cells[row + PROBLEM.at] = at
  cells[row + PROBLEM.value] = value
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
