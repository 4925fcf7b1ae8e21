import { FALSE } from "./events.ts"
import type { Telling } from "./story.ts"
import { AUTHOR, STATUS } from "./words.ts"
import { kinds } from "../../events/kinds.ts"

const MESSAGE = kinds["message.sent"].code
const STATUS_CHANGED = kinds["conversation.status_changed"].code
const HOUR_US = 3_600_000_000

/** Whether the reopening at row `i` is solved again within the rule's hours, and no person wrote in between. */
export function thanksOnly(t: Telling, i: number): boolean {
  const { codes, numbers } = t.events
  const { story, words } = t
  const until = numbers.at[i]! + t.rules.reopen_ignores_thanks_h * HOUR_US
  for (let next = i + 1; next < story.end && numbers.at[next]! <= until; next++) {
    const kind = codes.kind[next]
    const human = (words.author[codes.author[next]!] ?? 0) === AUTHOR.agent && codes.public[next] !== FALSE
    if (kind === MESSAGE && human) return false
    const own = codes.subject[next] === story.lead
    if (kind === STATUS_CHANGED && own && (words.status[codes.status[next]!] ?? 0) >= STATUS.solved) return true
  }
  return false
}
