import { FALSE } from "./events.ts"
import { KIND } from "./kinds.ts"
import { move } from "./movements.ts"
import { settleSolve } from "./promises.ts"
import { leaveBacklog, sumStatus } from "./statuses.ts"
import { CONVERSATION, type Telling } from "./story.ts"
import { problem } from "./straighten.ts"
import { AUTHOR, MOVED, STATUS } from "./words.ts"

/** It goes on in another: there its messages count, here the story ends. */
export function mergedAway(t: Telling, i: number): void {
  const { story, words, identities } = t
  const into = t.events.codes.into[i]!
  const goesOn = identities.merged.get(story.subject)
  if (goesOn === undefined) return problem(t, words.code.merge_cycle, story.at, 1)
  if (into !== goesOn) return
  story.row[CONVERSATION.merged_into] = into
  throwAway(t, words.code.merged, "it was merged into another")
}

/** A mark of spam that is later taken back never was. */
export function spam(t: Telling, i: number): void {
  const { codes } = t.events
  if (codes.linked[i] === FALSE) return
  for (let next = i + 1; next < t.story.end; next++)
    if (codes.kind[next] === KIND.spam && codes.subject[next] === t.story.lead && codes.linked[next] === FALSE) return
  throwAway(t, t.words.code.spam, "it is spam")
}

/** It leaves for good; until here it was in the backlog, if it was not solved. */
export function throwAway(t: Telling, reason: number, why: string): void {
  const { story } = t
  story.gone = true
  story.removedAs = reason
  if (story.status >= STATUS.solved) return
  move(t, MOVED.removed, AUTHOR.agent, 0, 0)
  story.row[CONVERSATION.ended_at] = story.at
  sumStatus(t)
  settleSolve(t, false)
  leaveBacklog(t, why, false)
}
