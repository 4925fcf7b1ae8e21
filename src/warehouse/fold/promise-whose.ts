import type { Terms, Whose } from "./promise-book.ts"
import type { Telling } from "./story.ts"

/** Notes whose a promise is now; who did something may say so itself. */
export function noteWhose({ story }: Telling, whose: Whose, terms: Terms, agent: number, team: number): void {
  whose.team = team || story.team
  whose.agent = agent || story.agent
  whose.brand = story.brand
  whose.priority = terms.priority || story.priority
  whose.type = story.type
  whose.topic = story.topic
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
