import { addRow } from "./rows.ts"
import { MOVEMENT, type Telling } from "./story.ts"

export type Movement = "created" | "solved" | "reopened" | "removed" | "contacted"

/** A step into or out of the backlog, or a customer's turn. `by` is one of AUTHOR; the agent is who did it, not who holds it. */
export function move(t: Telling, movement: Movement, by: number, agent: number, team: number): number {
  const { story, words } = t
  const row = addRow(t.movements)
  const { cells } = t.movements
  cells[row + MOVEMENT.conversation] = story.subject
  cells[row + MOVEMENT.at] = story.at
  cells[row + MOVEMENT.movement] = movement === "solved" ? words.code.solved : words.code[movement]
  cells[row + MOVEMENT.by] = words.authorCode[by] || NaN
  cells[row + MOVEMENT.agent] = agent || NaN
  cells[row + MOVEMENT.team] = team || story.team || NaN
  cells[row + MOVEMENT.brand] = story.brand || NaN
  cells[row + MOVEMENT.priority] = story.priority || NaN
  cells[row + MOVEMENT.type] = story.type || NaN
  cells[row + MOVEMENT.topic] = story.topic || NaN
  return row
}

/** Numbers each kind of movement of the story, and marks the last of each. */
export function countMovements(t: Telling): void {
  const { cells, width, count } = t.movements
  const seen = new Map<number, { ordinal: number; row: number }>()
  for (let row = t.story.firstMovement * width; row < count * width; row += width) {
    const kind = cells[row + MOVEMENT.movement]!
    const before = seen.get(kind)
    const ordinal = (before?.ordinal ?? 0) + 1
    if (before) cells[before.row + MOVEMENT.last] = 0
    cells[row + MOVEMENT.ordinal] = ordinal
    cells[row + MOVEMENT.last] = 1
    seen.set(kind, { ordinal, row })
  }
}
