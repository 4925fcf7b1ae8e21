import { addRow } from "./rows.ts"
import { MOVEMENT, type Telling } from "./story.ts"
import type { Moved } from "./words.ts"

/** Writes a movement. `by` is one of AUTHOR; the agent is who did it, not who holds it. */
export function move(t: Telling, moved: Moved, by: number, agent: number, team: number): number {
  const { story, words } = t
  const row = addRow(t.movements)
  const { cells } = t.movements
  cells[row + MOVEMENT.conversation] = story.subject
  cells[row + MOVEMENT.at] = story.at
  cells[row + MOVEMENT.opened_at] = story.openedAt
  cells[row + MOVEMENT.movement] = words.movedCode[moved]!
  cells[row + MOVEMENT.by] = words.authorCode[by] || NaN
  cells[row + MOVEMENT.agent] = agent || NaN
  cells[row + MOVEMENT.team] = team || story.team || NaN
  cells[row + MOVEMENT.brand] = story.brand || NaN
  cells[row + MOVEMENT.priority] = story.priority || NaN
  cells[row + MOVEMENT.type] = story.type || NaN
  cells[row + MOVEMENT.topic] = story.topic || NaN
  return row
}

/** Numbers each kind of movement of the story, and marks the last of each. Stories are short: the movements before are looked through. */
export function countMovements(t: Telling): void {
  const { cells, width, count } = t.movements
  const first = t.story.firstMovement * width
  for (let row = first; row < count * width; row += width) {
    const kind = cells[row + MOVEMENT.movement]!
    const before = lastOfKind(cells, width, first, row, kind)
    cells[row + MOVEMENT.ordinal] = before < 0 ? 1 : cells[before + MOVEMENT.ordinal]! + 1
    cells[row + MOVEMENT.last] = 1
    if (before >= 0) cells[before + MOVEMENT.last] = 0
  }
}

function lastOfKind(cells: Float64Array, width: number, first: number, row: number, kind: number): number {
  for (let before = row - width; before >= first; before -= width) if (cells[before + MOVEMENT.movement] === kind) return before
  return -1
}
