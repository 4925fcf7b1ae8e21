import type { Terms, Whose } from "./promise-book.ts"
import type { Telling } from "./story.ts"

/** Whose a promise is now; who did something may say so itself. */
export function whoseNow({ story }: Telling, terms: Terms, agent: number, team: number): Whose {
  const { brand, type, topic } = story
  const priority = terms.priority || story.priority
  return { team: team || story.team, agent: agent || story.agent, brand, priority, type, topic }
}

/** Whether it still is theirs. */
export function isStillTheirs({ story }: Telling, terms: Terms, whose: Whose): boolean {
  return (
    whose.team === story.team &&
    whose.agent === story.agent &&
    whose.brand === story.brand &&
    whose.priority === (terms.priority || story.priority) &&
    whose.type === story.type &&
    whose.topic === story.topic
  )
}
