import { KIND } from "./kinds.ts"

/**
 * What of one moment comes first: the opening, then who has it, what it is and what is promised, then what was said, then its status, then its leaving;
 * what is equal in this, in the order it was learned. So a reply sent with the solve is a reply before the solve.
 */
export const ORDER: ReadonlyMap<number, number> = new Map([
  [KIND.opened, 0],
  [KIND.assigned, 1],
  [KIND.changed, 1],
  [KIND.tagged, 1],
  [KIND.handedOff, 1],
  [KIND.escalated, 1],
  [KIND.message, 2],
  [KIND.timeLogged, 2],
  [KIND.promised, 1],
  [KIND.status, 3],
  [KIND.spam, 4],
  [KIND.merged, 4],
  [KIND.deleted, 4],
])
