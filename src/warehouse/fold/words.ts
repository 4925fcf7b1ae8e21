import { AUTHORS, PRESENCES, SEGMENTS, STATUSES } from "../../events/fields.ts"
import { PROMISES } from "./promise-places.ts"

/** Who wrote it; 0 is not known. */
export const AUTHOR = { customer: 1, agent: 2, bot: 3, auto: 4, system: 5 } as const
/** The state of a conversation. From SOLVED on it is out of the backlog. */
export const STATUS = { new: 1, open: 2, pending: 3, on_hold: 4, solved: 5, closed: 6 } as const

const PROMISE_PLACES = Object.fromEntries(PROMISES.map((promise, place) => [promise, place + 1]))

/** A step into or out of the backlog, or a customer's turn. */
export const MOVED = { created: 1, solved: 2, reopened: 3, removed: 4, contacted: 5 } as const
export type Moved = (typeof MOVED)[keyof typeof MOVED]

/** Every word the fold knows or writes. */
const OWN_WORDS = [
  ...AUTHORS,
  ...STATUSES,
  "inbound",
  "outbound",
  "bot",
  "tier",
  "team",
  "priority",
  "manager",
  "product",
  "spam",
  "deleted",
  "test",
  "merged",
  "backfill",
  "created",
  "reopened",
  "removed",
  "contacted",
  "turn",
  "call",
  "conversation",
  "unsolved",
  "chat",
  "before_opened",
  "never_opened",
  "merge_cycle",
  "ends_before_start",
  "overlapping",
  "phone",
  ...SEGMENTS,
  "answered",
  "abandoned",
  "callback",
  "voicemail",
  "flowed_out",
  "ivr_only",
  "no_answer",
  "waiting",
  "missed",
  "csat",
  "nps",
  "ces1",
  "ces2",
  "fcr",
  "custom",
  "out_of_range",
  "not_whole",
  "by_agent",
  "wrong_scale",
  "shift",
  ...PRESENCES,
  "employed",
  "subscribed",
  "no_rate",
  "dispute",
  "fraud",
  "refund_too_large",
  ...PROMISES,
  "calendar",
  "business",
] as const
export type OwnWord = (typeof OWN_WORDS)[number]

/** The dictionary as the fold needs it: the codes of the words it knows, and what a code means. */
export interface Words {
  readonly code: Readonly<Record<OwnWord, number>>
  /** By code: one of AUTHOR, else 0. */
  readonly author: Uint8Array
  /** By code: one of STATUS, else 0. */
  readonly status: Uint8Array
  /** By code: one more than its place among PROMISES, else 0. */
  readonly promise: Uint8Array
  /** By AUTHOR, by STATUS, by MOVED and by the place among PROMISES: the code. */
  readonly authorCode: Int32Array
  readonly statusCode: Int32Array
  readonly movedCode: Int32Array
  readonly promiseCode: Int32Array
}

/** Every word a fold may write: they must be in the dictionary before it begins. */
export const foldWords: readonly string[] = [...new Set(OWN_WORDS)]

export function wordsOf(codeOf: (word: string) => number): Words {
  const code = Object.fromEntries(foldWords.map((word) => [word, codeOf(word)])) as Record<OwnWord, number>
  const most = Math.max(...Object.values(code))
  return {
    code,
    author: meaning(most, AUTHOR, code),
    status: meaning(most, STATUS, code),
    promise: meaning(most, PROMISE_PLACES, code),
    authorCode: codes(AUTHOR, code),
    statusCode: codes(STATUS, code),
    movedCode: codes(MOVED, code),
    promiseCode: Int32Array.from(PROMISES, (promise) => code[promise]),
  }
}

function meaning(most: number, of: Readonly<Record<string, number>>, code: Readonly<Record<string, number>>): Uint8Array {
  const byCode = new Uint8Array(most + 1)
  for (const [word, value] of Object.entries(of)) byCode[code[word]!] = value
  return byCode
}

function codes(of: Readonly<Record<string, number>>, code: Readonly<Record<string, number>>): Int32Array {
  const byValue = new Int32Array(Object.keys(of).length + 1)
  for (const [word, value] of Object.entries(of)) byValue[value] = code[word]!
  return byValue
}
