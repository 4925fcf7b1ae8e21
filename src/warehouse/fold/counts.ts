import { addNew } from "./number-list.ts"
import { CONVERSATION, type Story } from "./story.ts"

export function count(row: Float64Array, place: number): void {
  row[place] = row[place]! + 1
}

/** One more distinct person who wrote in public or solved. */
export function join(story: Story, agent: number): void {
  if (agent && addNew(story.participants, agent)) count(story.row, CONVERSATION.participants)
}
